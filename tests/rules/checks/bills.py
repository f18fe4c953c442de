"""Small invoices for the tests of checks: each check has some that it trips on and one that it does not.

``bill()`` draws an invoice that nothing is wrong with, line by line; ``without`` and ``with_`` change its lines by
name. The modules ``cases_…`` beside this one list, for each message of each check of a family, a failing and a passing
PDF; ``cases`` puts them together.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from chorus_ocr import ComplianceWarning, scan
from fixtures.make_invoices import INVOICES
from fixtures.parties import COURCERON, MEHUNOIS, SARVANE, STATE_ROADS, spaced
from fixtures.sheet import Sheet

Lines = Mapping[str, str]

CLIENT = spaced(COURCERON.siret, 3, 3, 3, 5)
OTHER = spaced(MEHUNOIS.siret, 3, 3, 3, 5)
STATE = spaced(STATE_ROADS.siret, 3, 3, 3, 5)
WRONG = f"{CLIENT[:-1]}{(int(CLIENT[-1]) + 1) % 10}"
"""The client's SIRET with another last digit: its key is wrong."""

LINES: Lines = {
    "title": "FACTURE N° FA-2026-0412",
    "date": "Date de facture : 12/03/2026",
    "delivery": "Date de livraison : 10/03/2026",
    "term": "Date d'échéance : 11/04/2026",
    "supplier": SARVANE.name,
    "supplier address": "12 rue des Forges, 18000 Bourges",
    "legal": f"SARL au capital de 12 000 € - RCS Bourges {spaced(SARVANE.siren, 3)}",
    "supplier siret": f"SIRET fournisseur : {spaced(SARVANE.siret, 3, 3, 3, 5)}",
    "supplier vat": f"N° TVA du fournisseur : {SARVANE.vat}",
    "client": COURCERON.lines[0],
    "client address": "1 place de la Mairie, 18910 Courceron",
    "client siret": f"SIRET client : {CLIENT}",
    "service": "Code service : TECHNIQUE",
    "engagement": "Engagement : 26D000417",
    "header": "Désignation, quantité, prix unitaire HT, montant HT",
    "item": "Réparation du portail de l'atelier municipal, 1 forfait",
    "kind": "Catégorie de l'opération : prestation de services",
    "net": "Total HT : 1 200,00 €",
    "rate": "TVA 20 % : 240,00 €",
    "tax": "Total TVA : 240,00 €",
    "gross": "Total TTC : 1 440,00 €",
    "due": "Net à payer : 1 440,00 €",
    "mode": "Règlement par virement à 30 jours",
    "iban": f"IBAN : {spaced(SARVANE.account.iban, 4)}",
    "bic": f"BIC : {SARVANE.account.bic}",
    "discount": "Pas d'escompte pour paiement anticipé",
    "penalties": "Pénalités de retard : trois fois le taux d'intérêt légal",
    "indemnity": "Indemnité forfaitaire pour frais de recouvrement : 40 €",
}
"""An invoice that nothing is wrong with, one line of print each."""

STATE_LINES: Lines = {
    **LINES,
    "client": "Direction des routes",
    "client siret": f"SIRET client : {STATE}",
    "engagement": "Engagement : 1500062783",
}


def with_(lines: Lines, **changes: str) -> Lines:
    """Return the lines with some replaced or added; underscores in names stand for spaces."""
    return {**lines, **{name.replace("_", " "): text for name, text in changes.items()}}


def without(lines: Lines, *names: str) -> Lines:
    """Return the lines without some."""
    return {name: text for name, text in lines.items() if name not in names}


def bill(lines: Lines = LINES, *, more_pages: int = 0) -> bytes:
    """Draw an invoice, one line under the other, then empty pages but for their numbers."""
    sheet = Sheet()
    for row, text in enumerate(lines.values()):
        sheet.put(20, 20 + min(8, 260 / len(lines)) * row, text, size=10)
    for number in range(2, 2 + more_pages):
        sheet.add_page()
        sheet.put(20, 20, f"Conditions générales, page {number}")
    return sheet.finish()


def blank() -> bytes:
    """Draw one empty page."""
    return Sheet().finish()


def stored(name: str) -> bytes:
    """Return one of the committed invoices."""
    return Path(INVOICES, f"{name}.pdf").read_bytes()


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One message of one check: a PDF that draws it, and one, as near as can be, that does not.

    ``how``: what ``scan()`` is told besides, of both. ``printed`` draws the failing invoice with one more line, for
    hints that say what to print.
    """

    code: str
    key: str
    failing: bytes
    passing: bytes
    name: str | None = None
    failing_name: str | None = None
    passing_name: str | None = None
    how: Mapping[str, Any] = field(default_factory=dict)
    printed: Callable[[str], bytes] | None = None

    def fails(self, **how: Any) -> Sequence[ComplianceWarning]:
        """Return the warnings about the failing PDF."""
        return scan(self.failing, file_name=self.failing_name, **self.how, **how).warnings

    def passes(self) -> Sequence[ComplianceWarning]:
        """Return the warnings about the passing PDF."""
        return scan(self.passing, file_name=self.passing_name, **self.how).warnings

    def cured(self, line: str) -> Sequence[ComplianceWarning]:
        """Return the warnings about the failing PDF with one more line of print."""
        assert self.printed is not None
        return scan(self.printed(line), file_name=self.failing_name, **self.how).warnings

    def __str__(self) -> str:
        return f"{self.code}-{self.key}"


def case(code: str, key: str, failing: Lines, passing: Lines, name: str | None = None, **how: Any) -> Case:
    """Return a case of two invoices drawn line by line; ``name`` is the field that the warning names."""
    return Case(
        code=code,
        key=key,
        name=name,
        failing=bill(failing),
        passing=bill(passing),
        how=how,
        printed=lambda text: bill({**failing, "printed": text}),
    )
