"""Where the value stands: right of its label, below it, under a header row, in a far cell, after a broken label."""

from fixtures.sheet import GREY, PALE, Column
from kinds.deals import deal
from kinds.paper import Drawing, Paper, code_eur, dotted_euros, plain_euros
from kinds.parts import band, boxes, centred, classic, framed, inline, letter, rated, right_hand, sparse

# Label right


def two_columns() -> Drawing:
    """Labels in one column, values in a second one, no rules."""
    paper = Paper(deal("two columns"), "Times")
    y = letter(paper)
    paper.put(20, y, "FACTURE", size=16, bold=True)
    rows = paper.pairs_of(
        numero_facture="Numéro de facture",
        date_facture="Date de facture",
        date_echeance="Date d'échéance",
        numero_engagement="Numéro d'engagement",
        code_service="Code service",
        siret_destinataire="SIRET destinataire",
    )
    y = paper.ledger(20, y + 9, 68, rows, size=10)
    classic(paper, y + 4)
    return paper.done()


def right_flush_labels() -> Drawing:
    """Labels flush right against a common axis, values flush left after it, as cheque-like forms do."""
    paper = Paper(deal("right flush"), write=plain_euros)
    y = right_hand(paper, own="SIRET : ")
    rows = paper.pairs_of(
        numero_facture="Facture n° :",
        date_facture="Émise le :",
        numero_engagement="Engagement juridique :",
        code_service="Service exécutant :",
        numero_marche="Marché n° :",
    )
    for label, value in [*rows, ("SIRET client :", paper.tell("siret_destinataire"))]:
        paper.put(148, y - 26, label, align="R", ink=GREY)
        paper.put(150, y - 26, value, bold=True)
        y += 5
    sparse(paper, y + 2)
    return paper.done()


def ruled_pairs() -> Drawing:
    """A table of two ruled columns: a grey cell with the label, a white one with the value."""
    paper = Paper(deal("ruled pairs", rates=("20", "10")))
    y = centred(paper, vat="TVA : ")
    rows = paper.pairs_of(
        numero_facture="N° de facture",
        date_facture="Date d'émission",
        siret_destinataire="N° SIRET du client",
        code_service="Code du service",
        numero_engagement="N° de commande",
        date_echeance="À payer avant le",
    )
    for label, value in rows:
        y += 6
        paper.panel(110, y - 38, 42, 6, fill=PALE)
        paper.panel(152, y - 38, 44, 6)
        paper.put(112, y - 33.8, label, size=8)
        paper.put(154, y - 33.8, value, size=8.5)
    paper.put(22, y - 10, "Facture", size=15, bold=True)
    rated(paper, y - 22 + 6 * 5)
    return paper.done()


# Label below


def cards() -> Drawing:
    """A row of cards, each a small grey label with the value below in bold."""
    paper = Paper(deal("cards"), write=code_eur)
    y = band(paper, own="SIRET : ")
    paper.put(14, y, "Facture", size=18, bold=True)
    rows = paper.pairs_of(
        numero_facture="Numéro de facture",
        date_facture="Date de facturation",
        numero_engagement="Numéro d'engagement",
        code_service="Code service",
    )
    for place, (label, value) in enumerate(rows):
        paper.panel(14 + 46 * place, y + 5, 43, 14, edge=GREY, round_by=1.5)
        paper.caption(16 + 46 * place, y + 9.5, label)
        paper.put(16 + 46 * place, y + 15.5, value, bold=True)
    paper.caption(120, y - 5, "SIRET du destinataire")
    paper.put(120, y, paper.tell("siret_destinataire"))
    inline(paper, y + 26)
    return paper.done()


def sidebar() -> Drawing:
    """A narrow column of labels and values one under the other, alternating, beside the items."""
    paper = Paper(deal("sidebar"))
    y = letter(paper)
    paper.put(118, y + 8, "FACTURE", size=16, bold=True)
    rows = paper.pairs_of(
        numero_facture="FACTURE N°",
        date_facture="DATE",
        date_echeance="ÉCHÉANCE",
        siret_destinataire="SIRET CLIENT",
        code_service="CODE SERVICE",
        numero_engagement="N° ENGAGEMENT",
        numero_marche="N° MARCHÉ",
    )
    low = 50.0
    for label, value in rows:
        paper.put(20, low, label, size=7, ink=GREY)
        paper.put(20, low + 4.5, value, size=10)
        low += 11
    framed(paper, max(y + 20, low + 6))
    return paper.done()


