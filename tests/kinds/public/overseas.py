"""Overseas: 8,5 % and 2,1 %, francs CFP without decimals, RIDET and TAHITI numbers in place of a SIRET."""

from decimal import Decimal

from fixtures.bill import VatLine
from fixtures.parties import BELLE_RAVINE, SAINT_AMAURY, Recipient, siren, siret
from kinds.deals import deal, firm
from kinds.paper import Drawing, Paper, plain_euros
from kinds.parts import boxes, footer, letter, right_hand

CALEDONIA = firm(
    "Clim Kahéo SARL",
    form="SARL au capital de 1 000 000 F CFP",
    street="BP 118",
    town="98890 Kaméréa",
    registry="Nouméa",
)
TAHITI = firm(
    "Teraupoo Services",
    form="SARL au capital de 500 000 F CFP",
    street="PK 12, côté mer",
    town="98799 Anaporo",
    registry="Papeete",
)
VICE_RECTORATE = Recipient(
    siret=siret(siren("18988907"), 2),
    lines=("Vice-rectorat des Îles-Hautes", "Division des achats", "BP G4", "98899 Kaméréa Cedex"),
)
PORT = Recipient(
    siret=siret(siren("18987906"), 1),
    lines=("Port autonome d'Anaporo", "Direction technique", "BP 9164", "98798 Anaporo"),
)


def francs(value: Decimal) -> str:
    """Write « 148 500 F CFP »."""
    return f"{value:,.0f} F CFP".replace(",", " ")


def xpf(value: Decimal) -> str:
    """Write « 148 500 XPF »."""
    return f"{value:,.0f} XPF".replace(",", " ")


def reunion() -> Drawing:
    """Réunion: 8,5 % on most lines, 2,1 % on one."""
    case = deal("reunion", supplier=BELLE_RAVINE, recipient=SAINT_AMAURY, rates=("8.5", "2.1"))
    paper = Paper(case, write=plain_euros)
    y = letter(paper, own="SIRET : ", client="SIRET client : ")
    paper.put(20, y, f"FACTURE N° {paper.tell('numero_facture')} du {paper.tell('date_facture')}", size=13, bold=True)
    paper.put(20, y + 6, f"Engagement n° {paper.tell('numero_engagement')} – Échéance : {paper.tell('date_echeance')}")
    y = paper.grid_of_items(y + 10)
    y = paper.ledger(120, y + 8, 195, paper.total_rows(tax="Total TVA", due="Net à payer"), align="R", last_bold=True)
    paper.pairs(15, y, paper.pairs_of(iban="IBAN :", bic="BIC :"))
    footer(paper)
    return paper.done()


def martinique() -> Drawing:
    """Martinique: one rate of 8,5 %, « octroi de mer » as an item, totals in a narrow column."""
    lines = (("Groupe froid, pièces", "1", "2240"), ("Octroi de mer", "1", "156.80"), ("Main-d'œuvre", "6", "58"))
    paper = Paper(
        deal("martinique", supplier=BELLE_RAVINE, recipient=SAINT_AMAURY, rates=("8.5",), lines=lines), "Times"
    )
    y = boxes(paper, own="SIRET ", client="SIRET client ")
    rows = paper.pairs_of(numero_facture="Facture n°", date_facture="Date", numero_engagement="Bon de commande n°")
    y = paper.pairs(12, y, rows)
    y = paper.grid_of_items(y + 2, x=12)
    paper.ledger(140, y + 8, 192, paper.total_rows("Montant HT", "TVA {}", "Montant TTC"), align="R", last_bold=True)
    footer(paper)
    return paper.done()


