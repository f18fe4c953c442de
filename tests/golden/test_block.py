"""The golden block as people take it up: its lines, text, rows and HTML, and the faults that it tells."""

from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import pytest

from chorus_ocr import (
    CHORUS_PRO,
    GoldenBlock,
    GoldenLine,
    Lang,
    LigneTva,
    ModePaiement,
    Prefill,
    PrefillError,
    Siret,
    TypeFacture,
    TypeTva,
    golden_block,
)
from chorus_ocr.golden.lines import ORDER

STATE = Siret("11000201100044")
CREDIT_NOTE = Prefill(
    numero_facture="AV-2026-0012",
    date_facture=date(2026, 3, 5),
    type_facture=TypeFacture.AVOIR,
    siret_destinataire=STATE,
    code_service="FACTURES_PUBLIQUES",
    siret_fournisseur=Siret("73282932000074"),
    numero_engagement="1500062783",
    devise="EUR",
    montant_ht=Decimal("-15360"),
    montant_tva=Decimal("-2688.5"),
    montant_ttc=Decimal("-18048.50"),
    montant_a_payer=Decimal("-18048.50"),
    type_tva=TypeTva.TVA_SUR_DEBIT,
    numero_marche="2025M0279",
    numero_facture_origine="F-2026-0003",
    lignes_tva=(
        LigneTva(taux=Decimal("20.00"), base_ht=Decimal("-13000"), montant=Decimal("-2600")),
        LigneTva(taux=Decimal("3.75"), base_ht=Decimal("-2360"), montant=Decimal("-88.50")),
    ),
    tva_fournisseur="FR44732829320",
    tva_destinataire="FR17110002011",
    date_echeance=date(2026, 4, 4),
    mode_paiement=ModePaiement.VIREMENT,
    iban="FR7630006000011234567890189",
    bic="AGRIFRPP882",
    affactureur="Mistral Factor",
)
PRINTED = """\
Avoir n° : AV-2026-0012
Date de facture : 05/03/2026
Facture d'origine : F-2026-0003
SIRET client : 110 002 011 00044
TVA client : FR 17 110 002 011
Code service : FACTURES_PUBLIQUES
Engagement : 1500062783
Marché n° : 2025M0279
SIRET fournisseur : 732 829 320 00074
TVA fournisseur : FR 44 732 829 320
Devise : EUR
Total HT : -15 360,00 €
TVA 20 % sur -13 000,00 € : -2 600,00 €
TVA 3,75 % sur -2 360,00 € : -88,50 €
Total TVA : -2 688,50 €
Total TTC : -18 048,50 €
Net à payer : -18 048,50 €
TVA acquittée sur les débits
Date d'échéance : 04/04/2026
Mode de paiement : virement
IBAN : FR76 3000 6000 0112 3456 7890 189
BIC : AGRIFRPP882
Affactureur : Mistral Factor"""


def faults(lang: str = "en", **values: Any) -> tuple[str, ...]:
    """Return what is told of a form that cannot be printed."""
    with pytest.raises(PrefillError) as told:
        golden_block(Prefill(**values), lang)
    return told.value.faults


def test_every_attribute_of_the_form_has_its_line() -> None:
    assert golden_block(CREDIT_NOTE).to_text() == PRINTED


def test_every_field_stands_once_in_the_order_of_printing() -> None:
    assert len(set(ORDER)) == len(ORDER)
    assert set(ORDER) <= {each.name for each in fields(Prefill)} == set(CHORUS_PRO.rules)


def test_a_field_without_a_place_in_the_order_is_printed_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chorus_ocr.golden.lines.ORDER", tuple(name for name in ORDER if name != "code_service"))
    block = golden_block(Prefill(code_service="FINANCES", siret_destinataire=STATE, iban="FR7630006000011234567890189"))
    assert [line.label for line in block.lines] == ["SIRET client", "IBAN", "Code service"]


def test_a_line_is_a_label_a_separator_and_a_value() -> None:
    block = golden_block(Prefill(siret_destinataire=STATE, type_tva=TypeTva.TVA_SUR_DEBIT))
    assert block.lines == (
        GoldenLine("SIRET client", " : ", "110 002 011 00044"),
        GoldenLine("", "", "TVA acquittée sur les débits"),
    )
    assert block.to_rows() == (("SIRET client :", "110 002 011 00044"), ("", "TVA acquittée sur les débits"))
    assert str(block) == block.to_text() == "SIRET client : 110 002 011 00044\nTVA acquittée sur les débits"