def titled_blocks() -> Drawing:
    """Underlined section titles, labels centred over their centred values."""
    paper = Paper(deal("titled blocks"), "Times", write=dotted_euros)
    y = boxes(paper, own="Siret : ", vat="TVA intra : ")
    paper.put(105, y + 4, "F A C T U R E", size=14, bold=True, align="C")
    paper.rule(75, y + 6, 135)
    rows = paper.pairs_of(
        numero_facture="Numéro",
        date_facture="Date",
        siret_destinataire="SIRET du client",
        numero_engagement="Engagement",
    )
    for place, (label, value) in enumerate(rows):
        x = 34 + 47 * place
        paper.put(x, y + 14, label, size=9, italic=True, align="C")
        paper.put(x, y + 19, value, size=11, align="C")
    classic(paper, y + 26)
    return paper.done()


# Header row


def header_bar() -> Drawing:
    """One filled header bar, one row of centred values."""
    paper = Paper(deal("header bar"))
    y = right_hand(paper)
    paper.put(15, y, "FACTURE", size=15, bold=True)
    told = paper.pairs_of(
        numero_facture="N° facture",
        date_facture="Date",
        numero_engagement="N° d'engagement",
        code_service="Code service",
        siret_destinataire="SIRET client",
        date_echeance="Échéance",
    )
    widths = (30, 24, 36, 28, 38, 24)
    heads = [Column(label, width, "C") for (label, _), width in zip(told, widths, strict=True)]
    y = paper.grid(15, y + 4, heads, [[value for _, value in told]], head_fill=PALE, rules="all", size=8)
    classic(paper, y + 8)
    return paper.done()


def two_header_rows() -> Drawing:
    """Two tables of references, one over the other; the second holds the buyer's."""
    paper = Paper(deal("two header rows", state=True), write=plain_euros)
    y = boxes(paper, own="SIRET : ")
    paper.put(12, y + 2, f"Facture {paper.tell('numero_facture')}", size=13, bold=True)
    first = [Column("Date de facture", 36), Column("Date d'échéance", 36), Column("Mode de règlement", 40)]
    cells = [paper.tell("date_facture"), paper.tell("date_echeance"), "Virement"]
    paper.tell("mode_paiement")
    y = paper.grid(12, y + 6, first, [cells], rules="all", size=8.5)
    second = [
        Column("SIRET destinataire", 50),
        Column("Code service exécutant", 50),
        Column("Engagement juridique", 50),
    ]
    cells = [paper.tell(name) for name in ("siret_destinataire", "code_service", "numero_engagement")]
    y = paper.grid(12, y + 3, second, [cells], rules="all", size=8.5)
    sparse(paper, y + 6)
    return paper.done()


def loose_headers() -> Drawing:
    """Headers without any rule, left-aligned; some values are wider than their header."""
    paper = Paper(deal("loose headers"), "Courier")
    y = letter(paper, client="Siret client ")
    paper.put(20, y, "Facture", size=14, bold=True)
    widths = (38, 30, 42, 30)
    paper.columns(20, y + 8, widths, ("Facture n°", "Date", "Commande n°", "Notre contact"), size=8, bold=True)
    cells = [paper.tell(name) for name in ("numero_facture", "date_facture", "numero_engagement")]
    paper.columns(20, y + 12.5, widths, (*cells, "Mme Kerdoncuff"), size=8)
    rated(paper, y + 20)
    return paper.done()


# Far cell


def dotted_leaders() -> Drawing:
    """Leaders of dots from the label to a value at the far edge."""
    paper = Paper(deal("dotted leaders"), "Times")
    y = centred(paper)
    paper.put(22, y, "FACTURE", size=15, bold=True)
    rows = paper.pairs_of(
        numero_facture="Facture numéro",
        date_facture="Date de facturation",
        numero_engagement="Engagement numéro",
        code_service="Code service",
        siret_destinataire="SIRET client",
    )
    for label, value in rows:
        y += 6
        end = paper.put(22, y, label + " ", size=10)
        start = 188 - paper.get_string_width(value)
        paper.put(end, y, "." * int((start - end - 1) / paper.get_string_width(".")), size=10)
        paper.put(188, y, value, size=10, align="R")
    inline(paper, y + 6)
    return paper.done()


