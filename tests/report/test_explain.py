"""A decision in words: every verdict has a sentence in both languages, and the sentences say what was decided."""

from dataclasses import replace

import pytest

import chorus_ocr
from chorus_ocr import CHORUS_PRO, Candidate, Lang, Relation, Status, StopPhrase, Verdict
from chorus_ocr.compliance.verdicts import DETAILS, REASONS, VERDICTS, why
from chorus_ocr.reading.document import Box
from chorus_ocr.recognition.candidate import Detail, DocumentKind
from chorus_ocr.report.explain import RELATIONS, STATUSES
from fixtures.make_invoices import INVOICES
from rules.checks.bills import LINES, OTHER, WRONG, bill, with_, without

STATE = INVOICES / "inline_labels.pdf"


def candidate(verdict: str, detail: str | None = None) -> Candidate[object]:
    return Candidate(
        value="12",
        raw="12",
        verdict=verdict,
        detail=detail,
        keyword="engagement",
        relation="right",
        page=1,
        box=Box(0, 0, 1, 1),
    )


def test_every_verdict_status_and_relation_has_words() -> None:
    stops = {stop.verdict for stop in CHORUS_PRO.vocabulary.stop_phrases}
    assert {*map(str, Verdict), "format", *stops} <= set(VERDICTS)
    assert set(Status) == set(STATUSES)
    assert set(Relation) == set(RELATIONS)


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("verdict", VERDICTS)
def test_a_verdict_is_told_in_each_language(verdict: str, lang: Lang) -> None:
    plain, detailed = why(candidate(verdict), lang), why(candidate(verdict, "Bon de commande"), lang)
    assert plain and plain[0].islower()
    assert detailed == f"{plain} (« Bon de commande »)"
    other = Lang.EN if lang is Lang.FR else Lang.FR
    assert plain != why(candidate(verdict), other)


def test_a_verdict_of_an_applications_own_stop_phrase_is_told_as_it_is() -> None:
    pack = CHORUS_PRO.with_stop_phrases(StopPhrase(phrase="engagement de qualité", verdict="our_charter"))
    pdf = bill(with_(LINES, engagement="Engagement de qualité : 26D000417"))
    told = chorus_ocr.scan(pdf, rules=pack).explain("numero_engagement")
    assert "« 26D000417 », page 1, après « engagement de qualité » : our_charter" in told


@pytest.mark.parametrize("detail", [*Detail, DocumentKind.QUOTE, DocumentKind.ORDER, DocumentKind.UNKNOWN])
def test_what_recognition_adds_in_code_is_never_shown_as_code(detail: str) -> None:
    for lang in Lang:
        for verdict in (Verdict.WRONG_ROLE, Verdict.NOT_ANNOUNCED, Verdict.NOT_AN_INVOICE):
            told = why(candidate(verdict, detail), lang)
            assert f"« {detail} »" not in told
            assert told != VERDICTS[verdict].in_lang(lang)


def test_every_detail_is_told_once() -> None:
    assert not set(DETAILS) & set(REASONS)
    assert set(Detail) | {DocumentKind.QUOTE, DocumentKind.ORDER, DocumentKind.UNKNOWN} == set(DETAILS) | set(REASONS)


def test_a_found_value_is_explained() -> None:
    told = chorus_ocr.scan(STATE).explain("siret_destinataire").split("\n")
    assert told[:3] == [
        "Destinataire : SIRET (siret_destinataire)",
        "Trouvé : 110 002 011 00044",
        "  « 110 002 011 00044 », page 1, après « SIRET client », mot-clé publié",
    ]
    assert told[3] == "Candidats écartés :"
    assert "c'est celui de l'autre partie (d'après la mention du registre)" in told[4]


def test_a_keyword_of_an_application_is_told_apart_from_those_that_are_published() -> None:
    pack = CHORUS_PRO.without_keywords("siret_destinataire", "SIRET client").with_keywords(
        "siret_destinataire", "client"
    )
    told = chorus_ocr.scan(STATE, rules=pack).explain("siret_destinataire").split("\n")
    assert told[2].endswith("après « client », mot-clé du jeu de règles")


