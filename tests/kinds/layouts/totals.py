"""Where totals stand: far from their label, with the currency apart, as a table's last row, under header cells."""

from fixtures.bill import money, percent
from fixtures.sheet import GREY, PALE, Column, Sheet
from kinds.deals import deal
from kinds.paper import Drawing, Paper, bare, code_eur, plain_euros
from kinds.parts import band, boxes, centred, footer, letter, noise, right_hand


def _start(paper: Paper, y: float) -> float:
    """Print title and references, then the items; return the y below."""
    number, issued = paper.tell("numero_facture"), paper.tell("date_facture")
    paper.put(15, y, f"FACTURE N° {number} DU {issued}", size=13, bold=True)
    paper.put(15, y + 6, f"Engagement n° {paper.tell('numero_engagement')}")
    return paper.grid_of_items(y + 10)


def _end(paper: Paper, y: float) -> None:
    if paper.printed.iban is None:
        paper.pairs(15, y, paper.pairs_of(iban="IBAN :", bic="BIC :"))
    noise(paper, 15, y + 14)
    footer(paper)


# Right-aligned, far from the label


def across_the_page() -> Drawing:
    """Labels at the left margin, amounts flush right at the other edge."""
    paper = Paper(deal("across the page"), "Times", write=plain_euros)
    y = _start(paper, letter(paper, own="SIRET : ", client="SIRET client : "))
    rows = paper.total_rows(
        "Montant total hors taxes", "Taxe sur la valeur ajoutée {}", "Montant total TTC", due="Net à payer"
    )
    _end(paper, paper.ledger(15, y + 10, 195, rows, align="R", leading=6, last_bold=True))
    return paper.done()


def table_feet() -> Drawing:
    """Totals inside the items' ruled table: the label in the first column, the amount in the last."""
    paper = Paper(deal("table feet", rates=("20", "5.5")), write=bare)
    y = boxes(paper, own="SIRET ", client="SIRET client ")
    paper.put(12, y, f"Facture {paper.tell('numero_facture')} du {paper.tell('date_facture')}", size=13, bold=True)
    paper.put(12, y + 5, f"Bon de commande : {paper.tell('numero_engagement')}. Montants en euros.", size=8)
    paper.says(devise="EUR")
    columns = (
        Column("Désignation", 96),
        Column("Qté", 20, "R"),
        Column("P.U. HT", 30, "R"),
        Column("Montant", 40, "R"),
    )
    body = [(i.label, i.count, money(i.price), money(i.total)) for i in paper.deal.bill.items]
    rows = paper.total_rows(tax="Total TVA", due="Net à payer")
    y = paper.grid(12, y + 9, columns, [*body, *((label, "", "", value) for label, value in rows)], rules="all")
    _end(paper, y + 10)
    return paper.done()


def wide_gap() -> Drawing:
    """Labels in the middle, amounts 70 mm further, a ruling over the last."""
    paper = Paper(deal("wide gap"), write=code_eur)
    y = _start(paper, right_hand(paper, own="SIRET : ", client="SIRET destinataire : "))
    rows = paper.total_rows("Total HT :", "TVA ({}) :", "Total TTC :")
    paper.rule(85, y + 8 + 6 * (len(rows) - 1) - 4.4, 195)
    _end(paper, paper.ledger(85, y + 8, 195, rows, align="R", leading=6))
    return paper.done()


# Currency in its own column


def euro_column() -> Drawing:
    """The sign stands in a column of its own after the amounts."""
    paper = Paper(deal("euro column"), write=bare)
    y = _start(paper, centred(paper, own="SIRET ", client="SIRET client "))
    for label, value in paper.total_rows(due="Net à payer"):
        y += 6
        paper.put(120, y, label)
        paper.put(178, y, value, align="R")
        paper.put(188, y, "€")
    paper.says(devise="EUR")
    _end(paper, y + 10)
    return paper.done()


