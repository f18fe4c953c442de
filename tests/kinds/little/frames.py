"""Little whole pages drawn straight from words: eight frames with room for the lines that a test is about.

The rooms: ``refs`` beside or under the title, ``totals`` right under the totals, ``terms`` among the conditions of
payment, ``foot`` in the small print. ``vat`` says whether the page charges VAT.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from fixtures.bill import day, euros, money
from fixtures.parties import spaced
from kinds.deals import Deal, deal

Line = str | Sequence[tuple[float, str]]
Lines = Sequence[Line]
Rooms = dict[str, Lines]
Frame = Callable[[Deal, str, Rooms, bool], list[Line]]


@dataclass(frozen=True, slots=True)
class Little:
    """A little page: what it is about, its lines, and the value to find (None: nothing)."""

    name: str
    lines: tuple[Line, ...]
    want: str | None


def _number(case: Deal) -> str:
    return case.full.numero_facture or ""


def _day(case: Deal) -> str:
    assert case.full.date_facture
    return day(case.full.date_facture)


def _siret(case: Deal, *, client: bool = False) -> str:
    return spaced(case.recipient.siret if client else case.supplier.siret, 3, 3, 3, 5)


def _totals(case: Deal, vat: bool, x: float, to: float) -> list[Line]:
    rows = [("Total HT", euros(case.bill.ht)), ("TVA 20 %", euros(case.bill.tva)), ("Total TTC", euros(case.bill.ttc))]
    if not vat:
        rows = [("Total à payer", euros(case.bill.ht))]
    return [[(x, label), (to - 5 * len(value), value)] for label, value in rows]


def _items(case: Deal) -> list[Line]:
    return [[(40, i.label), (330, i.count), (400, money(i.price)), (480, money(i.total))] for i in case.bill.items]


def letterhead(case: Deal, title: str, rooms: Rooms, vat: bool) -> list[Line]:
    """Letterhead at the left, window address at the right, totals at the right."""
    firm, body = case.supplier, case.recipient
    return [
        firm.name,
        firm.street,
        firm.town,
        f"SIRET : {_siret(case)}",
        *([(320, line)] for line in body.lines),
        [(320, f"SIRET client : {_siret(case, client=True)}")],
        "",
        f"{title} N° {_number(case)} du {_day(case)}",
        *rooms.get("refs", ()),
        "",
        [(40, "Désignation"), (330, "Qté"), (400, "P.U. HT"), (480, "Montant HT")],
        *_items(case),
        "",
        *_totals(case, vat, 380, 540),
        *rooms.get("totals", ()),
        "",
        *rooms.get("terms", ("Paiement à 30 jours.",)),
        "",
        *rooms.get("foot", ()),
        f"{firm.name} - {firm.form} - RCS {firm.registry} {spaced(firm.siren, 3)} - TVA {firm.vat}",
    ]


def header_table(case: Deal, title: str, rooms: Rooms, vat: bool) -> list[Line]:
    """References under header cells, parties in two columns."""
    firm, body = case.supplier, case.recipient
    left = (firm.name, firm.street, firm.town, f"SIRET {_siret(case)}")
    right = (body.lines[0], body.lines[-2], body.lines[-1], f"SIRET {_siret(case, client=True)}")
    return [
        [(40, "Émetteur"), (320, "Destinataire")],
        *([(40, a), (320, b)] for a, b in zip(left, right, strict=True)),
        "",
        title,
        "",
        [(40, "Numéro"), (180, "Date"), (320, "N° d'engagement")],
        [(40, _number(case)), (180, _day(case)), (320, case.full.numero_engagement or "")],
        "",
        *rooms.get("refs", ()),
        "",
        *_items(case),
        "",
        *rooms.get("foot", ()),
        *_totals(case, vat, 360, 550),
        *rooms.get("totals", ()),
        "",
        *rooms.get("terms", ("Conditions : 30 jours à réception.",)),
    ]


def prose(case: Deal, title: str, rooms: Rooms, vat: bool) -> list[Line]:
    """A letter in sentences."""
    firm = case.supplier
    total = f"{euros(case.bill.ttc)} TTC" if vat else euros(case.bill.ht)
    return [
        firm.name,
        firm.town,
        "",
        *([(300, line)] for line in case.recipient.lines),
        "",
        [(300, f"Le {_day(case)}")],
        "",
        f"{title} n° {_number(case)}",
        *rooms.get("refs", ()),
        "",
        "Madame, Monsieur,",
        "Nous avons l'honneur de vous adresser le décompte de nos prestations :",
        *(f"- {i.label}" for i in case.bill.items),
        f"pour un montant de {total}.",
        *rooms.get("totals", ()),
        "",
        *rooms.get("terms", ("Nous vous remercions de votre règlement sous trente jours.",)),
        "",
        "Veuillez agréer l'expression de nos salutations distinguées.",
        "",
        *rooms.get("foot", ()),
        f"SIRET {_siret(case)} - {firm.form}",
    ]


def printer(case: Deal, title: str, rooms: Rooms, vat: bool) -> list[Line]:
    """Capitals of an old system."""
    firm = case.supplier
    return [
        f"{firm.name.upper():<56}{title.upper()} NO {_number(case)}",
        f"{firm.town.upper():<56}DATE {_day(case)}",
        f"SIRET {firm.siret}",
        "",
        *(f"{'':<56}{line.upper()}" for line in case.recipient.lines),
        "",
        *rooms.get("refs", ()),
        "-" * 96,
        *(f"{i.label.upper():<60}{i.count:>8}{money(i.total, ''):>20}" for i in case.bill.items),
        "-" * 96,
        *_totals(case, vat, 300, 520),
        *rooms.get("totals", ()),
        "",
        *rooms.get("terms", ("CONDITIONS 30 JOURS NET",)),
        *rooms.get("foot", ()),
    ]


def side_block(case: Deal, title: str, rooms: Rooms, vat: bool) -> list[Line]:
    """Title at the left, a block of references flush to the right, payment under the totals at the left."""
    firm = case.supplier
    return [
        [(40, title), (360, f"Numéro : {_number(case)}")],
        [(40, firm.name), (360, f"Date : {_day(case)}")],
        [(40, firm.street), (360, f"SIRET client : {_siret(case, client=True)}")],
        [(40, firm.town)],
        "",
        *rooms.get("refs", ()),
        "",
        f"Client : {case.recipient.lines[0]}",
        "",
        [(40, "Prestation"), (480, "Total")],
        *([(40, f"{i.count} x {i.label}"), (480, money(i.total))] for i in case.bill.items),
        "",
        *_totals(case, vat, 330, 540),
        "",
        *rooms.get("terms", ("Échéance à 30 jours",)),
        *rooms.get("totals", ()),
        "",
        *rooms.get("foot", ()),
        f"{firm.name}, SIRET {_siret(case)}, APE {firm.ape}",
    ]


def vat_table(case: Deal, title: str, rooms: Rooms, vat: bool) -> list[Line]:
    """A VAT table or none, three legal lines at the foot."""
    firm = case.supplier
    table: list[Line] = [
        [(40, "Taux"), (120, "Base HT"), (220, "Montant TVA")],
        [(40, "20,00"), (120, money(case.bill.ht)), (220, money(case.bill.tva))],
        "",
    ]
    return [
        firm.name,
        "",
        [(300, case.recipient.lines[0])],
        [(300, case.recipient.lines[-1])],
        "",
        f"{title} {_number(case)}",
        f"Date : {_day(case)}",
        *rooms.get("refs", ()),
        "",
        *_items(case),
        "",
        *(table if vat else ()),
        *_totals(case, vat, 340, 540),
        *rooms.get("totals", ()),
        "",
        *rooms.get("terms", ()),
        "Pas d'escompte pour paiement anticipé. Indemnité forfaitaire de recouvrement : 40 €.",
        *rooms.get("foot", ()),
        f"SIRET : {_siret(case)} - APE {firm.ape} - {firm.form}",
    ]


FRAMES: dict[str, Frame] = {
    "letterhead": letterhead,
    "header_table": header_table,
    "prose": prose,
    "printer": printer,
    "side_block": side_block,
    "vat_table": vat_table,
}


def little(
    name: str,
    want: str | None,
    frame: str,
    *,
    title: str = "FACTURE",
    vat: bool = True,
    refs: Lines = (),
    totals: Lines = (),
    terms: Lines = (),
    foot: Lines = (),
) -> Little:
    """Return a little page in a frame; a room left empty keeps the frame's own words."""
    rooms = {
        key: value for key, value in (("refs", refs), ("totals", totals), ("terms", terms), ("foot", foot)) if value
    }
    return Little(name, tuple(FRAMES[frame](deal(name), title, rooms, vat)), want)
