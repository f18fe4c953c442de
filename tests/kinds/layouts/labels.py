"""How the label is written: several on one line, without colon, in capitals, without accents, abbreviated."""

from fixtures.bill import day_in_words
from fixtures.sheet import GREY, PALE, Column
from kinds.deals import deal
from kinds.paper import Drawing, Paper, code_eur, plain_euros, tight_euros
from kinds.parts import band, boxes, centred, classic, footer, framed, inline, letter, noise, rated, right_hand, sparse

# Several labelled data on one line


def dashes() -> Drawing:
    """A title line and a reference line, the data parted by dashes."""
    paper = Paper(deal("dashes"), "Times")
    y = letter(paper, own="SIRET : ")
    head = f"Facture n° {paper.tell('numero_facture')} du {paper.tell('date_facture')}"
    paper.put(20, y, f"{head} – Échéance : {paper.tell('date_echeance')}", size=12, bold=True)
    order, service = paper.tell("numero_engagement"), paper.tell("code_service")
    paper.put(
        20, y + 7, f"Engagement n° {order} – Code service {service} – SIRET client {paper.tell('siret_destinataire')}"
    )
    classic(paper, y + 14)
    return paper.done()


def bars() -> Drawing:
    """One small line with vertical bars across the whole width, one above the totals."""
    paper = Paper(deal("bars"), write=plain_euros)
    y = band(paper, own="SIRET ", vat="TVA ")
    paper.put(14, y, "FACTURE", size=17, bold=True)
    rows = paper.pairs_of(
        numero_facture="N° :",
        date_facture="Date :",
        numero_engagement="Commande n° :",
        numero_marche="Marché n° :",
    )
    paper.put(14, y + 7, " | ".join(f"{label} {value}" for label, value in rows), size=8.5)
    paper.put(
        14,
        y + 12,
        f"SIRET destinataire : {paper.tell('siret_destinataire')} | Code service : {paper.tell('code_service')}",
        size=8.5,
    )
    inline(paper, y + 18)
    return paper.done()


def wide_spaces() -> Drawing:
    """Label and value pairs on one line, three spaces apart, and the bank's likewise."""
    paper = Paper(deal("wide spaces", state=True), "Courier")
    y = right_hand(paper)
    paper.put(15, y, "FACTURE", size=12, bold=True)
    one = paper.pairs_of(numero_facture="Numéro:", date_facture="Date:", date_echeance="Échéance:")
    two = paper.pairs_of(numero_engagement="Engagement:", code_service="Service exécutant:")
    paper.put(15, y + 7, "   ".join(f"{label} {value}" for label, value in one), size=8.5)
    paper.put(15, y + 11.5, "   ".join(f"{label} {value}" for label, value in two), size=8.5)
    paper.put(15, y + 16, f"SIRET client: {paper.tell('siret_destinataire')}   Tél.: 02 61 91 00 40", size=8.5)
    rated(paper, y + 22)
    return paper.done()


# Without a colon


def bare_stack() -> Drawing:
    """Labels and values in one run, no colon anywhere, values in bold."""
    paper = Paper(deal("bare stack"))
    y = centred(paper, own="SIRET ", vat="TVA ")
    rows = paper.pairs_of(
        numero_facture="Facture",
        date_facture="Date",
        date_echeance="Échéance",
        numero_engagement="Engagement",
        code_service="Code service",
        siret_destinataire="SIRET client",
    )
    paper.pairs(125, 56, rows)
    paper.put(22, y + 6, "Facture", size=16)
    sparse(paper, y + 10)
    return paper.done()


def bare_numbers() -> Drawing:
    """« n° » without colon, the date introduced by « du », the place by « Fait à »."""
    paper = Paper(deal("bare numbers"), "Times", write=plain_euros)
    y = letter(paper, client="Siret ")
    issued = paper.deal.full.date_facture
    assert issued
    paper.put(118, y + 4, f"Angers, le {paper.tell('date_facture', day_in_words(issued))}", size=10)
    paper.put(20, y + 14, f"FACTURE n° {paper.tell('numero_facture')}", size=14, bold=True)
    paper.put(20, y + 20, f"Bon de commande n° {paper.tell('numero_engagement')} service {paper.tell('code_service')}")
    inline(paper, y + 27)
    return paper.done(unscored=("code_service",))


def bare_columns() -> Drawing:
    """Labels in capitals at the left and values in a column, nothing between."""
    paper = Paper(deal("bare columns", rates=("20", "5.5")), write=code_eur)
    y = right_hand(paper, own="SIRET ", vat="TVA ")
    paper.put(15, y, "FACTURE", size=18)
    rows = paper.pairs_of(
        numero_facture="NUMÉRO DE FACTURE",
        date_facture="DATE D'ÉMISSION",
        siret_destinataire="SIRET DESTINATAIRE",
        numero_engagement="NUMÉRO D'ENGAGEMENT",
        code_service="CODE SERVICE",
        numero_marche="NUMÉRO DE MARCHÉ",
    )
    y = paper.ledger(15, y + 8, 64, rows, size=8.5, leading=5)
    framed(paper, y + 6)
    return paper.done()