def euro_before() -> Drawing:
    """« EUR » in a column between label and amount."""
    paper = Paper(deal("euro before", rates=("20", "10")), "Times", write=bare)
    y = _start(paper, letter(paper, own="SIRET : ", client="SIRET client : "))
    for label, value in paper.total_rows("Total HT", "TVA {}", "Total TTC", tax="Total TVA"):
        y += 6
        paper.put(110, y, label, size=10)
        paper.put(152, y, "EUR", size=10)
        paper.put(195, y, value, size=10, align="R")
    paper.says(devise="EUR")
    _end(paper, y + 10)
    return paper.done()


def euro_cells() -> Drawing:
    """Ruled cells: label, amount, « € », each in its own box."""
    paper = Paper(deal("euro cells"), write=bare)
    y = _start(paper, band(paper, own="SIRET ", client="SIRET client : "))
    rows = paper.total_rows("Montant HT", "TVA {}", "Montant TTC")
    columns = (Column("", 50), Column("", 34, "R"), Column("", 10, "C"))
    y = paper.grid(101, y + 4, columns, [(label, value, "€") for label, value in rows], rules="all")
    paper.says(devise="EUR")
    _end(paper, y + 8)
    return paper.done()


# The table's last row


def last_row() -> Drawing:
    """Columns HT, TVA, TTC for each item; the last row « Total » sums them."""
    paper = Paper(deal("last row"), write=plain_euros)
    y = boxes(paper, own="SIRET : ", client="SIRET client : ")
    paper.put(12, y, f"Facture n° {paper.tell('numero_facture')} du {paper.tell('date_facture')}", size=13, bold=True)
    paper.put(12, y + 5.5, f"Engagement : {paper.tell('numero_engagement')}")
    rows = [
        (
            i.label,
            i.count,
            plain_euros(i.total),
            percent(i.rate),
            plain_euros(i.total * i.rate / 100),
            plain_euros(i.total * (100 + i.rate) / 100),
        )
        for i in paper.deal.bill.items
    ]
    total = ("Total", "", paper.tell("montant_ht"), "", paper.tell("montant_tva"), paper.tell("montant_ttc"))
    columns = (
        Column("Désignation", 66),
        Column("Qté", 14, "R"),
        Column("Montant HT", 28, "R"),
        Column("Taux", 18, "R"),
        Column("Montant TVA", 28, "R"),
        Column("Montant TTC", 32, "R"),
    )
    y = paper.grid(12, y + 9, columns, [*rows, total], rules="all", last_bold=True)
    paper.either["lignes_tva"] = paper.deal.bill.vat_lines
    _end(paper, y + 8)
    return paper.done()


def totals_row() -> Drawing:
    """« TOTAUX EN EUROS » as the last row, the columns headed « Total HT », « TVA », « Total TTC »."""
    paper = Paper(deal("totals row", rates=("20", "10")), "Times", write=bare)
    y = letter(paper, own="SIRET ", client="SIRET client ")
    paper.put(20, y, f"FACTURE {paper.tell('numero_facture')}", size=14, bold=True)
    paper.put(
        20, y + 6, f"Date : {paper.tell('date_facture')} – Commande n° {paper.tell('numero_engagement')}", size=10
    )
    rows = [
        (i.label, money(i.total), money(i.total * i.rate / 100), money(i.total * (100 + i.rate) / 100))
        for i in paper.deal.bill.items
    ]
    total = ("TOTAUX EN EUROS", paper.tell("montant_ht"), paper.tell("montant_tva"), paper.tell("montant_ttc"))
    columns = (
        Column("Prestation", 82),
        Column("Total HT", 30, "R"),
        Column("TVA", 28, "R"),
        Column("Total TTC", 32, "R"),
    )
    y = paper.grid(20, y + 10, columns, [*rows, total], last_bold=True)
    paper.says(devise="EUR")
    _end(paper, y + 8)
    return paper.done()


