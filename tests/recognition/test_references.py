"""Engagements, codes of services, markets: what is announced as one, and what only looks like it.

Each test draws a kind of page, with invented data, that was once read wrongly or left blank, or is near one that was.
For each there is a page on which a value must be read, and one near by on which it must not.
"""

import pytest

from chorus_ocr import CHORUS_PRO, FieldRule, Status, Verdict, recognize
from chorus_ocr.values.identifier import SERVICE
from pages import document
from recognition.seen import TITLE, Line, fields, printed, value, verdicts


@pytest.mark.parametrize("label", ["Engagement", "Engagement :", "N° engagement"])
@pytest.mark.parametrize("address", ["25980 PONTVERNOIS", "25980 Pontvernois"])
def test_a_postcode_beside_an_empty_engagement_is_no_engagement(label: str, address: str) -> None:
    assert value(fields(TITLE, "", [(40, label), (320, address)]), "numero_engagement") is None


@pytest.mark.parametrize(
    ("line", "want"),
    [
        ([(40, "Engagement"), (200, "2598011"), (320, "25980 PONTVERNOIS")], "2598011"),
        ([(40, "Engagement"), (200, "25980")], "25980"),
    ],
)
def test_an_engagement_beside_or_like_a_postcode_is_read(line: Line, want: str) -> None:
    assert value(fields(TITLE, "", line), "numero_engagement") == want


@pytest.mark.parametrize(
    "line", ["Service : RH01", [(40, "Service"), (200, "RH01")], [(40, "Service :"), (90, "RH01")]]
)
def test_a_code_after_a_bare_service_counts_though_nobody_publishes_that_word(line: Line) -> None:
    decision = fields(TITLE, "", line)["code_service"]
    assert (decision.status, decision.value) == (Status.FOUND, "RH01")
    assert decision.choice is not None
    assert (decision.choice.keyword, decision.choice.published) == ("service", False)


def test_a_bare_service_is_weaker_than_a_code_service() -> None:
    seen = fields(TITLE, "", "Service : RH01", "Code service : RH02")
    assert value(seen, "code_service") == "RH02"
    assert verdicts(seen, "code_service", "RH01") == {"weaker_keyword"}


@pytest.mark.parametrize(
    ("line", "raw", "verdict"),
    [
        ("SERVICE : FINANCES", "FINANCES", "not_announced"),
        ([(40, "SERVICE"), (200, "FINANCES")], "FINANCES", "not_announced"),
        ("Service RH01", "RH01", "not_announced"),
        ("Service client : 3901", "3901", "other_reference"),
        ("Service clients : 3901", "3901", "other_reference"),
    ],
)
def test_the_name_of_a_service_and_a_telephone_are_no_code(line: Line, raw: str, verdict: str) -> None:
    seen = fields(TITLE, "", line)
    assert value(seen, "code_service") is None
    assert verdicts(seen, "code_service", raw) == {verdict}


CHORUS = "Facture à adresser par Chorus Pro, destinataire : commune de Pontvernois, code service :"


@pytest.mark.parametrize(
    ("below", "want"),
    [
        ("RH01", "RH01"),
        ("RH01.", "RH01"),
        ("BATIMENTS-2, engagement EJ26004109.", "BATIMENTS-2"),
        ("Direction des routes", None),
        ("25980 Pontvernois", None),
        ("Engagement : EJ26004109", None),
    ],
)
def test_a_code_service_at_the_end_of_a_line_has_its_value_on_the_next(below: str, want: str | None) -> None:
    assert value(fields(TITLE, "", CHORUS, below), "code_service") == want


@pytest.mark.parametrize("ours", ["Notre n° de commande", "Notre numéro de commande", "Notre bon de commande"])
def test_the_suppliers_own_order_is_no_engagement(ours: str) -> None:
    both = fields(TITLE, "", f"{ours} : CF-7781", "Votre n° de commande : BC26-0412")
    assert value(both, "numero_engagement") == "BC26-0412"
    alone = fields(TITLE, "", f"{ours} : CF-7781")
    assert value(alone, "numero_engagement") is None
    for seen in (both, alone):
        assert verdicts(seen, "numero_engagement", "CF-7781") == {"not_a_reference"}