def new_caledonia() -> Drawing:
    """New Caledonia: RIDET, TGC in place of VAT, amounts in F CFP."""
    lines = (("Split 2,6 kW posé", "3", "94500"), ("Mise en service", "1", "18000"))
    case = deal("new caledonia", supplier=CALEDONIA, recipient=VICE_RECTORATE, rates=("6",), lines=lines).but(
        devise="XPF"
    )
    paper = Paper(case, write=francs)
    paper.stack(20, 20, (CALEDONIA.name, CALEDONIA.street, CALEDONIA.town, "RIDET : 1 284 663.001"), bold_first=True)
    paper.stack(118, 48, (*VICE_RECTORATE.lines, f"SIRET client : {paper.tell('siret_destinataire')}"), size=10)
    y = 84.0
    paper.put(20, y, f"FACTURE N° {paper.tell('numero_facture')} du {paper.tell('date_facture')}", size=13, bold=True)
    paper.put(20, y + 6, f"Engagement n° {paper.tell('numero_engagement')} – Code service {paper.tell('code_service')}")
    y = paper.ledger(
        20, y + 16, 190, [(f"{i.count} x {i.label}", paper.amount(i.total)) for i in case.bill.items], align="R"
    )
    rows = [
        ("Total HT", paper.tell("montant_ht")),
        ("TGC 6 %", paper.amount(case.bill.tva)),
        ("Total TTC", paper.tell("montant_ttc")),
    ]
    paper.ledger(130, y + 4, 190, rows, align="R", last_bold=True)
    paper.tell("devise", "")
    paper.either |= {"montant_tva": case.bill.tva, "lignes_tva": case.bill.bare_vat_lines}
    paper.put(20, 240, f"{CALEDONIA.name} – {CALEDONIA.form} – RCS Nouméa B 1 284 663", size=8)
    return paper.done()


def polynesia() -> Drawing:
    """French Polynesia: TAHITI number, VAT of 16 %, XPF."""
    lines = (("Entretien du quai", "1", "240000"), ("Location de nacelle", "2", "35000"))
    case = deal("polynesia", supplier=TAHITI, recipient=PORT, rates=("16",), lines=lines).but(devise="XPF")
    paper = Paper(case, "Times", write=xpf)
    paper.stack(195, 20, (TAHITI.name, TAHITI.street, TAHITI.town, "N° TAHITI : C41287"), align="R", bold_first=True)
    paper.stack(15, 50, (*PORT.lines, f"N° SIRET client : {paper.tell('siret_destinataire')}"))
    paper.put(15, 84, "FACTURE", size=15, bold=True)
    rows = paper.pairs_of(numero_facture="Numéro :", date_facture="Date :", numero_engagement="N° de commande :")
    y = paper.pairs(15, 91, rows)
    y = paper.ledger(15, y + 4, 190, [(i.label, paper.amount(i.total)) for i in case.bill.items], align="R")
    rows = [
        ("Total HT", paper.tell("montant_ht")),
        ("TVA 16 %", paper.tell("montant_tva")),
        ("Total TTC", paper.tell("montant_ttc")),
    ]
    paper.ledger(120, y + 4, 190, rows, align="R", last_bold=True)
    paper.tell("devise", "")
    paper.says(lignes_tva=(VatLine(Decimal(16), None, case.bill.tva),))
    return paper.done()


def guadeloupe() -> Drawing:
    """Guadeloupe: 8,5 % in the items' column and in a VAT table; a négociant NPR (non perçue récupérable) rate of 0."""
    paper = Paper(deal("guadeloupe", supplier=BELLE_RAVINE, recipient=SAINT_AMAURY, rates=("8.5",)), write=plain_euros)
    y = right_hand(paper, own="SIRET : ", client="SIRET destinataire : ")
    paper.put(15, y, f"Facture {paper.tell('numero_facture')}", size=14, bold=True)
    paper.pairs(15, y + 6, paper.pairs_of(date_facture="Le", numero_engagement="Engagement"))
    y = paper.grid_of_items(y + 18)
    y = paper.ledger(110, y + 8, 195, paper.total_rows("Total net HT", "Dont TVA {}", "Total net TTC"), align="R")
    footer(paper)
    return paper.done()


DRAWINGS = (reunion, martinique, new_caledonia, polynesia, guadeloupe)
