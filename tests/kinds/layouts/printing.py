"""How the page came to be: monospaced print of old systems, turned pages, content streams out of order."""

from functools import partial

from fixtures.bill import money, percent
from fixtures.parties import spaced
from fixtures.sheet import GREY
from kinds.deals import deal
from kinds.paper import Drawing, Paper, bare, plain_euros
from kinds.parts import band, boxes, classic, framed, letter, rated, right_hand, sparse
from kinds.pdf import turned

# Monospaced


def _listing(paper: Paper, lines: list[str], *, size: float = 9, leading: float = 4.4) -> None:
    paper.stack(15, 18, lines, size=size, leading=leading)


def line_printer() -> Drawing:
    """Capitals without accents on a line printer, columns by blanks, rules of hyphens."""
    paper = Paper(deal("line printer"), "Courier", write=bare)
    firm, body = paper.deal.supplier, paper.deal.recipient
    lines = [
        f"{'ETABLISSEMENTS ORDIN':<44}FACTURE NO {paper.tell('numero_facture')}",
        f"{firm.street.upper():<44}DATE       {paper.tell('date_facture')}",
        f"{firm.town.upper():<44}ECHEANCE   {paper.tell('date_echeance')}",
        f"SIRET {paper.tell('siret_fournisseur', firm.siret)}",
        "",
        *(f"{'':<44}{line.upper()}" for line in body.lines),
        f"{'':<44}SIRET CLIENT {paper.tell('siret_destinataire', body.siret)}",
        "",
        f"ENGAGEMENT NO {paper.tell('numero_engagement'):<20}  CODE SERVICE {paper.tell('code_service')}",
        "-" * 84,
        f"{'DESIGNATION':<44}{'QTE':>8}{'PRIX UNIT.':>14}{'MONTANT HT':>16}",
        "-" * 84,
        *(
            f"{i.label.upper():<44}{i.count:>8}{money(i.price, ''):>14}{money(i.total, ''):>16}"
            for i in paper.deal.bill.items
        ),
        "-" * 84,
        *(
            f"{label:>66}{value.replace(chr(160), ' '):>16}"
            for label, value in paper.total_rows("TOTAL HT", "TVA {}", "TOTAL TTC EUR")
        ),
        "",
        f"REGLEMENT PAR VIREMENT  IBAN {paper.tell('iban')}  BIC {paper.tell('bic')}",
        f"NUMERO TVA {paper.tell('tva_fournisseur')}",
    ]
    paper.tell("mode_paiement")
    paper.says(devise="EUR")
    _listing(paper, lines)
    return paper.done()


def dot_leaders() -> Drawing:
    """Labels padded with dots to a fixed column, values after « : »."""
    paper = Paper(deal("dot leaders"), "Courier", write=plain_euros)
    firm, body = paper.deal.supplier, paper.deal.recipient
    rows = paper.pairs_of(
        numero_facture="Numéro facture",
        date_facture="Date facture",
        numero_engagement="Numéro commande",
        siret_destinataire="SIRET client",
        numero_marche="Numéro marché",
    )
    lines = [
        "*" * 70,
        f"*{'FACTURE':^68}*",
        "*" * 70,
        "",
        f"{firm.name:<38}{body.lines[0]}",
        f"{firm.street:<38}{body.lines[1]}",
        f"{firm.town:<38}{body.lines[-1]}",
        f"SIRET : {paper.tell('siret_fournisseur')}",
        "",
        *(f"{label:.<24}: {value}" for label, value in rows),
        "",
        *(
            f"{i.label:<40} {i.count:>6} {money(i.price, ' '):>10} {money(i.total, ' '):>11}"
            for i in paper.deal.bill.items
        ),
        "",
        *(
            f"{label:.<24}: {value:>14}"
            for label, value in paper.total_rows("Total HT", "TVA {}", "Total TTC", due="Net à payer")
        ),
    ]
    _listing(paper, lines, size=9.5)
    return paper.done()


def pipes() -> Drawing:
    """Tables drawn with pipes and plus signs."""
    paper = Paper(deal("pipes", rates=("20", "5.5")), "Courier", write=bare)
    firm, body = paper.deal.supplier, paper.deal.recipient
    bar = "+" + "-" * 26 + "+" + "-" * 26 + "+" + "-" * 26 + "+"
    told = paper.pairs_of(
        numero_facture="FACTURE No",
        date_facture="DATE",
        numero_engagement="ENGAGEMENT",
        siret_destinataire="SIRET CLIENT",
        code_service="CODE SERVICE",
        date_echeance="DATE ECHEANCE",
    )
    lines = [firm.name.upper(), firm.town, f"SIRET {paper.tell('siret_fournisseur')}", "", *body.lines, ""]
    for at in (0, 3):
        part = told[at : at + 3]
        lines += [
            bar,
            "".join(f"| {label:<25}" for label, _ in part) + "|",
            "".join(f"| {value:<25}" for _, value in part) + "|",
        ]
    lines += [bar, ""]
    lines += [f"{i.label:<46}{percent(i.rate):>8} {money(i.total, ' '):>14}" for i in paper.deal.bill.items]
    lines += ["", bar]
    totals = paper.total_rows(tax="Total TVA", due="NET A PAYER EUR")
    lines += [f"|{'':<26}  {label:<25}| {value:>24} |" for label, value in totals]
    lines.append(bar)
    paper.says(devise="EUR")
    _listing(paper, lines, size=8.5)
    return paper.done()


# Turned pages


