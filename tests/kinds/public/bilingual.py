"""Bilingual pages: French beside English, German or Dutch; French parties and amounts throughout."""

from fixtures.sheet import GREY, PALE, Column
from kinds.deals import deal
from kinds.paper import Drawing, Paper, code_eur, plain_euros
from kinds.parts import band, boxes, footer, letter


def slashes() -> Drawing:
    """French and English parted by slashes in every label."""
    paper = Paper(deal("slashes"), write=code_eur)
    y = letter(paper, own="SIRET : ", client="SIRET client / Customer SIRET : ")
    paper.put(20, y, "FACTURE / INVOICE", size=15, bold=True)
    rows = paper.pairs_of(
        numero_facture="N° de facture / Invoice No. :",
        date_facture="Date de facture / Invoice date :",
        date_echeance="Échéance / Due date :",
        numero_engagement="N° d'engagement / Purchase order :",
    )
    y = paper.pairs(20, y + 7, rows)
    y = paper.grid_of_items(y + 2)
    rows = paper.total_rows(
        "Total HT / Net total", "TVA / VAT {}", "Total TTC / Gross total", due="Net à payer / Amount due"
    )
    y = paper.ledger(105, y + 8, 195, rows, align="R", last_bold=True)
    paper.pairs(15, y, paper.pairs_of(iban="IBAN :", bic="BIC / SWIFT :"))
    footer(paper, vat="N° TVA / VAT No.")
    return paper.done()


def second_line() -> Drawing:
    """The English stands in small grey italics under each French label, also in header cells."""
    paper = Paper(deal("second line"), "Times", write=plain_euros)
    y = boxes(paper, own="SIRET : ", client="SIRET client : ")
    paper.put(12, y, "FACTURE", size=15, bold=True)
    paper.put(12, y + 4.5, "Invoice", size=9, italic=True, ink=GREY)
    told = paper.pairs_of(
        numero_facture="N° facture", date_facture="Date", numero_engagement="N° de commande", date_echeance="Échéance"
    )
    english = ("Invoice number", "Date", "Purchase order", "Due date")
    for place, ((label, value), other) in enumerate(zip(told, english, strict=True)):
        x = 12 + 46 * place
        paper.panel(x, y + 8, 46, 17)
        paper.put(x + 2, y + 12, label, size=8, bold=True)
        paper.put(x + 2, y + 15.5, other, size=7, italic=True, ink=GREY)
        paper.put(x + 2, y + 22, value, size=10)
    y = paper.grid_of_items(y + 30, x=12)
    for label, value in paper.total_rows():
        y += 9
        paper.put(130, y, label)
        paper.put(
            130,
            y + 3.2,
            {"Total HT": "Total excl. VAT", "Total TTC": "Total incl. VAT"}.get(label, "VAT"),
            size=7,
            ink=GREY,
        )
        paper.put(192, y, value, align="R")
    footer(paper)
    return paper.done()


def alsatian() -> Drawing:
    """French and German, as on the Rhine."""
    paper = Paper(deal("alsatian"), write=plain_euros)
    y = band(paper, own="SIRET ", vat="TVA / USt-IdNr. ", client="SIRET client : ")
    paper.put(14, y, "Facture – Rechnung", size=15, bold=True)
    rows = paper.pairs_of(
        numero_facture="N° de facture – Rechnungsnummer :",
        date_facture="Date – Datum :",
        numero_engagement="Bon de commande – Bestellung :",
    )
    y = paper.pairs(14, y + 7, rows)
    columns = (
        Column("Désignation – Bezeichnung", 92),
        Column("Qté – Menge", 30, "R"),
        Column("Montant – Betrag", 60, "R"),
    )
    body = [(i.label, i.count, paper.amount(i.total)) for i in paper.deal.bill.items]
    y = paper.grid(14, y + 2, columns, body, head_fill=PALE)
    rows = paper.total_rows("Total HT – Nettobetrag", "TVA – MwSt {}", "Total TTC – Gesamtbetrag")
    y = paper.ledger(100, y + 8, 194, rows, align="R", last_bold=True)
    paper.pairs(14, y, paper.pairs_of(iban="IBAN", bic="BIC"))
    footer(paper)
    return paper.done()


def english_template() -> Drawing:
    """A French supplier whose software prints English labels; the buyer's references stay French."""
    paper = Paper(deal("english template"), write=lambda value: f"€{value:,.2f}")
    y = band(paper, vat="VAT number: ")
    paper.put(14, y, "Invoice", size=18, bold=True)
    rows = paper.pairs_of(
        numero_facture="Invoice number:",
        numero_engagement="N° d'engagement :",
        siret_destinataire="SIRET client :",
        code_service="Code service :",
    )
    y = paper.pairs(14, y + 7, rows)
    paper.pairs(120, y - 20, [("Date of issue:", f"{paper.deal.full.date_facture:%B %d, %Y}")])
    paper.tell("date_facture")
    y = paper.grid(
        14,
        y + 2,
        (Column("Description", 120), Column("Amount", 50, "R")),
        [(i.label, paper.amount(i.total)) for i in paper.deal.bill.items],
    )
    y = paper.ledger(120, y + 8, 182, paper.total_rows("Subtotal", "VAT {}", "Total", due="Amount due"), align="R")
    paper.either |= {"montant_ht": paper.deal.full.montant_ht, "montant_ttc": paper.deal.full.montant_ttc}
    footer(paper, vat="VAT")
    return paper.done()


DRAWINGS = (slashes, second_line, alsatian, english_template)