@pytest.mark.parametrize("line", ["Service : FINANCES", [(40, "Service"), (200, "FINANCES")]])
def test_among_small_letters_a_word_of_capitals_is_the_code_of_a_service(line: Line) -> None:
    assert value(fields(TITLE, "", line), "code_service") == "FINANCES"
    assert value(fields(TITLE, "", "Service : Finances"), "code_service") is None
    assert value(fields(TITLE, "", line, "Code service : COMPTA-2"), "code_service") == "COMPTA-2"


def test_a_bare_engagement_at_the_end_of_a_line_announces_only_what_has_the_next_for_itself() -> None:
    lead = "Références à rappeler : SIRET du client, service enfance, engagement"
    assert value(fields(TITLE, "", lead, "BOU-25-0041."), "numero_engagement") == "BOU-25-0041"
    assert value(fields(TITLE, "", lead, "2026 de la commune, sans autre référence."), "numero_engagement") is None


def test_a_year_in_a_label_is_no_reference() -> None:
    assert value(fields(TITLE, "", "N° d'engagement 2026 : CV26-00057"), "numero_engagement") == "CV26-00057"
    assert value(fields(TITLE, "", "Engagement n° 2026 VO 01188"), "numero_engagement") is None


@pytest.mark.parametrize(
    "line",
    [
        "Service : 02 61 91 58 21",
        "Service : mai 2026",
        "Service : 1 752,00 €",
        "Service : M. MARTIN",
        "Service : ESPACES VERTS",
        "Service fait le 12/05/2026",
        "Service facturation : 0806000123",
        "Prestation de service : RH01",
        "Type de service : MAINT01",
        "Période de service : 05/2026",
        "Contrat de service : CS-118",
    ],
)
def test_what_speaks_of_services_is_no_code(line: str) -> None:
    assert printed("code_service", TITLE, "", line) is None


def test_a_code_service_goes_before_the_ward_of_a_patient() -> None:
    assert printed("code_service", TITLE, "", "Service : CARDIO", "Code service : FACT01") == "FACT01"


@pytest.mark.parametrize(
    "line",
    [
        "Contrat : 36 mois",
        "Contrat du 12/05/2026",
        "Contrat d'assurance n° 118455",
        "Contrat annuel : 1 752,00 €",
        "Date du contrat : 12/05/2026",
    ],
)
def test_what_speaks_of_a_contract_is_no_number(line: str) -> None:
    assert printed("numero_marche", TITLE, "", line) is None


@pytest.mark.parametrize("order", [0, 1])
def test_a_bare_contract_is_weaker_than_a_market(order: int) -> None:
    lines = ["Marché n° 2026M014", "Contrat : CT-118"]
    assert printed("numero_marche", TITLE, "", *lines[:: 1 - 2 * order]) == "2026M014"


@pytest.mark.parametrize("line", ["N/réf. commande : CF-7781", "Notre référence commande : CF-7781"])
def test_the_suppliers_own_reference_is_no_engagement(line: str) -> None:
    assert printed("numero_engagement", TITLE, "", line) is None
    assert printed("numero_engagement", TITLE, "", line, "V/réf. commande : 26D0451") == "26D0451"


def test_an_insurance_policy_is_no_market() -> None:
    line = "Contrat n° 118455-A assurance décennale"
    assert printed("numero_marche", TITLE, "", line) is None


@pytest.mark.parametrize("word", ["assurances", "lot 2 – assurance"])
def test_the_market_of_an_insurer_is_no_policy(word: str) -> None:
    assert printed("numero_marche", TITLE, "", f"Marché n° 24-0118 – {word}") == "24-0118"


@pytest.mark.parametrize(
    "line",
    ["Sans votre numéro d'engagement la facture 26-118 sera rejetée", "Facture sans numéro d'engagement : 26-118455"],
)
def test_a_sentence_about_what_is_missing_announces_nothing(line: str) -> None:
    assert printed("numero_engagement", TITLE, "", line) is None
    assert printed("numero_engagement", TITLE, "", line, "N° d'engagement : 26D0451") == "26D0451"


