"""Invoices that the checks of the identification trip on, and such that they do not."""

from collections.abc import Callable
from datetime import date

from rules.checks.bills import LINES, Case, Lines, bill, case, with_, without

_CREDIT = with_(LINES, title="AVOIR N° AV-2026-0012", origin="Facture d'origine : FA-2026-0412")
_FOREIGN: Lines = {"title": "INVOICE N° FA-26-118", "date": "12/03/2026", "total": "Total amount: 100.00 EUR"}
_UNTITLED = {**without(LINES, "title"), "date": "Numéro : FA-2026-0412, date : 12/03/2026"}
_LETTER = {
    "title": LINES["title"],
    "one": "Bourges, le 12/03/2026",
    "supplier": LINES["supplier"],
    "place": "",
    **without(LINES, "title", "date", "supplier"),
}
_NEGATIVE = {
    "net": "Total HT : -1 200,00 €",
    "rate": "TVA 20 % : -240,00 €",
    "tax": "Total TVA : -240,00 €",
    "gross": "Total TTC : -1 440,00 €",
    "due": "Net à payer : -1 440,00 €",
}


def _on(day: date) -> Callable[..., Case]:
    def made(code: str, key: str, failing: Lines, passing: Lines) -> Case:
        return case(code, key, failing, passing, "date_facture", today=day)

    return made


_IN_MARCH = _on(date(2026, 3, 20))


CASES: tuple[Case, ...] = (
    case("IDE01", "absent", with_(LINES, title="FACTURE"), LINES, "numero_facture"),
    case("IDE01", "near", with_(LINES, title="FACTURE", ours="Réf. FA-2026-0412"), LINES, "numero_facture"),
    case(
        "IDE02",
        "long",
        with_(LINES, title="FACTURE N° FA-2026-0412-BOURGES1"),
        with_(LINES, title="FACTURE N° FA-2026-0412-BOURGES"),
        "numero_facture",
    ),
    case(
        "IDE03",
        "characters",
        with_(LINES, title="FACTURE N° FA.2026:0412"),
        with_(LINES, title="FACTURE N° FA_2026/04+12-b"),
        "numero_facture",
    ),
    case(
        "IDE03",
        "characters",
        with_(LINES, title="FACTURE N° FA 2026 0412"),
        with_(LINES, title="FACTURE N° FA-2026-0412"),
        "numero_facture",
    ),
    case("IDE05", "absent", without(LINES, "date", "delivery", "term"), LINES, "date_facture"),
    case("IDE05", "near", without(LINES, "date"), LINES, "date_facture"),
    Case(
        code="IDE05",
        key="unannounced",
        name="date_facture",
        failing=bill(_FOREIGN),
        passing=bill(with_(_FOREIGN, date="Invoice date: 2026-03-12")),
        printed=lambda line: bill({**_FOREIGN, "printed": line}),
    ),
    _IN_MARCH(
        "IDE06",
        "future",
        with_(LINES, date="Date de facture : 21/03/2026"),
        with_(LINES, date="Date de facture : 20/03/2026"),
    ),
    case(
        "IDE07",
        "order",
        with_(_FOREIGN, date="Invoice date: 03/04/2026"),
        with_(_FOREIGN, date="Invoice date: 13/04/2026"),
        "date_facture",
    ),
    case(
        "IDE07",
        "unlabelled",
        {**_LETTER, "place": "Courceron, le 14/03/2026"},
        {**_LETTER, "place": "Courceron, le 12/03/2026"},
        "date_facture",
    ),
    _IN_MARCH(
        "IDE08",
        "old",
        with_(LINES, date="Date de facture : 12/03/2025"),
        with_(LINES, date="Date de facture : 20/03/2025"),
    ),
    case("IDE09", "absent", without(_CREDIT, "origin"), _CREDIT, "numero_facture_origine"),
    case("IDE09", "near", with_(_CREDIT, origin="Concerne la facture de 2026"), _CREDIT, "numero_facture_origine"),
    case("IDE09", "quoted", with_(_CREDIT, origin="Facture n° : FA-2026-0412"), _CREDIT, "numero_facture_origine"),
    case("IDE10", "absent", _UNTITLED, LINES, "type_facture"),
    case(
        "IDE10",
        "negative",
        {**_UNTITLED, **_NEGATIVE},
        {**_CREDIT, **_NEGATIVE},
        "type_facture",
    ),
    case(
        "IDE11",
        "impossible",
        with_(LINES, date="Date de facture : 31/02/2026"),
        with_(LINES, date="Date de facture : 28/02/2026"),
        "date_facture",
    ),
    case(
        "IDE12",
        "other",
        with_(LINES, other="N° de facture : FA-2026-0413"),
        with_(LINES, other="N° de facture : fa-2026-0412"),
        "numero_facture",
    ),
    case(
        "IDE13",
        "other",
        with_(LINES, other="Facture émise le 15/03/2026"),
        with_(LINES, other="Facture émise le 12 mars 2026"),
        "date_facture",
    ),
)
