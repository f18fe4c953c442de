"""Deposit invoices, balances with deposits taken off, bills with an earlier balance, discounts."""

from decimal import Decimal

from fixtures.sheet import PALE, Column
from kinds.deals import deal, share
from kinds.paper import Drawing, Paper, code_eur, plain_euros
from kinds.parts import band, boxes, centred, footer, letter


def deposit() -> Drawing:
    """A deposit of 30 %: the whole order's amounts stand above, the invoice's own below."""
    case = deal("deposit", lines=(("Acompte de 30 % à la commande", "1", "3720"),))
    paper = Paper(case, write=plain_euros)
    y = letter(paper, own="SIRET : ", client="SIRET client : ")
    paper.put(20, y, f"FACTURE D'ACOMPTE N° {paper.tell('numero_facture')}", size=13, bold=True)
    paper.pairs(20, y + 7, paper.pairs_of(date_facture="Date :", numero_engagement="Bon de commande n° :"))
    whole = case.bill.ht * 10 / 3
    text = f"Acompte de 30 % sur le devis D-2214 accepté le 08/12/2025, d'un montant de {plain_euros(whole)} HT"
    y = paper.grid(
        20, y + 18, (Column("Désignation", 132), Column("Montant HT", 40, "R")), [(text, paper.amount(case.bill.ht))]
    )
    rows = paper.total_rows("Total HT", "TVA {}", "Total TTC", due="Acompte à régler")
    y = paper.ledger(120, y + 8, 190, rows, align="R", last_bold=True)
    paper.pairs(20, y, paper.pairs_of(iban="IBAN :", bic="BIC :"))
    footer(paper)
    return paper.done()


def balance() -> Drawing:
    """The final invoice: the deposit is taken off after the TTC, with its invoice number and date."""
    case = deal("balance", rates=("20", "10"))
    case = case.but(montant_a_payer=case.bill.ttc - 1200)
    paper = Paper(case)
    y = boxes(paper, own="SIRET ", client="SIRET client ")
    paper.put(
        12, y, f"FACTURE DE SOLDE n° {paper.tell('numero_facture')} du {paper.tell('date_facture')}", size=13, bold=True
    )
    paper.put(12, y + 6, f"Engagement : {paper.tell('numero_engagement')}")
    y = paper.grid_of_items(y + 10, x=12)
    lines = [*paper.total_rows(), ("Acompte versé le 02/02/2026 (facture AC-00317)", paper.amount(Decimal(-1200)))]
    lines.append(("Reste à payer", paper.tell("montant_a_payer")))
    y = paper.ledger(90, y + 8, 190, lines, align="R", last_bold=True)
    paper.pairs(12, y + 4, paper.pairs_of(date_echeance="Échéance :", iban="IBAN :", bic="BIC :"))
    footer(paper)
    return paper.done()


def earlier_balance() -> Drawing:
    """A bill with an unpaid earlier one: the TTC is this bill's, all that is due is to be paid."""
    case = deal(
        "earlier balance", lines=(("Consommation, 96 m³", "96", "1.85"), ("Abonnement", "1", "31.40")), rates=("5.5",)
    )
    case = case.but(montant_a_payer=case.bill.ttc + Decimal("318.20"))
    paper = Paper(case, "Times", write=plain_euros)
    y = centred(paper, own="SIRET : ", client="SIRET client : ")
    paper.put(22, y, f"Facture n° {paper.tell('numero_facture')} du {paper.tell('date_facture')}", size=13, bold=True)
    y = paper.grid_of_items(y + 8, x=22)
    lines = [
        *paper.total_rows("Total HT", "TVA {}", "Montant TTC de la facture"),
        ("Solde antérieur au 31/12/2025", paper.amount(Decimal("318.20"))),
        ("Total à payer", paper.tell("montant_a_payer")),
    ]
    y = paper.ledger(100, y + 8, 190, lines, align="R", last_bold=True)
    paper.put(22, y + 6, f"À payer avant le {paper.tell('date_echeance')}", bold=True)
    footer(paper)
    return paper.done()


def down_payments_table() -> Drawing:
    """A table of deposits with dates and amounts above the totals; « Solde à régler »."""
    case = deal("down payments table")
    case = case.but(montant_a_payer=case.bill.ttc - 900)
    paper = Paper(case, write=code_eur)
    y = band(paper, own="SIRET ", client="SIRET client : ")
    rows = paper.pairs_of(
        numero_facture="Facture n° :", date_facture="Date de facture :", numero_engagement="Commande n° :"
    )
    y = paper.pairs(14, y, rows)
    y = paper.grid_of_items(y + 2, x=14)
    columns = (Column("Acomptes reçus", 50), Column("Date", 26), Column("Montant TTC", 34, "R"))
    paper.grid(
        14,
        y + 8,
        columns,
        [("Acompte n° 1", "12/01/2026", "500,00 EUR"), ("Acompte n° 2", "03/02/2026", "400,00 EUR")],
        size=8,
        head_fill=PALE,
    )
    lines = [*paper.total_rows(), ("Acomptes reçus", "-900,00 EUR"), ("Solde à régler", paper.tell("montant_a_payer"))]
    y = paper.ledger(132, y + 12, 194, lines, align="R", last_bold=True)
    paper.pairs(14, y + 4, paper.pairs_of(iban="IBAN :", bic="BIC :"))
    footer(paper)
    return paper.done()


def discount() -> Drawing:
    """A commercial discount before the HT, an early-payment discount after the TTC."""
    case = deal("discount")
    case = case.but(montant_a_payer=case.bill.ttc - share(case.bill.ttc, "2"))
    paper = Paper(case, "Times", write=plain_euros)
    y = letter(paper, own="SIRET : ", client="SIRET client : ")
    paper.put(20, y, f"FACTURE {paper.tell('numero_facture')} du {paper.tell('date_facture')}", size=13, bold=True)
    paper.put(20, y + 6, f"N° d'engagement : {paper.tell('numero_engagement')}")
    y = paper.grid_of_items(y + 10, x=15)
    lines = [("Total brut HT", paper.amount(case.bill.ht + 100)), ("Remise commerciale", paper.amount(Decimal(-100)))]
    lines += paper.total_rows("Total net HT", "TVA {}", "Total TTC")
    lines += [
        ("Escompte 2 %", paper.amount(-share(case.bill.ttc, "2"))),
        ("Net à payer", paper.tell("montant_a_payer")),
    ]
    y = paper.ledger(120, y + 8, 193, lines, align="R", last_bold=True)
    footer(paper)
    return paper.done()


DRAWINGS = (deposit, balance, earlier_balance, down_payments_table, discount)