# Upper case


def capitals() -> Drawing:
    """Everything in capitals, accents kept."""
    paper = Paper(deal("capitals"), "Times")
    y = boxes(paper, own="SIRET : ", vat="TVA : ")
    rows = paper.pairs_of(
        numero_facture="FACTURE N° :",
        date_facture="DATE DE FACTURE :",
        date_echeance="DATE D'ÉCHÉANCE :",
        numero_engagement="NUMÉRO D'ENGAGEMENT :",
        code_service="CODE SERVICE :",
        siret_destinataire="SIRET CLIENT :",
    )
    y = paper.pairs(12, y + 4, rows)
    classic(paper, y + 4)
    return paper.done()


def capital_table() -> Drawing:
    """Capitals in header cells, totals in capitals under the table."""
    paper = Paper(deal("capital table"), write=tight_euros)
    y = centred(paper, vat="TVA ")
    paper.put(22, y, "FACTURE", size=14, bold=True)
    told = paper.pairs_of(
        numero_facture="N° DE FACTURE",
        date_facture="DATE",
        numero_engagement="N° DE COMMANDE",
        siret_destinataire="SIRET DU CLIENT",
    )
    y = paper.grid(
        22, y + 4, [Column(label, 42, "C") for label, _ in told], [[value for _, value in told]], rules="all"
    )
    y = paper.grid(
        22,
        y + 5,
        (Column("DÉSIGNATION", 120), Column("MONTANT HT", 46, "R")),
        [(each.label.upper(), paper.amount(each.total)) for each in paper.deal.bill.items],
    )
    rows = paper.total_rows("TOTAL HORS TAXES", "TVA {}", "TOTAL TOUTES TAXES COMPRISES", due="NET À PAYER")
    y = paper.ledger(90, y + 8, 186, rows, align="R", size=10, leading=6)
    paper.pairs(22, y + 8, paper.pairs_of(mode_paiement="MODE DE PAIEMENT :", iban="IBAN :", bic="BIC :"))
    footer(paper)
    return paper.done()


def capital_letter() -> Drawing:
    """A State invoice whose references stand in capitals under the ministry's address."""
    paper = Paper(deal("capital letter", state=True))
    y = letter(paper)
    rows = paper.pairs_of(
        siret_destinataire="SIRET DESTINATAIRE",
        code_service="SERVICE EXÉCUTANT",
        numero_engagement="ENGAGEMENT JURIDIQUE",
    )
    y = paper.stack(118, y + 2, [f"{label} : {value}" for label, value in rows], size=8)
    paper.put(20, y + 2, f"FACTURE {paper.tell('numero_facture')} DU {paper.tell('date_facture')}", size=12, bold=True)
    rated(paper, y + 8)
    return paper.done()


# Without accents


def plain_capitals() -> Drawing:
    """Capitals from a program that knows no accents."""
    paper = Paper(deal("plain capitals"), write=code_eur)
    y = letter(paper, own="SIRET : ")
    paper.put(20, y, "FACTURE", size=14, bold=True)
    rows = paper.pairs_of(
        numero_facture="NUMERO DE FACTURE :",
        date_facture="DATE D'EMISSION :",
        date_echeance="ECHEANCE :",
        numero_engagement="NUMERO D'ENGAGEMENT :",
        code_service="SERVICE EXECUTANT :",
        numero_marche="NUMERO DE MARCHE :",
        siret_destinataire="SIRET DU DESTINATAIRE :",
    )
    y = paper.ledger(20, y + 7, 70, rows, leading=4.8)
    totals = paper.total_rows("TOTAL H.T.", "T.V.A. {}", "TOTAL T.T.C.", due="NET A PAYER")
    y = paper.grid(
        20,
        y + 4,
        (Column("DESIGNATION", 120), Column("QTE", 20, "R"), Column("TOTAL", 32, "R")),
        [(each.label, each.count, paper.amount(each.total)) for each in paper.deal.bill.items],
    )
    y = paper.ledger(120, y + 8, 190, totals, align="R")
    paper.pairs(20, y + 4, [("REGLEMENT :", paper.tell("mode_paiement")), ("IBAN :", paper.tell("iban"))])
    footer(paper)
    return paper.done()