@pytest.mark.parametrize("number", ["EJ26001", "EJ26/001", "CDE26/001", "BDC 2026/001"])
def test_the_letters_of_an_invoice_number_announce_no_engagement(number: str) -> None:
    lines = (f"Facture n° : {number}", "Total TTC : 12,00 €")
    assert printed("numero_facture", *lines) == number
    assert printed("numero_engagement", *lines) is None
    [candidate] = recognize(document(*lines)).fields["numero_engagement"].candidates
    assert (candidate.verdict, candidate.detail) == (Verdict.LOST_TO, number)


@pytest.mark.parametrize("label", ["Code service", "Marché n°", "Facture d'origine"])
def test_nor_do_those_of_any_other_number(label: str) -> None:
    assert printed("numero_engagement", "AVOIR", f"{label} : EJ20261") is None


@pytest.mark.parametrize(
    "line", ["Engagement : EJ26001", "Contrat EJ 4500012345", "Facture n° F26-118 EJ 4500012345", "EJ 4500012345"]
)
def test_letters_before_a_number_of_their_own_announce_it(line: str) -> None:
    seen = printed("numero_engagement", line)
    assert seen is not None and str(seen).endswith(("26001", "4500012345"))


@pytest.mark.parametrize(("name", "label"), [("code_service", "Code service"), ("numero_engagement", "Engagement")])
def test_a_short_code_behind_a_colon_is_a_value(name: str, label: str) -> None:
    assert printed(name, f"{label} : 12") == "12"


def test_a_short_number_without_a_colon_heads_a_column() -> None:
    row: Line = [(40, "Engagement n° 1"), (200, "Engagement n° 2")]
    assert printed("numero_engagement", row, [(40, "26D000117"), (200, "26D000117")]) == "26D000117"


def test_an_engagement_that_breaks_before_juridique_is_read() -> None:
    seen = printed(
        "numero_engagement",
        "NOTE D'HONORAIRES N° 26-0811",
        "",
        "Nous vous prions de trouver ci-après le détail de nos honoraires au titre de l'engagement",
        "juridique n° E26004109, notifié le 14 mars 2026.",
    )
    assert seen == "E26004109"


@pytest.mark.parametrize(
    "address",
    ["12 rue des Lilas", "12, rue des Lilas", "12 BD DE LA GARE", "4500 chemin du Moulin", "14 B ALLÉES JEAN JAURÈS",
     "3 bis, av. Foch", "CS70001 17400 PONTVERNOIS", "BP12 – 17400 PONTVERNOIS"],
)  # fmt: skip
@pytest.mark.parametrize(
    ("name", "label"),
    [("code_service", "Code service"), ("numero_engagement", "Engagement"), ("numero_marche", "N° de marché"),
     ("numero_facture_origine", "Facture d'origine n°")],
)  # fmt: skip
def test_an_address_behind_an_empty_label_is_no_reference(name: str, label: str, address: str) -> None:
    for line in (f"{label} : {address}", [(40, f"{label} :"), (240, address)]):
        assert value(fields("AVOIR N° A2026-118", "", line), name) is None


@pytest.mark.parametrize(
    ("line", "want"),
    [
        ("Code service : 12 Direction des sports", "12"),
        ("Code service : 1204 Voirie et routes", "1204"),
        ("Code service : CS70001 Direction des sports", "CS70001"),
        ("Code service : 4500 – 12 rue des Lilas", "4500"),
    ],
)
def test_a_code_before_the_name_of_its_service_or_its_address_is_read(line: str, want: str) -> None:
    assert value(fields(TITLE, "", line), "code_service") == want


@pytest.mark.parametrize(
    "line",
    [
        "Commande n° WEB-10233 passée sur notre boutique",
        "Commande 4500012345 passée le 12/05/2026 sur notre site internet",
        "Commande n° 4500012345 (effectuée en ligne)",
        "Commande n° 4500012345 saisie sur notre site",
        "Commande n° 4500012345 via notre e-shop",
    ],
)
def test_an_order_made_in_the_suppliers_shop_is_no_engagement(line: str) -> None:
    seen = fields(TITLE, "", line)
    assert value(seen, "numero_engagement") is None
    assert ("wrong_role", "web_shop") in {(each.verdict, each.detail) for each in seen["numero_engagement"].candidates}


