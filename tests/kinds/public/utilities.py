"""Telecom, energy and water bills: client and contract numbers, meter points, a page that explains a specimen bill."""

from decimal import Decimal

from fixtures.bill import day, money
from fixtures.parties import digits, luhn_digit
from fixtures.sheet import GREY, PALE, Column
from kinds.deals import deal, firm
from kinds.paper import Drawing, Paper, plain_euros
from kinds.parts import band, boxes, footer, letter

TELECOM = firm("Télévia Réseaux", form="SA au capital de 712 588 399,56 €", ape="6110Z", street="1 esplanade du Signal")
ENERGY = firm("Énergies du Val-Doré", form="SA au capital de 1 250 000 000 €", ape="3514Z", town="69990 Lugdon")
WATER = firm(
    "Compagnie des Eaux de Brume", form="SCA au capital de 10 000 000 €", ape="3600Z", town="31960 Castelbrume"
)


def _specimen(paper: Paper) -> None:
    """Print a page that explains a bill with numbers of nobody."""
    paper.add_page()
    paper.put(20, 22, "COMPRENDRE VOTRE FACTURE", size=16, bold=True)
    paper.put(20, 29, "Exemple de facture commentée", size=11, italic=True)
    paper.panel(20, 36, 120, 150, fill=PALE)
    rows = (
        ("Facture n°", "SPEC-000123"),
        ("Date de facture", "01/01/2020"),
        ("SIRET client", "123 456 782 00010"),
        ("N° d'engagement", "EXEMPLE01"),
        ("Total HT", "100,00 €"),
        ("TVA 20 %", "20,00 €"),
        ("Total TTC", "120,00 €"),
        ("Montant à payer", "120,00 €"),
        ("À payer avant le", "15/01/2020"),
    )
    paper.ledger(24, 48, 96, rows, size=10, leading=9)
    notes = ("1 – Vos références, à rappeler", "2 – Le détail de votre abonnement", "3 – Le montant à régler")
    paper.stack(148, 50, notes, size=8, leading=14, ink=GREY)


def telecom() -> Drawing:
    """Contract end dates, three account numbers, « Fin d'engagement », and a specimen page."""
    case = deal(
        "telecom", supplier=TELECOM, lines=(("Abonnements fibre", "4", "39.90"), ("Lignes mobiles", "22", "8.50"))
    )
    paper = Paper(case.but(mode_paiement="PRELEVEMENT"), write=plain_euros)
    y = letter(paper, client="SIRET client : ")
    rows = [
        ("N° de client", digits("telecom client", 10)),
        ("N° de compte de facturation", digits("telecom compte", 8)),
        *paper.pairs_of(
            numero_facture="N° de facture", date_facture="Date de facture", numero_engagement="N° d'engagement"
        ),
        ("Fin d'engagement", "12/03/2028"),
    ]
    y = paper.ledger(20, y, 72, rows, leading=4.6)
    paper.put(20, y + 4, "Votre facture en résumé", size=12, bold=True)
    y = paper.ledger(
        20, y + 10, 120, [(f"{i.label} ({i.count})", paper.amount(i.total)) for i in case.bill.items], align="R"
    )
    totals = paper.total_rows("Total HT", "TVA {}", "Total TTC", due="Montant à payer")
    y = paper.ledger(20, y + 2, 120, totals, align="R", last_bold=True)
    paper.put(20, y + 4, f"Ce montant sera prélevé le {paper.spell('date_echeance')} sur votre compte.", size=9)
    paper.either["date_echeance"] = case.full.date_echeance
    paper.put(20, y + 9, "Mode de paiement : prélèvement automatique", size=9)
    paper.tell("mode_paiement")
    footer(paper)
    _specimen(paper)
    return paper.done(verdicts=(("montant_ttc", "712 588 399,56 €", "share_capital"),))


