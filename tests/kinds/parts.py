"""The parts around what a drawing is about: letterheads with both parties, and bodies with items, totals and footer.

A head returns the y where the page goes on. A body begins at ``y`` and ends with the footer. Both tell what they
print; what was told before is not printed again.
"""

from fixtures.bill import money, percent
from fixtures.parties import digits, spaced
from fixtures.sheet import GREY, PALE, Align, Column
from kinds.paper import Paper, Rows


def _own(paper: Paper, siret: str | None, vat: str | None) -> tuple[str, ...]:
    firm = paper.deal.supplier
    lines = [firm.name, firm.street, firm.town, f"Tél. {firm.phone}"]
    if siret:
        lines.append(f"{siret}{paper.tell('siret_fournisseur')}")
    if vat:
        lines.append(f"{vat}{paper.tell('tva_fournisseur')}")
    return tuple(lines)


def _client(paper: Paper, siret: str | None) -> tuple[str, ...]:
    lines = paper.deal.recipient.lines
    if siret:
        return (*lines, f"{siret}{paper.tell('siret_destinataire')}")
    return lines


def letter(paper: Paper, *, own: str | None = None, vat: str | None = None, client: str | None = None) -> float:
    """Supplier top left, recipient in the window of the envelope."""
    paper.stack(20, 20, _own(paper, own, vat), bold_first=True)
    y = paper.stack(118, 48, _client(paper, client), size=10, leading=5, bold_first=True)
    return max(y, 76)


def boxes(paper: Paper, *, own: str | None = None, vat: str | None = None, client: str | None = None) -> float:
    """Two boxes side by side with a caption over each."""
    paper.put(12, 18, paper.deal.supplier.name, size=16, bold=True)
    paper.caption(12, 34, "Émetteur :")
    paper.caption(108, 34, "Adressé à :")
    paper.panel(12, 36, 88, 40, fill=PALE, edge=None)
    paper.panel(108, 36, 90, 40)
    paper.stack(15, 42, _own(paper, own, vat), bold_first=True)
    paper.stack(111, 42, _client(paper, client), bold_first=True)
    return 86


def centred(paper: Paper, *, own: str | None = None, vat: str | None = None, client: str | None = None) -> float:
    """Supplier centred on top, recipient at the left."""
    paper.put(105, 18, paper.deal.supplier.name, size=18, italic=True, align="C")
    paper.stack(105, 25, _own(paper, own, vat)[1:], size=8, leading=4, align="C", ink=GREY)
    paper.rule(40, 45, 170)
    y = paper.stack(22, 56, _client(paper, client), size=10, leading=5)
    return max(y, 78) + 2


def right_hand(paper: Paper, *, own: str | None = None, vat: str | None = None, client: str | None = None) -> float:
    """Supplier flush right on top, recipient at the left under « Client »."""
    paper.stack(195, 18, _own(paper, own, vat), align="R", bold_first=True)
    paper.put(15, 46, "Client", size=11, bold=True)
    y = paper.stack(15, 52, _client(paper, client))
    return max(y, 76) + 4


def band(paper: Paper, *, own: str | None = None, vat: str | None = None, client: str | None = None) -> float:
    """A coloured band, the parties under it in two columns."""
    paper.panel(0, 0, 210, 16, fill=(36, 64, 97), edge=None)
    paper.put(14, 11, paper.deal.supplier.name.upper(), size=14, bold=True, ink=(255, 255, 255))
    paper.stack(14, 26, _own(paper, own, vat)[1:], size=8.5, leading=4.2)
    paper.put(120, 26, "FACTURÉ À", size=8, bold=True, ink=(36, 64, 97))
    y = paper.stack(120, 31, _client(paper, client), size=9, leading=4.5, bold_first=True)
    return max(y, 58) + 6


def _payment(paper: Paper, *, mode: bool = True) -> Rows:
    rows: Rows = []
    if paper.printed.mode_paiement is None and mode:
        rows.append(("Mode de règlement :", paper.tell("mode_paiement")))
    if paper.printed.iban is None:
        rows += [("IBAN :", paper.tell("iban")), ("BIC :", paper.tell("bic"))]
    return rows


