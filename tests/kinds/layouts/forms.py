"""Forms: captions inside, above or across the edge of boxes; grids whose boxes are partly empty."""

from fixtures.bill import money
from fixtures.sheet import GREY, PALE, WHITE, Column
from kinds.deals import deal
from kinds.paper import Drawing, Paper, code_eur, plain_euros
from kinds.parts import band, boxes, centred, classic, footer, inline, letter, rated, right_hand, sparse

# Captions of boxes


def inside_boxes() -> Drawing:
    """The caption is small in the top left corner of its box, the value larger below it; totals likewise."""
    paper = Paper(deal("inside boxes"), write=plain_euros)
    y = letter(paper, own="SIRET : ")
    told = paper.pairs_of(
        numero_facture="Facture n°",
        date_facture="Date",
        numero_engagement="N° d'engagement",
        code_service="Code service",
        siret_destinataire="SIRET client",
        date_echeance="Date d'échéance",
    )
    for place, (label, value) in enumerate(told):
        x, top = 20 + 58 * (place % 3), y + 2 + 13 * (place // 3)
        paper.panel(x, top, 58, 13)
        paper.put(x + 1, top + 3, label, size=6.5, ink=GREY)
        paper.put(x + 4, top + 9.5, value, size=11)
    y = paper.grid_of_items(y + 34, x=20)
    for place, (label, value) in enumerate(paper.total_rows(due="Net à payer")):
        left = 20 + 43.5 * place
        paper.panel(left, y + 6, 43.5, 13)
        paper.put(left + 1, y + 9, label, size=6.5, ink=GREY)
        paper.put(left + 42, y + 16, value, size=11, bold=True, align="R")
    footer(paper)
    return paper.done()


def above_boxes() -> Drawing:
    """Captions stand above empty-looking boxes that hold the values."""
    paper = Paper(deal("above boxes", state=True), "Times")
    y = right_hand(paper, vat="TVA : ")
    paper.put(15, y, "FACTURE", size=15, bold=True)
    told = paper.pairs_of(
        numero_facture="Numéro de facture",
        date_facture="Date d'émission",
        siret_destinataire="SIRET destinataire",
        code_service="Code service",
        numero_engagement="Engagement juridique",
    )
    for place, (label, value) in enumerate(told):
        x, top = 15 + 62 * (place % 3), y + 6 + 16 * (place // 3)
        paper.put(x, top + 2, label, size=8)
        paper.panel(x, top + 3.5, 56, 8, edge=(150, 150, 150), round_by=1)
        paper.put(x + 2, top + 8.8, value, size=10)
    classic(paper, y + 42)
    return paper.done()


def on_the_edge() -> Drawing:
    """Captions sit on the upper edge of their box, as in a fieldset."""
    paper = Paper(deal("on the edge"))
    y = band(paper, own="SIRET ")
    paper.put(14, y, "FACTURE", size=16, bold=True)
    told = paper.pairs_of(
        numero_facture="N° facture",
        date_facture="Date facture",
        numero_engagement="N° engagement",
        siret_destinataire="SIRET client",
        numero_marche="N° marché",
    )
    for place, (label, value) in enumerate(told):
        x, top = 14 + 61 * (place % 3), y + 8 + 14 * (place // 3)
        paper.panel(x, top, 58, 10)
        paper.set_font("Helvetica", "", 7)
        paper.panel(x + 3, top - 1.5, paper.get_string_width(label) + 2, 3, fill=WHITE, edge=None)
        paper.put(x + 4, top + 0.9, label, size=7)
        paper.put(x + 4, top + 6.6, value, size=10)
    inline(paper, y + 38)
    return paper.done()


def under_boxes() -> Drawing:
    """Captions printed in small type under the ruled line that carries the value, as on paper forms."""
    paper = Paper(deal("under boxes"), "Times", write=code_eur)
    y = boxes(paper, own="SIRET : ", client="SIRET client : ")
    paper.put(12, y, "FACTURE", size=14, bold=True)
    told = paper.pairs_of(
        numero_facture="(numéro de facture)", date_facture="(date de facture)", numero_engagement="(n° d'engagement)"
    )
    for place, (label, value) in enumerate(told):
        x = 20 + 62 * place
        paper.put(x + 25, y + 9, value, size=11, align="C")
        paper.rule(x, y + 10.5, x + 50)
        paper.put(x + 25, y + 13.5, label, size=7, italic=True, align="C")
    classic(paper, y + 20)
    return paper.done()


# Form grids with empty boxes


def empty_engagement() -> Drawing:
    """The buyer's form: engagement and market left empty, the labels that follow must not lend their values."""
    paper = Paper(deal("empty engagement"))
    y = letter(paper, own="SIRET : ")
    paper.put(20, y, "FACTURE", size=15, bold=True)
    rows = (
        ("N° de facture :", paper.tell("numero_facture")),
        ("N° d'engagement :", ""),
        ("Date de facture :", paper.tell("date_facture")),
        ("N° de marché :", ""),
        ("SIRET client :", paper.tell("siret_destinataire")),
        ("Code service :", paper.tell("code_service")),
    )
    for place, (label, value) in enumerate(rows):
        x, top = 20 + 86 * (place % 2), y + 4 + 9 * (place // 2)
        paper.panel(x, top, 86, 9)
        paper.put(x + 2, top + 5.8, label)
        paper.put(x + 36, top + 5.8, value, bold=True)
    classic(paper, y + 36)
    return paper.done(statuses={"numero_engagement": "absent", "numero_marche": "absent"})


def empty_header_cells() -> Drawing:
    """A reference table with empty cells between filled ones."""
    paper = Paper(deal("empty header cells"), write=plain_euros)
    y = centred(paper, own="SIRET ", client="SIRET client : ")
    paper.put(22, y, "FACTURE", size=15, bold=True)
    cells = (
        ("N° facture", paper.tell("numero_facture")),
        ("Code service", ""),
        ("Date", paper.tell("date_facture")),
        ("Engagement", ""),
        ("Échéance", paper.tell("date_echeance")),
        ("Marché", ""),
    )
    heads = [Column(label, 28.5) for label, _ in cells]
    y = paper.grid(22, y + 4, heads, [[value for _, value in cells]], head_fill=PALE, rules="all", size=8)
    rated(paper, y + 6)
    return paper.done(statuses={"code_service": "absent", "numero_engagement": "absent", "numero_marche": "absent"})


def empty_stack() -> Drawing:
    """Labels one under the other, half of them followed by nothing or by dots."""
    paper = Paper(deal("empty stack"), "Times")
    y = right_hand(paper, own="SIRET : ")
    paper.put(15, y, "FACTURE", size=15, bold=True)
    lines = (
        f"Numéro de facture : {paper.tell('numero_facture')}",
        "Votre bon de commande :",
        "Numéro d'engagement : ....................",
        f"Date de facture : {paper.tell('date_facture')}",
        f"SIRET client : {paper.tell('siret_destinataire')}",
        "Code service :",
        "N° TVA client :",
        f"Date d'échéance : {paper.tell('date_echeance')}",
    )
    y = paper.stack(15, y + 7, lines)
    sparse(paper, y + 2)
    return paper.done(statuses={"code_service": "absent", "numero_engagement": "absent"})


def empty_totals() -> Drawing:
    """Totals boxes for deposit and discount are empty; the boxes beside them are not."""
    paper = Paper(deal("empty totals"), write=plain_euros)
    y = boxes(paper, own="SIRET : ", client="SIRET client : ")
    paper.put(12, y, f"FACTURE {paper.tell('numero_facture')} du {paper.tell('date_facture')}", size=13, bold=True)
    paper.put(12, y + 6, "Engagement n° :")
    paper.put(80, y + 6, "Code service :")
    paper.put(140, y + 6, "Marché n° :")
    y = paper.grid(
        12,
        y + 10,
        (Column("Libellé", 130), Column("Montant HT", 50, "R")),
        [(each.label, money(each.total, " ")) for each in paper.deal.bill.items],
        rules="all",
        floor=y + 60,
    )
    told = dict(paper.total_rows(due="Net à payer"))
    labels = ("Total HT", "Remise", "TVA 20\u00a0%", "Total TTC", "Acompte versé", "Net à payer")
    columns = [Column(label, 31, "R") for label in labels]
    paper.grid(12, y + 4, columns, [[told.get(label, "") for label in labels]], size=7.5, head_fill=PALE, rules="all")
    footer(paper)
    return paper.done(statuses={"code_service": "absent", "numero_engagement": "absent", "numero_marche": "absent"})