def energy() -> Drawing:
    """Two rates, a contribution table, a 14-digit meter point that is no SIRET, an earlier payment."""
    case = deal(
        "energy",
        supplier=ENERGY,
        rates=("20", "5.5"),
        lines=(("Consommation", "3120", "0.1421"), ("Abonnement", "1", "48.60")),
    )
    case = case.but(mode_paiement="PRELEVEMENT", montant_a_payer=case.bill.ttc - Decimal("150.00"))
    paper = Paper(case)
    y = band(paper, client="SIRET client : ")
    meter = "213" + digits("energy meter", 10)
    meter += "123456789"[(int(luhn_digit(meter)) + 1) % 9]
    lines = (
        f"Point de livraison (PRM) : {meter}",
        "Compte de contrat : 3004 118 220",
        f"Facture n° {paper.tell('numero_facture')}",
        f"du {paper.tell('date_facture')}",
        f"Marché n° {paper.tell('numero_marche')}",
        f"Engagement n° {paper.tell('numero_engagement')}",
    )
    y = paper.stack(14, y, lines, size=8.5)
    columns = (
        Column("Poste", 60),
        Column("Quantité", 26, "R"),
        Column("Prix unitaire HT", 34, "R"),
        Column("Taux TVA", 22, "R"),
        Column("Montant HT", 32, "R"),
    )
    body = [
        (i.label, f"{i.count} {'kWh' if i.quantity > 1 else 'an'}", money(i.price), f"{i.rate} %", money(i.total))
        for i in case.bill.items
    ]
    y = paper.grid(14, y + 3, columns, body, size=8, head_fill=PALE)
    lines = [
        *paper.total_rows("Total hors TVA", "TVA à {}", "Total TTC de cette facture"),
        ("Mensualité déjà versée le 05/01/2026", paper.amount(Decimal("-150.00"))),
        ("Reste à payer", paper.tell("montant_a_payer")),
    ]  # type: ignore[assignment]
    y = paper.ledger(96, y + 8, 186, lines, align="R", last_bold=True)  # type: ignore[arg-type]
    paper.put(14, y + 4, "Règlement par prélèvement automatique, mandat FR76ZZZ441207", size=8.5)
    paper.tell("mode_paiement")
    footer(paper)
    return paper.done()


def water() -> Drawing:
    """A water bill with three parts, earlier readings by date, and a specimen page."""
    case = deal(
        "water",
        supplier=WATER,
        rates=("5.5", "10"),
        lines=(("Eau potable", "148", "1.62"), ("Assainissement", "148", "1.94")),
    )
    paper = Paper(case, "Times", write=plain_euros)
    y = boxes(paper, own="SIRET : ", client="SIRET client : ")
    issued = case.full.date_facture
    assert issued
    rows = paper.pairs_of(
        numero_facture="Facture n° :", date_facture="Date de facturation :", numero_engagement="Commande n° :"
    )
    y = paper.pairs(12, y, rows)
    paper.pair(12, y, "Référence abonnement :", digits("water subscription", 9))
    paper.pair(110, y, "Compteur n° :", "C16FA" + digits("water meter", 6))
    columns = (Column("Relevé", 40), Column("Date", 30), Column("Index", 24, "R"), Column("m³", 20, "R"))
    y = paper.grid(
        12, y + 4, columns, [("Ancien", "14/06/2025", "3 118", ""), ("Nouveau", day(issued), "3 266", "148")], size=8
    )
    y = paper.ledger(12, y + 8, 120, [(i.label, paper.amount(i.total)) for i in case.bill.items], align="R")
    rows = paper.total_rows("Total HT", "TVA {}", "Total TTC", due="Somme à régler")
    y = paper.ledger(12, y + 2, 120, rows, align="R", last_bold=True)
    paper.put(12, y + 4, f"à régler avant le {paper.tell('date_echeance')}")
    footer(paper)
    _specimen(paper)
    return paper.done()


DRAWINGS = (telecom, energy, water)