def one_row() -> Drawing:
    """A single service: the only row of the table is also the total, with a « Net à payer » below."""
    case = deal("one row", lines=(("Abonnement annuel, année 2026", "1", "1840"),))
    paper = Paper(case)
    y = band(paper, own="SIRET : ", client="SIRET client : ")
    paper.put(14, y, f"Facture n° {paper.tell('numero_facture')}", size=14, bold=True)
    paper.put(
        14, y + 6, f"Émise le {paper.tell('date_facture')}, référence de commande {paper.tell('numero_engagement')}"
    )
    row = (
        case.bill.items[0].label,
        paper.tell("montant_ht"),
        "20 %",
        paper.tell("montant_tva"),
        paper.tell("montant_ttc"),
    )
    columns = (
        Column("Objet", 82),
        Column("Total HT", 27, "R"),
        Column("Taux TVA", 20, "C"),
        Column("Montant TVA", 26, "R"),
        Column("Total TTC", 27, "R"),
    )
    y = paper.grid(14, y + 10, columns, [row], size=7.5, head_fill=PALE, rules="all")
    paper.put(196, y + 8, f"Net à payer : {paper.tell('montant_a_payer')}", size=11, bold=True, align="R")
    paper.either["lignes_tva"] = case.bill.vat_lines
    _end(paper, y + 16)
    return paper.done()


# Under header cells


def header_cells() -> Drawing:
    """A closing table: Total HT, Total TVA, Total TTC, Net à payer as headers, one row below."""
    paper = Paper(deal("header cells"))
    y = _start(paper, letter(paper, own="SIRET : ", client="SIRET client : "))
    told = paper.total_rows(vat=None, tax="Total TVA", due="Net à payer")
    columns = [Column(label, 44, "C") for label, _ in told]
    y = paper.grid(15, y + 8, columns, [[value for _, value in told]], head_fill=PALE, rules="all")
    _end(paper, y + 10)
    return paper.done()


def wide_closing_table() -> Drawing:
    """VAT base, rate and amount beside the totals in one closing table, as accounting software prints."""
    paper = Paper(deal("wide closing table"), write=bare)
    y = _start(paper, right_hand(paper, own="SIRET ", client="SIRET client "))
    line = paper.deal.bill.vat_lines[0]
    cells = (
        bare(line.rate),
        paper.tell("montant_ht"),
        paper.amount(line.amount),
        "0,00",
        paper.tell("montant_ttc"),
        "0,00",
        paper.tell("montant_a_payer"),
    )
    heads = ("Taux", "Base HT", "Montant TVA", "Escompte", "Total TTC", "Acompte", "NET À PAYER")
    y = paper.grid(15, y + 8, [Column(head, 25.7, "R") for head in heads], [cells], size=7.5, rules="all")
    paper.put(195, y + 4, "Montants en euros", size=7, align="R", ink=GREY)
    paper.says(devise="EUR", lignes_tva=paper.deal.bill.vat_lines, montant_ht=None)
    paper.either |= {"montant_ht": paper.deal.full.montant_ht, "montant_tva": paper.deal.full.montant_tva}
    _end(paper, y + 12)
    return paper.done()


def stacked_headers() -> Drawing:
    """Three coloured boxes in a row, a caption over each amount."""
    paper = Paper(deal("stacked headers"), write=plain_euros)
    y = _start(paper, centred(paper, own="SIRET : ", client="SIRET client : "))
    for place, (label, value) in enumerate(paper.total_rows("MONTANT HT", "TVA {}", "MONTANT TTC")):
        x = 60 + 46 * place
        paper.panel(x, y + 6, 44, 6, fill=(60, 60, 60), edge=None)
        Sheet.put(paper, x + 22, y + 10.2, label, size=8, bold=True, align="C", ink=(255, 255, 255))
        paper.panel(x, y + 12, 44, 9, edge=GREY)
        paper.put(x + 22, y + 18, value, size=11, bold=True, align="C")
    _end(paper, y + 32)
    return paper.done()
