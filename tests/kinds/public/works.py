"""Works situations and décomptes: cumulative and earlier amounts, revision, retention, what is due this month."""

from decimal import Decimal

from fixtures.bill import money
from fixtures.parties import ROCHEVIVE
from fixtures.sheet import GREY, PALE, Column
from kinds.deals import Deal, deal, share
from kinds.paper import Drawing, Paper, bare, code_eur, plain_euros
from kinds.parts import boxes, centred, footer, letter

BEFORE = Decimal("18400.00")


def _works(seed: str, *, retention: str = "5") -> Deal:
    """Return a month of works with a retention of so many per cent of the TTC."""
    lines = (("Terrassements", "1", "6240"), ("Maçonnerie", "42", "118.50"), ("Réseaux", "1", "2310"))
    case = deal(seed, supplier=ROCHEVIVE, lines=lines)
    return case.but(montant_a_payer=case.bill.ttc - share(case.bill.ttc, retention))


def month_column() -> Drawing:
    """A table with the columns Marché, Cumul, Précédent, Ce mois: only the last one is the invoice's."""
    case = _works("month column")
    paper = Paper(case, landscape=True, write=bare)
    y = boxes(paper, own="SIRET : ", client="SIRET client : ")
    paper.put(12, y, f"SITUATION DE TRAVAUX N° 4 – FACTURE N° {paper.tell('numero_facture')}", size=13, bold=True)
    rows = paper.pairs_of(date_facture="Date :", numero_marche="Marché n° :", numero_engagement="Engagement n° :")
    paper.pairs(210, 42, rows)
    full = case.full
    assert full.montant_ht and full.montant_ttc and full.montant_a_payer
    body = []
    for label, month in (
        ("Montant HT", paper.tell("montant_ht")),
        ("TVA 20 %", paper.tell("montant_tva")),
        ("Montant TTC", paper.tell("montant_ttc")),
        ("Retenue de garantie 5 %", money(-share(case.bill.ttc, "5"))),
        ("Net à payer", paper.tell("montant_a_payer")),
    ):
        value = Decimal(month.replace("\u00a0", "").replace(",", "."))
        body.append((label, money(value * 8), money(value + share(value, "150")), money(share(value, "150")), month))
    columns = (Column("En euros", 90), *(Column(head, 45, "R") for head in ("Marché", "Cumul", "Précédent", "Ce mois")))
    paper.grid(12, y + 6, columns, body, head_fill=PALE, rules="all", last_bold=True)
    paper.says(devise="EUR", lignes_tva=case.bill.bare_vat_lines)
    paper.pairs(12, y + 60, paper.pairs_of(iban="IBAN :", bic="BIC :"))
    footer(paper, 196)
    return paper.done()


def subtraction() -> Drawing:
    """« Décompte mensuel n° 5 »: lines A, B, C = A − B, then VAT, TTC, retention, net to the holder."""
    case = _works("subtraction")
    paper = Paper(case, "Times", write=plain_euros)
    y = letter(paper, own="SIRET : ", client="SIRET client : ")
    paper.put(20, y, "DÉCOMPTE MENSUEL N° 5", size=14, bold=True)
    rows = paper.pairs_of(
        numero_facture="Facture n° :",
        date_facture="Date :",
        numero_marche="Marché n° :",
        numero_engagement="Engagement :",
    )
    y = paper.pairs(20, y + 7, rows) + 4
    lines = [
        ("A. Montant cumulé des travaux exécutés HT", paper.amount(BEFORE + case.bill.ht)),
        ("B. Montant des décomptes précédents HT", paper.amount(BEFORE)),
        ("C = A - B. Montant HT du présent décompte", paper.tell("montant_ht")),
        ("D. TVA 20 % sur C", paper.tell("montant_tva")),
        ("E = C + D. Montant TTC du présent décompte", paper.tell("montant_ttc")),
        ("F. Retenue de garantie (5 % de E)", paper.amount(-share(case.bill.ttc, "5"))),
        ("Net à payer au titulaire", paper.tell("montant_a_payer")),
    ]
    paper.says(lignes_tva=case.bill.bare_vat_lines)
    y = paper.ledger(20, y, 188, lines, size=10, leading=6.5, align="R", last_bold=True)
    paper.pairs(20, y + 8, paper.pairs_of(iban="IBAN", bic="BIC"))
    footer(paper)
    return paper.done()