@pytest.mark.parametrize(
    "line",
    ["Commande n° 4500012345 passée par Mme Ferrand", "Commande n° 4500012345 du 12/05/2026",
     "Engagement 4500012345 sur site de Pontvernois",
     "Commande n° 4500012345 passée pour le site de Pontvernois", "Commande 4500012345 de la mairie"],
)  # fmt: skip
def test_an_order_of_the_client_may_say_how_it_was_made(line: str) -> None:
    assert value(fields(TITLE, "", line), "numero_engagement") == "4500012345"


def test_the_beginning_of_an_address_is_told_as_what_it_is() -> None:
    [candidate] = fields(TITLE, "", "Code service : 12 rue des Lilas")["code_service"].candidates
    assert (candidate.verdict, candidate.detail) == ("not_announced", "street")


@pytest.mark.parametrize("word", ["COMMUNICATION", "QUANTITE", "NAF"])
def test_a_word_of_capitals_beside_code_service_is_its_value_though_it_heads_columns_elsewhere(word: str) -> None:
    assert value(fields(TITLE, "", [(40, "Code service"), (123, word)]), "code_service") == word
    assert value(fields(TITLE, "", [(40, "Code service")], [(40, word)]), "code_service") == word


@pytest.mark.parametrize("word", ["Communication", "ENGAGEMENT", "IBAN", "DATE DE LIVRAISON", "SIRET"])
def test_a_label_beside_an_empty_code_service_is_no_value(word: str) -> None:
    assert value(fields(TITLE, "", [(40, "Code service"), (123, word)]), "code_service") is None


def test_a_value_flush_with_the_last_label_goes_before_what_stands_beside_its_column() -> None:
    seen = fields(
        TITLE, "",
        [(40, "ENGAGEMENT JURIDIQUE"), (200, "SERVICE EXECUTANT")], [(320, "59190 HAZEBROUCK")],
        [(40, "4425343917"), (200, "DTM274")],
    )  # fmt: skip
    assert value(seen, "code_service") == "DTM274"
    assert value(seen, "numero_engagement") == "4425343917"


@pytest.mark.parametrize(
    ("label", "below", "want"),
    [("BUREAU", "FINANCES", None), ("Bureau", "FINANCES", "FINANCES"), ("BUREAU", "RH01", "RH01")],
)
def test_among_capitals_a_word_under_a_weak_label_is_a_name(label: str, below: str, want: str | None) -> None:
    office: FieldRule[str] = FieldRule(
        name="bureau", label="Bureau", value=SERVICE, weak_aliases=("bureau",), source="our contract"
    )
    drawn = document(TITLE, "", [(40, label), (200, "Date")], [(40, below), (200, "12/03/2026")])
    seen = recognize(drawn, rules=CHORUS_PRO.with_field(office)).fields
    assert value(seen, "bureau") == want


@pytest.mark.parametrize("label", ["Numérode commande", "Numérodecommande"])
def test_a_label_whose_words_touch_announces_the_order(label: str) -> None:
    assert printed("numero_engagement", TITLE, f"{label} : 4500012345") == "4500012345"
    assert printed("numero_engagement", TITLE, f"{label}ments : 4500012345") is None


@pytest.mark.parametrize(("beside", "want"), [("4500012345", "4500012345"), ("néant", None)])
def test_the_value_may_stand_beside_the_rest_of_a_label(beside: str, want: str | None) -> None:
    assert printed("numero_engagement", TITLE, [(40, "N° d'engagement")], [(40, "Chorus"), (250, beside)]) == want


@pytest.mark.parametrize(
    ("name", "label"),
    [("numero_engagement", "N° d'engagement / PO number"), ("code_service", "Code service / Department code"),
     ("numero_facture", "Facture n° / Invoice #"), ("numero_facture", "Facture n° / Invoice number :")],
)  # fmt: skip
def test_a_label_may_be_said_again_in_english(name: str, label: str) -> None:
    assert value(fields("FACTURE / INVOICE", "", [(40, label), (300, "CULT9834")]), name) == "CULT9834"


@pytest.mark.parametrize("label", ["N° d'engagement / N° de marché", "Engagement / 2026"])
def test_a_label_of_two_fields_is_no_translation(label: str) -> None:
    assert value(fields(TITLE, "", [(40, label), (300, "CULT9834")]), "numero_engagement") is None