def test_published_words_announce_what_aife_publishes_words_for() -> None:
    labels = {line.value: line.label for line in golden_block(CREDIT_NOTE).lines}
    for name, value in (("siret_destinataire", "110 002 011 00044"), ("numero_engagement", "1500062783")):
        assert labels[value].casefold() == CHORUS_PRO.rules[name].keywords[0].casefold()


def test_what_is_none_is_not_printed() -> None:
    assert golden_block(Prefill()).lines == ()
    assert golden_block(Prefill()).to_text() == ""
    assert golden_block(Prefill(code_service="12")).to_text() == "Code service : 12"


@pytest.mark.parametrize("mode", ModePaiement)
def test_every_means_of_payment_is_printed(mode: ModePaiement) -> None:
    [line] = golden_block(Prefill(mode_paiement=mode)).lines
    assert line.label == "Mode de paiement"


@pytest.mark.parametrize("regime", TypeTva)
def test_every_type_of_vat_is_printed(regime: TypeTva) -> None:
    assert len(golden_block(Prefill(type_tva=regime)).lines) == 1


def test_a_mention_of_exemption_says_the_type_of_vat() -> None:
    mention = "TVA non applicable, art. 293 B du CGI"
    form = Prefill(type_tva=TypeTva.EXONERATION, motif_exoneration=mention)
    assert golden_block(form).to_text() == mention


def test_a_mention_of_subrogation_is_printed_as_it_is() -> None:
    mention = "Créance cédée à la banque du Val dans le cadre des articles L. 313-23 et suivants"
    assert golden_block(Prefill(affactureur=mention)).to_text() == mention


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        (TypeFacture.FACTURE, "Facture n° : F-12"),
        (TypeFacture.AVOIR, "Avoir n° : F-12"),
        (None, "Numéro de document : F-12"),
    ],
)
def test_the_label_of_the_number_says_what_the_document_is(kind: TypeFacture | None, line: str) -> None:
    assert golden_block(Prefill(numero_facture="F-12", type_facture=kind)).to_text() == line


def test_the_type_stands_alone_where_there_is_no_number() -> None:
    assert [golden_block(Prefill(type_facture=kind)).to_text() for kind in TypeFacture] == ["FACTURE", "AVOIR"]


@pytest.mark.parametrize(("code", "printed"), [("EUR", "12,00 €"), ("XPF", "12,00 XPF"), ("CHF", "12,00 CHF")])
def test_amounts_bear_the_currency(code: str, printed: str) -> None:
    block = golden_block(Prefill(devise=code, montant_ttc=Decimal(12)))
    assert block.to_text() == f"Devise : {code}\nTotal TTC : {printed}"


def test_amounts_without_a_currency_bear_none() -> None:
    assert golden_block(Prefill(montant_ttc=Decimal("1227.5"))).to_text() == "Total TTC : 1 227,50"


# What is refused


def test_every_fault_is_told_at_once() -> None:
    told = faults(
        siret_destinataire=Siret("11000201100045"),
        code_service="à demander",
        iban="FR7630006000011234567890188",
        devise="euro",
        montant_ht=Decimal("NaN"),
        lignes_tva=(),
    )
    assert told == (
        "siret_destinataire: « 11000201100045 » fails its checksum",
        "code_service: « à demander » has no shape that is recognised here",
        "devise: « euro » has no shape that is recognised here",
        "montant_ht: NaN is no amount",
        "lignes_tva: holds no line; None prints none",
        "iban: « FR7630006000011234567890188 » fails its checksum",
    )


def test_faults_are_told_in_the_language_asked_for() -> None:
    wrong = Siret("11000201100045")
    assert faults("fr", siret_destinataire=wrong) == ("siret_destinataire : « 11000201100045 » n'a pas la bonne clé",)
    with pytest.raises(PrefillError, match="n'a pas la bonne clé"):
        golden_block(Prefill(siret_destinataire=wrong))


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"montant_ht": 12.5}, "montant_ht: is a Decimal, not float"),
        ({"date_facture": "05/03/2026"}, "date_facture: is a date, not str"),
        ({"date_facture": datetime(2026, 3, 5, 12)}, "date_facture: is a date, not datetime"),  # noqa: DTZ001
        ({"type_tva": "EXONERATION"}, "type_tva: is a TypeTva, not str"),
        ({"siret_destinataire": 11000201100044}, "siret_destinataire: is a str, not int"),
        ({"lignes_tva": ("20 %",)}, "lignes_tva: is a LigneTva, not str"),
        ({"lignes_tva": [1]}, "lignes_tva: is a tuple, not list"),
    ],
)
def test_a_value_of_another_type_is_told(values: dict[str, Any], told: str) -> None:
    assert faults(**values) == (told,)