def ruled_rows() -> Drawing:
    """Full-width rows with a hairline under each: the label at one edge, the value at the other."""
    paper = Paper(deal("ruled rows", rates=("20", "5.5")))
    y = band(paper, own="SIRET ", vat="TVA ")
    paper.put(14, y, "Facture", size=20, bold=True)
    rows = paper.pairs_of(
        numero_facture="N° de facture :",
        date_facture="Date :",
        date_echeance="Échéance :",
        siret_destinataire="SIRET destinataire :",
        numero_engagement="N° d'engagement :",
        numero_marche="N° de marché :",
    )
    for label, value in rows:
        y += 6.5
        paper.put(14, y, label)
        paper.put(196, y, value, align="R")
        paper.rule(14, y + 2, 196, ink=GREY, line=0.1)
    classic(paper, y + 8)
    return paper.done()


def striped_rows() -> Drawing:
    """Striped rows; a column of explanations stands between the label and the value."""
    paper = Paper(deal("striped rows", state=True))
    y = letter(paper, own="SIRET : ")
    paper.put(20, y, "FACTURE", size=13, bold=True)
    rows = paper.pairs_of(
        numero_facture="Numéro de facture",
        date_facture="Date de la facture",
        siret_destinataire="SIRET client",
        code_service="Code service",
        numero_engagement="N° engagement juridique",
    )
    for place, (label, value) in enumerate(rows):
        if place % 2 == 0:
            paper.panel(18, y + 3.6, 174, 6, fill=PALE, edge=None)
        y += 6
        paper.put(20, y + 2, label)
        paper.put(150, y + 2, value, bold=True)
    sparse(paper, y + 8)
    return paper.done()


# Label and value on two lines


def broken_label() -> Drawing:
    """Narrow label column: the labels break over two lines, the value stands beside the first."""
    paper = Paper(deal("broken label"))
    y = boxes(paper)
    paper.put(12, y, "FACTURE", size=15, bold=True)
    for label, name in (
        ("Numéro de\nfacture :", "numero_facture"),
        ("Date de\nfacturation :", "date_facture"),
        ("Numéro\nd'engagement :", "numero_engagement"),
        ("SIRET du\ndestinataire :", "siret_destinataire"),
        ("Code\nservice :", "code_service"),
    ):
        y += 10
        paper.stack(12, y, label.split("\n"), leading=4)
        paper.put(42, y, paper.tell(name), bold=True)
    classic(paper, y + 12)
    return paper.done()


def value_on_last_line() -> Drawing:
    """The labels break over two lines and the value stands on the second, after its colon."""
    paper = Paper(deal("value on last line"), "Times", write=plain_euros)
    y = right_hand(paper, own="SIRET ")
    paper.put(15, y, "FACTURE", size=15, bold=True)
    for first, second, name in (
        ("Référence de la", "facture :", "numero_facture"),
        ("Date d'émission de", "la facture :", "date_facture"),
        ("Numéro d'engagement", "juridique :", "numero_engagement"),
        ("Numéro SIRET", "du client :", "siret_destinataire"),
    ):
        y += 11
        paper.put(15, y, first, size=10)
        paper.put(15, y + 4.6, second, size=10)
        paper.put(52, y + 4.6, paper.tell(name), size=10, bold=True)
    inline(paper, y + 12)
    return paper.done()


def indented_value() -> Drawing:
    """The label ends its line with a colon; the value is indented on the next line."""
    paper = Paper(deal("indented value"))
    y = band(paper, vat="N° TVA : ")
    paper.put(14, y, "FACTURE", size=15, bold=True)
    rows = paper.pairs_of(
        numero_facture="Facture numéro :",
        date_facture="Date de facturation :",
        code_service="Service exécutant :",
        numero_engagement="Bon de commande :",
        siret_destinataire="N° de SIRET client :",
    )
    for place, (label, value) in enumerate(rows):
        x, low = 14 + 62 * (place % 3), y + 8 + 13 * (place // 3)
        paper.put(x, low, label, size=9)
        paper.put(x + 6, low + 4.6, value, size=9, bold=True)
    sparse(paper, y + 34)
    return paper.done()
