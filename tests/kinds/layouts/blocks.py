"""Where blocks stand: values wrapped over two lines, two address blocks side by side, identifiers in the footer."""

from fixtures.parties import spaced
from fixtures.sheet import GREY, PALE
from kinds.deals import deal
from kinds.paper import Drawing, Paper, code_eur, plain_euros
from kinds.parts import centred, classic, framed, inline, letter, rated, right_hand, sparse

# Values wrapped over two lines


def wrapped_cells() -> Drawing:
    """Narrow cells: SIRET, engagement and IBAN break inside their cell."""
    case = deal("wrapped cells").but(numero_engagement="2026-VOIRIE-DIR-0417-ENTRETIEN")
    paper = Paper(case)
    y = letter(paper, own="SIRET : ")
    paper.put(20, y, "FACTURE", size=15, bold=True)
    siret = spaced(paper.tell("siret_destinataire", case.full.siret_destinataire), 9, 5)
    iban = paper.tell("iban")
    paper.tell("numero_engagement")
    cells = (
        ("Facture n°", paper.tell("numero_facture"), ""),
        ("Date", paper.tell("date_facture"), ""),
        ("SIRET client", *siret.split(" ")),
        ("Engagement n°", "2026-VOIRIE-DIR-", "0417-ENTRETIEN"),
        ("IBAN", iban[:19], iban[20:]),
    )
    for place, (label, first, second) in enumerate(cells):
        x = 20 + 35 * place
        paper.panel(x, y + 4, 35, 16)
        paper.put(x + 1.5, y + 8.5, label, size=8, bold=True)
        paper.stack(x + 1.5, y + 13, [first, second] if second else [first], size=8, leading=4)
    inline(paper, y + 26)
    return paper.done()


def wrapped_prose() -> Drawing:
    """In a paragraph the line ends inside a SIRET and after « n° »."""
    paper = Paper(deal("wrapped prose"), "Times", write=plain_euros)
    y = centred(paper, own="SIRET : ")
    paper.put(22, y, f"FACTURE N° {paper.tell('numero_facture')}", size=13, bold=True)
    body = paper.deal.recipient.lines[0]
    first, second = paper.tell("siret_destinataire")[:7], paper.spell("siret_destinataire")[8:]
    y = paper.stack(
        22,
        y + 7,
        (
            f"Établie le {paper.tell('date_facture')} à l'attention de {body} (SIRET client {first}",
            f"{second}), en exécution de votre bon de commande n°",
            f"{paper.tell('numero_engagement')} et payable par {paper.tell('mode_paiement')} au plus tard le",
            f"{paper.tell('date_echeance')}.",
        ),
        size=9.5,
        leading=5,
    )
    sparse(paper, y + 2)
    return paper.done()


def wrapped_block() -> Drawing:
    """A column 40 mm wide under the address: every long value goes on below its beginning."""
    case = deal("wrapped block").but(
        numero_engagement="EJ-2026-000418-BATIMENTS/NORD", code_service="DIRECTION-ACHATS-05"
    )
    paper = Paper(case)
    y = right_hand(paper)
    paper.put(15, y, "Facture", size=16)
    low = y - 26
    paper.tell("numero_engagement")
    for label, first, second in (
        ("N° de facture :", paper.tell("numero_facture"), ""),
        ("Date de facture :", paper.tell("date_facture"), ""),
        ("Engagement :", "EJ-2026-000418-", "BATIMENTS/NORD"),
        ("Code service :", paper.tell("code_service"), ""),
        ("SIRET client :", *paper.tell("siret_destinataire", spaced(case.recipient.siret, 9, 5)).split(" ")),
    ):
        end = paper.put(140, low, label + " ", size=8.5)
        paper.put(end, low, first, size=8.5)
        if second:
            low += 4
            paper.put(end, low, second, size=8.5)
        low += 5
    rated(paper, low + 4)
    return paper.done()


# Two address blocks side by side, the same bare label in both