def test_the_language_is_the_reports_unless_another_is_asked_for() -> None:
    report = chorus_ocr.scan(STATE, lang="en")
    english = report.explain("siret_destinataire")
    assert "Found: 110 002 011 00044" in english and "a published keyword" in english
    assert report.explain("siret_destinataire", lang="fr") == chorus_ocr.scan(STATE).explain("siret_destinataire")


def test_the_warnings_are_told_in_the_language_that_is_asked_for_as_all_the_rest() -> None:
    name = "numero_engagement"
    reports = {lang: chorus_ocr.scan(INVOICES / "two_engagements.pdf", lang=lang) for lang in Lang}
    assert "REF07 Several different references are announced" in reports[Lang.FR].explain(name, lang="en")
    for lang, report in reports.items():
        for other in Lang:
            assert report.explain(name, lang=other) == reports[other].explain(name), (lang, other)
            assert report.masked().explain(name, lang=other) == reports[other].masked().explain(name), (lang, other)


def test_a_warning_that_no_check_made_is_told_as_it_is() -> None:
    report = chorus_ocr.scan(INVOICES / "two_engagements.pdf")
    [warning] = [each for each in report.warnings if each.field == "numero_engagement"]
    bare = replace(report, warnings=(replace(warning, wording=None, message="Deux numéros.", hint="Un seul."),))
    assert bare.explain("numero_engagement", lang="en").endswith("  REF07 Deux numéros. Un seul.")


def test_a_word_that_is_not_published_is_told_with_its_warning() -> None:
    pdf = bill(with_(LINES, engagement="BDC n° : BC26-0417"))
    told = chorus_ocr.scan(pdf).explain("numero_engagement")
    assert "après « BDC n° », mot non publié" in told
    assert "REF09" in told and "Imprimer « Commande : BC26-0417 »." in told


def test_an_inferred_value_is_told_with_its_premises() -> None:
    told = chorus_ocr.scan(bill(without(LINES, "tax", "rate"))).explain("montant_tva")
    assert "Calculé : 240,00, qui n'est pas imprimé ; le champ reste vide" in told
    assert "D'après : Montants : total TTC ; Montants : total HT" in told


def test_an_absent_value_is_told_with_what_would_announce_it() -> None:
    told = chorus_ocr.scan(bill(without(LINES, "service"))).explain("code_service")
    assert "Absent : rien ne l'annonce" in told
    assert "Mots qui l'annoncent : « code service »" in told and "autres" in told


def test_an_invalid_and_an_ambiguous_value_are_told() -> None:
    invalid = chorus_ocr.scan(bill(with_(LINES, client_siret=f"SIRET client : {WRONG}"))).explain("siret_destinataire")
    assert (
        "Invalide" in invalid
        and f"« {WRONG} », page 1, après « SIRET client » : sa clé de contrôle est fausse" in invalid
    )
    rivals = chorus_ocr.scan(bill(with_(LINES, other=f"SIRET client : {OTHER}"))).explain("siret_destinataire")
    assert "Ambigu" in rivals and rivals.count("aussi bien annoncé qu'une autre valeur") == 2


def test_every_field_of_every_fixture_is_explained_in_both_languages() -> None:
    for path in INVOICES.glob("*.pdf"):
        report = chorus_ocr.scan(path, password="secret")
        for name, decision in report.fields.items():
            french, english = report.explain(name), report.explain(name, lang="en")
            assert french != english
            assert len(french.split("\n")) >= 2 + len(decision.candidates)


def test_a_field_that_is_none_is_told_with_the_nearest_one() -> None:
    report = chorus_ocr.scan(STATE)
    with pytest.raises(ValueError, match="no field 'siret_destinatair'; did you mean 'siret_destinataire'"):
        report.explain("siret_destinatair")
    with pytest.raises(ValueError, match="no field 'zzz'; the fields are numero_facture, date_facture"):
        report.explain("zzz")
    with pytest.raises(ValueError, match="'de' is not a valid Lang"):
        report.explain("devise", lang="de")