def footer(paper: Paper, y: float = 284, *, align: Align = "C", vat: str = "TVA", size: float = 7.5) -> None:
    """Print the legal line; it carries the supplier's SIRET and VAT number where the page has not told them."""
    firm = paper.deal.supplier
    legal = [firm.name, firm.form]
    if paper.printed.siret_fournisseur is None:
        legal.append(f"SIRET {paper.tell('siret_fournisseur')}")
    legal.append(f"RCS {firm.registry} {spaced(firm.siren, 3)}")
    numbers = [f"APE {firm.ape}"]
    if paper.printed.tva_fournisseur is None and vat:
        numbers.append(f"{vat} {paper.tell('tva_fournisseur')}")
    x = {"L": 15.0, "C": paper.w / 2, "R": paper.w - 15.0}[align]
    paper.put(x, y, " – ".join(legal), size=size, align=align, ink=GREY)
    paper.put(x, y + 4, " – ".join(numbers), size=size, align=align, ink=GREY)


def noise(paper: Paper, x: float, y: float, *, size: float = 7.5) -> None:
    """Print what stands on every invoice and is none of the form's data."""
    seed = paper.deal.supplier.name + (paper.deal.full.numero_facture or "")
    client, note = digits(seed + "client", 5), digits(seed + "note", 4)
    lines = (
        (f"N° client : 411{client}", f"Bon de livraison n° BL{note} du 06/01/2026"),
        (f"Code client {client}", f"Devis n° D{note} accepté", "Votre interlocuteur : Mme Guéguen, poste 214"),
        (f"Votre compte : C{client}", "Affaire suivie par : M. Thabault"),
    )[int(note) % 3]
    paper.stack(x, y, lines, size=size, leading=3.8, ink=GREY)


def late_payment(paper: Paper, x: float, y: float) -> None:
    """Print the sentence on late payment, with its 40 €."""
    paper.prose(
        x,
        y,
        120,
        "En cas de retard de paiement, il sera appliqué des pénalités au taux de la BCE majoré de 8 points, et une "
        "indemnité forfaitaire pour frais de recouvrement de 40 €. Pas d'escompte pour règlement anticipé.",
        size=7,
        leading=3.2,
        ink=GREY,
    )


def classic(paper: Paper, y: float) -> None:
    """Rate column in the items, totals at the right, bank details at the left."""
    y = paper.grid(
        15,
        y,
        (
            Column("Désignation", 82),
            Column("Qté", 18, "R"),
            Column("P.U. HT", 28, "R"),
            Column("TVA", 20, "R"),
            Column("Montant HT", 32, "R"),
        ),
        [(i.label, i.count, money(i.price), percent(i.rate), money(i.total)) for i in paper.deal.bill.items],
        head_fill=PALE,
    )
    paper.ledger(128, y + 9, 193, paper.total_rows(), align="R", last_bold=True)
    paper.pairs(15, y + 10, _payment(paper))
    noise(paper, 15, y + 30)
    late_payment(paper, 15, 272)
    footer(paper)


def framed(paper: Paper, y: float) -> None:
    """A framed table down to a fixed floor, a little framed table of totals, conditions at the left."""
    paper.put(170, y - 2, "Montants exprimés en Euros", size=8, align="C", ink=GREY)
    floor = min(y + 70, 200)
    paper.grid(
        10,
        y,
        (
            Column("Désignation", 92),
            Column("TVA", 18, "C"),
            Column("P.U. HT", 26, "R"),
            Column("Qté", 20, "R"),
            Column("Total HT", 34, "R"),
        ),
        [(i.label, percent(i.rate), money(i.price), i.count, money(i.total)) for i in paper.deal.bill.items],
        rules="columns",
        floor=floor,
    )
    rows = paper.total_rows("Total HT", "Total TVA {}", "Total TTC")
    paper.says(devise="EUR")
    for place, (label, value) in enumerate(rows):
        paper.panel(128, floor + 4 + 6 * place, 72, 6, fill=PALE if place == len(rows) - 1 else None, edge=None)
        paper.put(130, floor + 8.3 + 6 * place, label)
        paper.put(198, floor + 8.3 + 6 * place, value, align="R")
    y = floor + 8
    if paper.printed.date_echeance is None:
        paper.pair(12, y, "Conditions de règlement :", "À 30 jours")
        paper.either["date_echeance"] = paper.deal.full.date_echeance
        y += 5
    paper.pairs(12, y, _payment(paper))
    footer(paper, 280)