def quarter_turn() -> Drawing:
    """The content lies on its side in a landscape page whose /Rotate puts it upright again."""
    paper = Paper(deal("quarter turn"), landscape=True, write=plain_euros)
    with paper.rotation(90, x=105, y=105):
        paper.put(20, 18, paper.deal.supplier.name, size=14, bold=True)
        paper.stack(
            20, 24, (paper.deal.supplier.street, paper.deal.supplier.town, f"SIRET : {paper.tell('siret_fournisseur')}")
        )
        paper.stack(118, 48, (*paper.deal.recipient.lines, f"SIRET client : {paper.tell('siret_destinataire')}"))
        paper.put(
            20, 84, f"Facture n° {paper.tell('numero_facture')} du {paper.tell('date_facture')}", size=14, bold=True
        )
        paper.put(
            20, 91, f"Engagement n° {paper.tell('numero_engagement')} – Code service {paper.tell('code_service')}"
        )
        y = paper.grid_of_items(100)
        y = paper.ledger(120, y + 8, 195, paper.total_rows(due="Net à payer"), align="R")
        paper.pairs(15, y, paper.pairs_of(iban="IBAN :", bic="BIC :"))
    return paper.done(change=partial(turned, angle=90))


def landscape_turned() -> Drawing:
    """An upright landscape invoice, scanned-in style: the page is turned by 90 degrees and shown lying."""
    paper = Paper(deal("landscape turned"), landscape=True, write=plain_euros)
    y = boxes(paper, own="SIRET : ", vat="TVA : ", client="SIRET client : ")
    rows = paper.pairs_of(numero_facture="Facture n° :", date_facture="Date :", numero_engagement="Engagement :")
    paper.pairs(210, 42, rows)
    y = paper.grid_of_items(y + 4)
    y = paper.ledger(128, y + 8, 193, paper.total_rows(due="Net à payer"), align="R")
    paper.pairs(15, y, paper.pairs_of(iban="IBAN :", bic="BIC :"))
    return paper.done(change=partial(turned, angle=90))


def upside_down() -> Drawing:
    """A page drawn upside down with /Rotate 180, as some scanners' software leaves it."""
    paper = Paper(deal("upside down"), "Times")
    with paper.rotation(180, x=105, y=148.5):
        y = letter(paper, own="SIRET : ")
        paper.put(20, y, "FACTURE", size=15, bold=True)
        rows = paper.pairs_of(
            numero_facture="Facture n° :",
            date_facture="Date :",
            numero_engagement="Commande n° :",
            siret_destinataire="SIRET client :",
        )
        y = paper.pairs(20, y + 7, rows)
        classic(paper, y + 2)
    return paper.done(change=partial(turned, angle=180))


def side_margin() -> Drawing:
    """Upright page; the supplier's legal line runs up the left margin."""
    paper = Paper(deal("side margin"))
    firm = paper.deal.supplier
    with paper.rotation(90, x=8, y=200):
        line = (
            f"{firm.name} – {firm.form} – SIRET {paper.tell('siret_fournisseur')} – TVA {paper.tell('tva_fournisseur')}"
        )
        paper.put(8, 200, line, size=7, ink=GREY)
    y = right_hand(paper, client="SIRET client : ")
    paper.put(20, y, f"Facture n° {paper.tell('numero_facture')}", size=14, bold=True)
    rows = paper.pairs_of(date_facture="Date :", numero_engagement="Engagement n° :", date_echeance="Échéance :")
    y = paper.pairs(20, y + 7, rows)
    sparse(paper, y)
    return paper.done()


# Content streams in shuffled order


def shuffled_words() -> Drawing:
    """Every word is drawn alone, in a random order."""
    paper = Paper(deal("shuffled words"), shuffle=7)
    y = letter(paper, own="SIRET : ")
    paper.put(20, y, "FACTURE", size=15, bold=True)
    rows = paper.pairs_of(
        numero_facture="Facture n° :",
        date_facture="Date de facture :",
        numero_engagement="N° d'engagement :",
        code_service="Code service :",
        siret_destinataire="SIRET client :",
    )
    for label, value in rows:
        y += 5.5
        paper.put(20, y, f"{label} {value}")
    classic(paper, y + 8)
    return paper.done()


def shuffled_columns() -> Drawing:
    """Two address blocks and header cells in a random order."""
    paper = Paper(deal("shuffled columns", rates=("20", "10")), "Times", shuffle=23, write=plain_euros)
    y = boxes(paper, own="SIRET : ", vat="TVA : ", client="SIRET client : ")
    paper.put(12, y, "FACTURE", size=15, bold=True)
    told = paper.pairs_of(
        numero_facture="Numéro", date_facture="Date", numero_engagement="Engagement", date_echeance="Échéance"
    )
    for place, (label, value) in enumerate(told):
        paper.put(12 + 45 * place, y + 8, label, size=8, ink=GREY)
        paper.put(12 + 45 * place, y + 13, value, size=10)
    rated(paper, y + 18)
    return paper.done()


def shuffled_state() -> Drawing:
    """A State invoice, right-flush block, framed body: all of it shuffled."""
    paper = Paper(deal("shuffled state", state=True), shuffle=91)
    y = band(paper, own="SIRET ")
    siret = spaced(paper.deal.recipient.siret, 3, 3, 3, 5)
    lines = (
        f"Facture {paper.tell('numero_facture')}",
        f"Date : {paper.tell('date_facture')}",
        f"SIRET destinataire : {paper.tell('siret_destinataire', siret)}",
        f"Service exécutant : {paper.tell('code_service')}",
        f"Engagement juridique : {paper.tell('numero_engagement')}",
    )
    y = paper.stack(196, y, lines, align="R")
    framed(paper, y + 6)
    return paper.done()
