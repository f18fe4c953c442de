"""Small invoices for the tests of checks: each check has some that it trips on and one that it does not.

``bill()`` draws an invoice that nothing is wrong with, line by line; ``without`` and ``with_`` change its lines by
name. ``CASES`` lists, for each message of each check, a failing and a passing PDF, read by the default reader.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

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
    "supplier": SARVANE.name,
    "supplier siret": f"SIRET fournisseur : {spaced(SARVANE.siret, 3, 3, 3, 5)}",
    "client": COURCERON.lines[0],
    "client siret": f"SIRET client : {CLIENT}",
    "service": "Code service : TECHNIQUE",
    "engagement": "Engagement : 26D000417",
    "item": "Réparation du portail de l'atelier municipal, pièces et main-d'œuvre comprises",
    "net": "Total HT : 1 200,00 €",
    "tax": "Total TVA : 240,00 €",
    "gross": "Total TTC : 1 440,00 €",
    "due": "Net à payer : 1 440,00 €",
}
"""An invoice that nothing is wrong with, one line of print each."""

STATE_LINES: Lines = {**LINES, "client": "Direction des routes", "client siret": f"SIRET client : {STATE}"}


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
        sheet.put(20, 20 + 8 * row, text, size=10)
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

    ``printed`` draws the failing invoice with one more line, for hints that say what to print.
    """

    code: str
    key: str
    failing: bytes
    passing: bytes
    field: str | None = None
    failing_name: str | None = None
    passing_name: str | None = None
    printed: Callable[[str], bytes] | None = None

    def __str__(self) -> str:
        return f"{self.code}-{self.key}"


def _case(code: str, key: str, failing: Lines, passing: Lines, name: str) -> Case:
    return Case(
        code=code,
        key=key,
        field=name,
        failing=bill(failing),
        passing=bill(passing),
        printed=lambda text: bill({**failing, "printed": text}),
    )


_CLIENT_BLOCK = with_(LINES, client="Client", client_siret=f"SIRET : {CLIENT}")
_MINISTRY = with_(
    without(STATE_LINES, "client siret"),
    client="Ministère de la Transition écologique",
    service="Direction des routes",
    engagement="75700 Paris",
)

CASES: tuple[Case, ...] = (
    Case(
        code="DOC01",
        key="long",
        failing=bill(),
        failing_name="facture_de_mars_2026_pour_la_mairie_de_courceron_1.pdf",
        passing=bill(),
        passing_name="facture_de_mars_2026_pour_la_mairie_courceron1.pdf",
    ),
    Case(code="DOC04", key="protected", failing=stored("empty_password"), passing=bill()),
    Case(code="DOC05", key="scan", failing=stored("scan"), passing=bill()),
    Case(code="DOC05", key="empty", failing=blank(), passing=bill()),
    Case(code="DOC07", key="unread", failing=bill(more_pages=3), passing=bill(more_pages=2)),
    _case("DOC13", "title", with_(LINES, title="DEVIS N° D-2026-0412"), LINES, "type_facture"),
    _case("DES01", "absent", without(LINES, "client siret"), LINES, "siret_destinataire"),
    _case("DES01", "unannounced", with_(LINES, client_siret=CLIENT), LINES, "siret_destinataire"),
    _case("DES02", "checksum", with_(LINES, client_siret=f"SIRET client : {WRONG}"), LINES, "siret_destinataire"),
    _case(
        "DES03",
        "word",
        with_(LINES, client_siret=f"SIRET acheteur : {CLIENT}"),
        with_(LINES, client_siret=f"SIRET destinataire : {CLIENT}"),
        "siret_destinataire",
    ),
    _case("DES03", "word", _CLIENT_BLOCK, LINES, "siret_destinataire"),
    _case(
        "DES05",
        "rivals",
        with_(LINES, other=f"SIRET client : {OTHER}"),
        with_(LINES, other=f"SIRET client : {CLIENT}"),
        "siret_destinataire",
    ),
    _case("DES08", "absent", without(STATE_LINES, "service"), without(LINES, "service"), "code_service"),
    _case(
        "DES08",
        "rivals",
        with_(STATE_LINES, other="Code service : VOIRIE"),
        with_(LINES, other="Code service : VOIRIE"),
        "code_service",
    ),
    _case("DES16", "named", _MINISTRY, STATE_LINES, "siret_destinataire"),
    _case("REF01", "absent", without(STATE_LINES, "engagement"), without(LINES, "engagement"), "numero_engagement"),
    _case(
        "REF01",
        "rivals",
        with_(STATE_LINES, other="Engagement : 26D000999"),
        STATE_LINES,
        "numero_engagement",
    ),
    _case("REF07", "rivals", with_(LINES, other="Engagement : 26D000999"), LINES, "numero_engagement"),
    _case(
        "REF09",
        "word",
        with_(LINES, engagement="BDC n° : BC26-0417"),
        with_(LINES, engagement="Votre bon de commande n° : BC26-0417"),
        "numero_engagement",
    ),
    _case(
        "REF09",
        "word",
        with_(LINES, engagement="Purchase order : 4500128734"),
        with_(LINES, engagement="N° d'engagement : 4500128734"),
        "numero_engagement",
    ),
    _case(
        "MNT05",
        "gap",
        with_(LINES, gross="Total TTC : 1 445,00 €", due="Net à payer : 1 445,00 €"),
        with_(LINES, gross="Total TTC : 1 440,02 €", due="Net à payer : 1 440,02 €"),
        "montant_ttc",
    ),
)
"""For each message of each check, a failing and a passing invoice."""