def rated(paper: Paper, y: float) -> None:
    """A VAT table at the left, totals at the right, net à payer last."""
    y = paper.grid(
        12,
        y,
        (
            Column("Réf.", 22),
            Column("Libellé", 80),
            Column("Quantité", 22, "R"),
            Column("Prix unitaire", 30, "R"),
            Column("Montant", 32, "R"),
        ),
        [(i.reference, i.label, i.count, money(i.price), money(i.total)) for i in paper.deal.bill.items],
        rules="all",
    )
    lines = paper.deal.bill.vat_lines
    paper.grid(
        12,
        y + 8,
        (Column("Taux", 20, "C"), Column("Base HT", 30, "R"), Column("Montant TVA", 30, "R")),
        [(percent(line.rate), money(line.base or line.amount), money(line.amount)) for line in lines],
        size=8,
        rules="all",
    )
    rows = paper.total_rows("Montant HT", None, "Montant TTC", tax="Montant TVA", due="Net à payer")
    paper.says(lignes_tva=lines)
    paper.ledger(125, y + 12, 196, rows, align="R", last_bold=True, leading=6)
    paper.pairs(12, y + 50, _payment(paper))
    late_payment(paper, 12, y + 70)
    footer(paper, align="L", vat="N° TVA")


def sparse(paper: Paper, y: float) -> None:
    """No rules at all: light software of freelancers."""
    paper.columns(20, y + 4, (95, 25, 30, 20), ("Description", "Quantité", "Prix", "Total"), size=8)
    for each in paper.deal.bill.items:
        y += 7
        paper.columns(20, y + 4, (95, 25, 30), (each.label, each.count, money(each.price)), size=10)
        paper.put(188, y + 4, money(each.total), size=10, align="R")
    words = ("Montant hors taxes", "TVA ({})", "Montant toutes taxes comprises")
    y = paper.ledger(110, y + 18, 188, paper.total_rows(*words), align="R", size=10, leading=6.5)
    paper.put(20, y + 12, "Coordonnées bancaires", size=10, bold=True)
    paper.pairs(20, y + 18, _payment(paper, mode=False), size=9)
    footer(paper, 278, vat="TVA intracommunautaire")


def inline(paper: Paper, y: float) -> None:
    """Totals written « label : amount » flush right, payment in a sentence."""
    y = paper.grid(
        18,
        y,
        (Column("Prestation", 100), Column("Qté", 18, "R"), Column("P.U.", 26, "R"), Column("Total", 30, "R")),
        [(i.label, i.count, money(i.price), money(i.total)) for i in paper.deal.bill.items],
        size=9,
        zebra=PALE,
        rules="none",
    )
    for label, value in paper.total_rows("Total hors taxes", "TVA à {}", "Montant total TTC"):
        y += 6
        paper.put(192, y, f"{label} : {value}", size=9.5, align="R")
    if paper.printed.mode_paiement is None:
        iban, bic = paper.tell("iban"), paper.tell("bic")
        mode = paper.tell("mode_paiement")
        paper.put(18, y + 14, f"Règlement par {mode} sur le compte IBAN {iban} – BIC {bic}", size=8.5)
    noise(paper, 18, y + 24)
    footer(paper, align="R")


HEADS = (letter, boxes, centred, right_hand, band)
BODIES = (classic, framed, rated, sparse, inline)
