"""Invoices between public bodies: two SIRETs of public bodies, no registry, the service FACTURES_PUBLIQUES."""

from fixtures.parties import AGENCY, CLERY, HOSPITAL, SAINT_AUBRAC, UNIVERSITY, Recipient, french_iban
from fixtures.sheet import PALE, Column
from kinds.deals import Deal, deal, firm
from kinds.paper import Drawing, Paper, bare, plain_euros


def _between(seed: str, seller: Recipient, buyer: Recipient, *, rates: tuple[str, ...], what: str, price: str) -> Deal:
    """Return a sale of one public body to another, paid to the Treasury."""
    case = deal(seed, supplier=firm(seller.lines[0]), recipient=buyer, rates=rates, lines=((what, "1", price),))
    account = french_iban("19548", "00470", "C4900000000")
    return case.but(
        siret_fournisseur=seller.siret,
        tva_fournisseur=seller.vat,
        iban=account,
        bic="CHPSFRPP842",
        code_service="FACTURES_PUBLIQUES",
    )


def _heads(paper: Paper, seller: Recipient, *, label: str) -> float:
    paper.put(20, 18, "RÉPUBLIQUE FRANÇAISE", size=8, bold=True)
    paper.stack(20, 24, (*seller.lines, f"{label}{paper.tell('siret_fournisseur')}"), size=9, bold_first=True)
    paper.stack(
        118, 50, (*paper.deal.recipient.lines, f"SIRET client : {paper.tell('siret_destinataire')}"), size=10, leading=5
    )
    return 86


def shared_staff() -> Drawing:
    """A town bills a hospital for staff made available: out of the scope of VAT, article 256 B."""
    case = _between(
        "shared staff", SAINT_AUBRAC, HOSPITAL, rates=("0",), what="Mise à disposition, 2e trimestre", price="8420.55"
    )
    paper = Paper(case, "Times", write=plain_euros)
    y = _heads(paper, SAINT_AUBRAC, label="SIRET : ")
    paper.put(20, y, f"FACTURE N° {paper.tell('numero_facture')} du {paper.tell('date_facture')}", size=13, bold=True)
    rows = paper.pairs_of(code_service="Code service :", numero_engagement="Engagement :")
    y = paper.pairs(20, y + 7, rows)
    y = paper.ledger(20, y + 4, 190, [(case.bill.items[0].label, paper.amount(case.bill.ht))], size=10, align="R")
    y = paper.ledger(110, y + 4, 190, [("Montant à payer", paper.tell("montant_a_payer"))], size=11, align="R")
    paper.either |= dict.fromkeys(("montant_ht", "montant_ttc"), case.bill.ht)
    paper.put(20, y + 4, "Activité hors du champ d'application de la TVA (article 256 B du CGI)", size=9)
    paper.says(type_tva="EXONERATION", motif_exoneration="256 B")
    paper.put(20, y + 14, "À régler auprès du comptable public, Trésorerie de Saint-Aubrac")
    paper.pairs(20, y + 20, paper.pairs_of(iban="IBAN :", bic="BIC :"))
    return paper.done()


def conference() -> Drawing:
    """A university bills an agency with VAT; both have VAT numbers, « émetteur » is public too."""
    case = _between("conference", UNIVERSITY, AGENCY, rates=("20",), what="Location d'amphithéâtre", price="1250")
    paper = Paper(case, write=plain_euros)
    y = _heads(paper, UNIVERSITY, label="SIRET émetteur : ")
    paper.put(20, 52, f"N° TVA : {paper.tell('tva_fournisseur')}")
    paper.put(20, y, "FACTURE", size=15, bold=True)
    told = paper.pairs_of(
        numero_facture="N° de facture",
        date_facture="Date",
        numero_engagement="N° d'engagement",
        code_service="Code service",
        tva_destinataire="TVA client",
    )
    y = paper.grid(
        15,
        y + 5,
        [Column(label, 36) for label, _ in told],
        [[v for _, v in told]],
        rules="all",
        size=7.5,
        head_fill=PALE,
    )
    y = paper.grid_of_items(y + 6)
    y = paper.ledger(125, y + 8, 195, paper.total_rows(due="Net à payer"), align="R", last_bold=True)
    paper.put(15, y, "Règlement par virement à l'agent comptable de l'université :")
    paper.says(mode_paiement="VIREMENT")
    paper.pairs(15, y + 5, paper.pairs_of(iban="IBAN :", bic="BIC :"))
    return paper.done()


def canteen() -> Drawing:
    """« Facture valant avis des sommes à payer »: title, budget and role numbers around the invoice's own."""
    case = _between("canteen", CLERY, AGENCY, rates=("5.5",), what="Repas servis en mai, 214 couverts", price="1391")
    paper = Paper(case, "Courier", write=bare)
    y = _heads(paper, CLERY, label="SIRET ")
    paper.put(20, y, "FACTURE VALANT AVIS DES SOMMES A PAYER", size=11, bold=True)
    lines = (
        f"Facture n° {paper.tell('numero_facture')} du {paper.tell('date_facture')}",
        "Exercice 2026   Budget 60000   Bordereau 118   Titre 1204",
        f"Code service : {paper.tell('code_service')}   Engagement : {paper.tell('numero_engagement')}",
    )
    y = paper.stack(20, y + 7, lines)
    y = paper.grid_of_items(y + 4)
    y = paper.ledger(110, y + 8, 195, paper.total_rows("Total HT", "TVA {}", "Total TTC en euros"), align="R")
    paper.says(devise="EUR")
    paper.put(20, y + 6, f"A regler avant le {paper.tell('date_echeance')} au SGC de Clery.")
    return paper.done()


DRAWINGS = (shared_staff, conference, canteen)