@pytest.mark.parametrize(
    ("values", "told"),
    [
        (  # the words of the form tie some of its values together
            {"motif_exoneration": "TVA non applicable, art. 293 B du CGI"},
            "type_tva: the block says « exonération » as well: give it, or leave out what says so",
        ),
        (
            {"lignes_tva": (LigneTva(taux=Decimal(20), base_ht=Decimal(100), montant=Decimal(20)),)},
            "montant_tva: the block says « 20,00 » as well: give it, or leave out what says so",
        ),
        (
            {"type_facture": TypeFacture.FACTURE, "numero_facture_origine": "F-3"},
            "numero_facture_origine: « F-3 » would not be read back (absent)",
        ),
        (
            {"motif_exoneration": "Voir au dos", "type_tva": TypeTva.EXONERATION},
            "motif_exoneration: « Voir au dos » would not be read back (absent)",
        ),
        ({"numero_facture": "BROUILLON"}, "numero_facture: « BROUILLON » has no shape that is recognised here"),
        ({"code_service": "0380123456"}, "code_service: « 0380123456 » has no shape that is recognised here"),
        ({"affactureur": "la banque du Val"}, "affactureur: « la banque du Val » would not be read back (absent)"),
        (
            {
                "lignes_tva": (LigneTva(taux=Decimal(20), base_ht=Decimal(100), montant=Decimal(30)),),
                "montant_tva": Decimal(30),
            },
            "lignes_tva: « 20 % de 100,00 = 30,00 » would not be read back (absent)",
        ),
        (
            {"lignes_tva": (LigneTva(taux=Decimal(20), base_ht=Decimal(100), montant=None),)},
            "lignes_tva: the line of 20 % has no amount, and nothing else announces it",
        ),
    ],
)
def test_what_would_not_come_back_is_told(values: dict[str, Any], told: str) -> None:
    assert told in faults(**values)


def test_an_argument_of_another_type_is_refused() -> None:
    with pytest.raises(TypeError, match="prefill is a Prefill, not dict"):
        golden_block({"siret_destinataire": STATE})  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="lang is one of 'fr', 'en', not 'de'"):
        golden_block(Prefill(), "de")


# Shapes


class _Lines(HTMLParser):
    """Reads the lines of a fragment as a browser shows them."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "div":
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        self.lines[-1] += data


def test_the_html_says_what_the_text_says() -> None:
    parser = _Lines()
    parser.feed(golden_block(CREDIT_NOTE).to_html())
    told = [line.strip().replace("\N{NO-BREAK SPACE}", " ") for line in parser.lines[1:]]
    assert told == PRINTED.split("\n")
    assert parser.tags == {"div", "b"}


def test_the_html_is_well_formed_and_escaped() -> None:
    mention = 'Autoliquidation <b>par le preneur</b> & "art. 283-2"'
    form = Prefill(type_tva=TypeTva.EXONERATION, motif_exoneration=mention)
    fragment = golden_block(form).to_html()
    root = ElementTree.fromstring(fragment)
    assert "".join(root.itertext()).strip() == mention
    assert [each.tag for each in root.iter()] == ["div", "div", "b"]


def test_a_notebook_shows_a_table_with_a_caption_in_its_language() -> None:
    form = Prefill(siret_destinataire=STATE)
    shown = {lang: golden_block(form, lang)._repr_html_() for lang in Lang}
    assert "À imprimer sur la facture" in shown[Lang.FR]
    assert "To print on the invoice" in shown[Lang.EN]
    assert all(ElementTree.fromstring(each).tag == "table" for each in shown.values())


def test_the_repr_counts_the_lines() -> None:
    assert repr(golden_block(CREDIT_NOTE)) == "<GoldenBlock of 23 lines>"
    assert repr(GoldenBlock(lines=())) == "<GoldenBlock of 0 lines>"