def progress() -> Drawing:
    """Items with percentages done; totals with « Total marché », « Total cumulé », earlier situations deducted."""
    case = _works("progress", retention="0")
    paper = Paper(case)
    y = centred(paper, own="SIRET ", client="SIRET client ")
    paper.put(
        22,
        y,
        f"Facture de situation n° {paper.tell('numero_facture')} du {paper.tell('date_facture')}",
        size=12,
        bold=True,
    )
    paper.put(
        22, y + 6, f"Commande n° {paper.tell('numero_engagement')} – Situation n° 2 arrêtée au 31/03/2026", size=9
    )
    columns = (
        Column("Ouvrage", 62),
        Column("Marché HT", 28, "R"),
        Column("% cumulé", 20, "R"),
        Column("% préc.", 20, "R"),
        Column("Cumul HT", 28, "R"),
    )
    body = [(i.label, money(i.total * 2), "75 %", "25 %", money(i.total * 3 / 2)) for i in case.bill.items]
    y = paper.grid(22, y + 10, columns, body, size=8)
    lines = [
        ("Total du marché HT", paper.amount(case.bill.ht * 2)),
        ("Total cumulé HT", paper.amount(case.bill.ht * 3 / 2)),
        ("Situation n° 1 HT à déduire", paper.amount(-case.bill.ht / 2)),
        *paper.total_rows("Total HT à facturer", "TVA {}", "Total TTC", due="Net à payer"),
    ]
    y = paper.ledger(110, y + 8, 190, lines, align="R", last_bold=True)
    paper.pairs(22, y, paper.pairs_of(iban="IBAN :", bic="BIC :"))
    footer(paper)
    return paper.done()


def revision() -> Drawing:
    """An état d'acompte with revision of prices and repayment of the advance after the TTC."""
    case = _works("revision", retention="15")
    paper = Paper(case, write=code_eur)
    y = letter(paper, own="SIRET : ", client="SIRET client : ")
    paper.put(20, y, f"ÉTAT D'ACOMPTE N° 3 – FACTURE {paper.tell('numero_facture')}", size=13, bold=True)
    rows = paper.pairs_of(
        date_facture="Date de facture :", numero_marche="N° de marché :", numero_engagement="N° d'engagement :"
    )
    y = paper.pairs(20, y + 7, rows)
    ttc = case.bill.ttc
    lines = [
        ("Travaux du mois HT", paper.amount(case.bill.ht - 310)),
        ("Révision de prix (coefficient 1,0229) HT", paper.amount(Decimal(310))),
        *paper.total_rows("Total HT", "TVA {}", "Total TTC"),
        ("Retenue de garantie 5 %", paper.amount(-share(ttc, "5"))),
        ("Remboursement de l'avance 10 %", paper.amount(-share(ttc, "10"))),
        ("Reste à payer", paper.tell("montant_a_payer")),
    ]
    for place, (label, value) in enumerate(lines):
        paper.panel(20, y + 6.5 * place, 172, 6.5, edge=GREY, fill=PALE if place == len(lines) - 1 else None)
        paper.put(22, y + 4.5 + 6.5 * place, label)
        paper.put(190, y + 4.5 + 6.5 * place, value, align="R")
    paper.either["montant_a_payer"] = case.bill.ttc - share(ttc, "5") - share(ttc, "10")
    paper.pairs(20, y + 64, paper.pairs_of(iban="IBAN :", bic="BIC :"))
    footer(paper)
    return paper.done()


DRAWINGS = (month_column, subtraction, progress, revision)