def issuer_and_client() -> Drawing:
    """« Émetteur » and « Destinataire » over blocks whose lines share their baselines; only « SIRET » in both."""
    paper = Paper(deal("issuer and client"))
    left, right = paper.deal.supplier, paper.deal.recipient
    paper.put(20, 20, left.name, size=15, bold=True)
    paper.put(20, 34, "Émetteur", bold=True, ink=GREY)
    paper.put(112, 34, "Destinataire", bold=True, ink=GREY)
    paper.stack(
        20,
        40,
        (
            left.name,
            left.street,
            left.town,
            f"SIRET : {paper.tell('siret_fournisseur')}",
            f"TVA : {paper.tell('tva_fournisseur')}",
        ),
    )
    block = [*right.lines[:3], f"SIRET : {paper.tell('siret_destinataire')}", f"TVA : {paper.tell('tva_destinataire')}"]
    paper.stack(112, 40, block)
    paper.put(20, 78, f"Facture n° {paper.tell('numero_facture')} du {paper.tell('date_facture')}", size=13, bold=True)
    paper.put(20, 84, f"Engagement : {paper.tell('numero_engagement')}")
    classic(paper, 90)
    return paper.done()


def seller_and_buyer() -> Drawing:
    """« Vendeur » and « Acheteur » in a ruled table, the buyer at the left."""
    paper = Paper(deal("seller and buyer"), "Times", write=code_eur)
    paper.put(105, 20, "FACTURE", size=18, bold=True, align="C")
    buyer, seller = paper.deal.recipient, paper.deal.supplier
    for x, title, lines, siret in (
        (15, "Acheteur", buyer.lines[:4], paper.tell("siret_destinataire")),
        (105, "Vendeur", (seller.name, seller.street, seller.town, seller.phone), paper.tell("siret_fournisseur")),
    ):
        paper.panel(x, 28, 90, 38)
        paper.panel(x, 28, 90, 6, fill=PALE)
        paper.put(x + 2, 32.2, title, bold=True)
        paper.stack(x + 2, 39, lines)
        paper.put(x + 2, 62, f"N° SIRET : {siret}")
    rows = paper.pairs_of(numero_facture="N° :", date_facture="Date :", numero_engagement="N° de commande :")
    paper.pairs(15, 76, rows)
    inline(paper, 94)
    return paper.done()


def no_captions() -> Drawing:
    """Two blocks without any caption: the letterhead at the left, the window address at the right, both with SIRET."""
    paper = Paper(deal("no captions"), write=plain_euros)
    y = letter(paper, own="Siret : ", vat="N° TVA : ", client="Siret : ")
    rows = paper.pairs_of(numero_facture="FACTURE N°", date_facture="Date", numero_engagement="Votre commande n°")
    y = paper.pairs(20, y + 4, rows)
    sparse(paper, y + 2)
    return paper.done()


def three_blocks() -> Drawing:
    """Supplier, place of delivery and invoiced body in one row; the delivery address has a SIRET of its own."""
    paper = Paper(deal("three blocks"))
    full, body = paper.deal.full, paper.deal.recipient
    other = deal("three blocks, delivery").recipient
    assert other.siret != body.siret
    paper.put(15, 18, paper.deal.supplier.name, size=15, bold=True)
    blocks = (
        (15, "Fournisseur", (paper.deal.supplier.street, paper.deal.supplier.town), paper.tell("siret_fournisseur")),
        (78, "Adresse de livraison", other.lines[:2], spaced(other.siret, 3, 3, 3, 5)),
        (141, "Adresse de facturation", body.lines[:2], paper.tell("siret_destinataire")),
    )
    for x, title, lines, siret in blocks:
        paper.put(x, 30, title, bold=True)
        paper.stack(x, 35, (*lines, f"SIRET : {siret}"), size=8.5)
    paper.put(15, 62, f"FACTURE {full.numero_facture}", size=14, bold=True)
    paper.says(numero_facture=full.numero_facture)
    paper.pairs(15, 69, paper.pairs_of(date_facture="Date de facture :", numero_engagement="Engagement :"))
    framed(paper, 84)
    return paper.done()