def plain_lower() -> Drawing:
    """Lower case without accents, as typed on a foreign keyboard."""
    paper = Paper(deal("plain lower"), "Times", write=plain_euros)
    y = right_hand(paper, own="Siret : ", vat="No TVA : ")
    paper.put(15, y, "Facture", size=15)
    rows = paper.pairs_of(
        numero_facture="Numero de facture :",
        date_facture="Date d'emission :",
        date_echeance="Date d'echeance :",
        numero_engagement="Numero d'engagement :",
        siret_destinataire="Siret destinataire :",
    )
    paper.pairs(110, y - 22, rows, size=10)
    sparse(paper, y + 8)
    return paper.done()


def plain_header() -> Drawing:
    """Header cells without accents and with points in the abbreviations of taxes."""
    paper = Paper(deal("plain header", rates=("20", "10")))
    y = boxes(paper, client="Siret client : ")
    paper.put(12, y, "FACTURE", size=13, bold=True)
    told = paper.pairs_of(
        numero_facture="No facture",
        date_facture="Date facture",
        date_echeance="Echeance",
        numero_engagement="No engagement",
        numero_marche="No marche",
    )
    y = paper.grid(12, y + 4, [Column(label, 36) for label, _ in told], [[value for _, value in told]], head_fill=PALE)
    totals = paper.total_rows("Total H.T.", "T.V.A. {}", "Total T.T.C.", tax="Total T.V.A.", due="Net a payer")
    y = paper.grid(
        12,
        y + 5,
        (Column("Designation", 100), Column("Quantite", 24, "R"), Column("Montant H.T.", 40, "R")),
        [(each.label, each.count, paper.amount(each.total)) for each in paper.deal.bill.items],
    )
    y = paper.ledger(110, y + 8, 176, totals, align="R")
    paper.pairs(12, y + 4, paper.pairs_of(mode_paiement="Mode de reglement :", iban="IBAN :", bic="BIC :"))
    footer(paper)
    return paper.done()


# Abbreviated


def short_pairs() -> Drawing:
    """Fact., cde, éch., serv.: a cash-register style block."""
    paper = Paper(deal("short pairs"))
    y = band(paper, own="SIRET ", vat="TVA ")
    paper.put(14, y, "FACTURE", size=15, bold=True)
    rows = paper.pairs_of(
        numero_facture="Fact. n° :",
        date_facture="Date fact. :",
        date_echeance="Éch. :",
        numero_engagement="N° eng. :",
        code_service="Code serv. :",
        siret_destinataire="SIRET dest. :",
    )
    y = paper.pairs(14, y + 7, rows, size=8.5, leading=4.4)
    framed(paper, y + 6)
    return paper.done()


def short_header() -> Drawing:
    """Abbreviated header cells; Mt HT, Mt TVA, Mt TTC as totals."""
    paper = Paper(deal("short header"), write=plain_euros)
    y = letter(paper, own="N° SIRET : ", client="SIRET cl. : ")
    paper.put(20, y, "Facture", size=14, bold=True)
    told = paper.pairs_of(
        numero_facture="Num. fact.", date_facture="Date", numero_engagement="N° cde", date_echeance="Éch."
    )
    y = paper.grid(20, y + 4, [Column(label, 38) for label, _ in told], [[value for _, value in told]], rules="all")
    y = paper.grid(
        20,
        y + 5,
        (Column("Désign.", 112), Column("Qté", 20, "R"), Column("Mt HT", 36, "R")),
        [(each.label, each.count, paper.amount(each.total)) for each in paper.deal.bill.items],
    )
    rows = paper.total_rows("Tot. HT", None, "Tot. TTC", tax="Mt TVA")
    y = paper.ledger(120, y + 8, 186, rows, align="R")
    paper.put(
        20, y + 2, f"Régl. par {paper.tell('mode_paiement')} – IBAN {paper.tell('iban')} – BIC {paper.tell('bic')}"
    )
    noise(paper, 20, y + 10)
    footer(paper)
    return paper.done()


def order_forms() -> Drawing:
    """« Réf. BDC », « V/cde n° » beside « N/réf. »: the buyer's order among the seller's own references."""
    paper = Paper(deal("order forms"), "Times", write=plain_euros)
    y = centred(paper, own="SIRET ", client="SIRET client ")
    paper.put(22, y, f"Facture No {paper.tell('numero_facture')}", size=14, bold=True)
    paper.put(22, y + 6, f"du {paper.tell('date_facture')}", size=10)
    paper.put(110, y, "N/réf. : SK/4471", ink=GREY)
    paper.put(110, y + 5, f"Réf. BDC : {paper.tell('numero_engagement')}")
    paper.put(110, y + 10, f"Mché n° : {paper.tell('numero_marche')}")
    inline(paper, y + 18)
    return paper.done(unscored=("numero_marche",))