# Identifiers in the footer


def labelled_footer() -> Drawing:
    """SIRET and VAT number of the supplier only in the footer's centred lines, bank details too."""
    paper = Paper(deal("labelled footer"))
    firm = paper.deal.supplier
    y = centred(paper, client="SIRET client : ")
    paper.put(22, y, f"Facture n° {paper.tell('numero_facture')} du {paper.tell('date_facture')}", size=13, bold=True)
    paper.put(22, y + 6, f"Engagement n° {paper.tell('numero_engagement')}")
    vat = paper.tell("tva_fournisseur")
    footer_lines = (
        f"{firm.name} – {firm.form} – {firm.street}, {firm.town} – {firm.phone}",
        f"Siret : {paper.tell('siret_fournisseur', firm.siret)} – APE : {firm.ape} – TVA intra. : {vat}",
        f"IBAN : {paper.tell('iban')} – BIC : {paper.tell('bic')}",
    )
    paper.stack(105, 276, footer_lines, size=7.5, leading=3.6, align="C", ink=GREY)
    paper.grid_of_items(y + 12)
    paper.ledger(128, y + 60, 190, paper.total_rows(due="Net à payer"), align="R")
    return paper.done()


def bare_footer() -> Drawing:
    """The supplier's SIRET stands in the footer after its name without a label; its VAT number shares the SIREN."""
    paper = Paper(deal("bare footer"), "Times", write=plain_euros)
    firm = paper.deal.supplier
    y = letter(paper, client="SIRET destinataire : ")
    paper.put(20, y, f"FACTURE {paper.tell('numero_facture')}", size=14, bold=True)
    paper.pairs(20, y + 6, paper.pairs_of(date_facture="Date :", numero_engagement="N° d'engagement :"))
    paper.tell("siret_fournisseur")
    line = f"{firm.name} – {spaced(firm.siret, 3, 3, 3, 5)} – {paper.tell('tva_fournisseur')} – {firm.form}"
    paper.put(105, 286, line, size=8, align="C")
    paper.says(siret_fournisseur=None, tva_fournisseur=None)
    paper.either |= {"siret_fournisseur": firm.siret, "tva_fournisseur": firm.vat}
    paper.grid_of_items(y + 18)
    paper.ledger(128, y + 66, 190, paper.total_rows(), align="R")
    return paper.done()


def three_columns() -> Drawing:
    """A footer in three little columns: firm, registry numbers, bank; « RCS » and SIREN beside the SIRET."""
    paper = Paper(deal("three columns", state=True))
    firm = paper.deal.supplier
    y = right_hand(paper, client="SIRET client : ")
    paper.put(15, y, "Facture", size=15, bold=True)
    rows = paper.pairs_of(
        numero_facture="Facture n° :",
        date_facture="Date :",
        numero_engagement="Engagement :",
        code_service="Code service :",
    )
    y = paper.pairs(15, y + 6, rows)
    paper.rule(15, 268, 195, ink=GREY)
    paper.stack(15, 273, (firm.name, firm.street, firm.town), size=7, leading=3.4)
    numbers = (
        f"SIREN {spaced(firm.siren, 3)} RCS {firm.registry}",
        f"SIRET {paper.tell('siret_fournisseur')}",
        f"N° TVA {paper.tell('tva_fournisseur')}",
    )
    paper.stack(80, 273, numbers, size=7, leading=3.4)
    paper.stack(
        138, 273, (firm.account.bank, f"IBAN {paper.tell('iban')}", f"BIC {paper.tell('bic')}"), size=7, leading=3.4
    )
    paper.grid_of_items(y + 4)
    paper.ledger(128, y + 52, 190, paper.total_rows("Montant HT", "TVA {}", "Montant TTC"), align="R")
    return paper.done()
