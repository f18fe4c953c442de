"""How the type is set: letter-spaced, split by kerning, justified, glued to the value, no-break and narrow spaces."""

from decimal import Decimal

from fixtures.bill import NBSP, money
from fixtures.parties import spaced
from fixtures.sheet import GREY, PALE
from kinds.deals import deal
from kinds.paper import Drawing, Paper, plain_euros
from kinds.parts import band, boxes, centred, classic, footer, framed, inline, letter, rated, right_hand, sparse

NARROW = "\u202f"


def narrow_euros(value: Decimal) -> str:
    """Write « 1 234,50 € » with narrow no-break spaces."""
    return f"{money(value, NARROW)}{NARROW}€"


# Letter-spaced


def tracked_title() -> Drawing:
    """The title and the section titles are letter-spaced; « FACTURE » spaced by typed blanks."""
    paper = Paper(deal("tracked title"))
    y = band(paper, own="SIRET : ")
    paper.put(14, y + 2, "F A C T U R E", size=18, bold=True)
    paper.tracked(120, y - 8, "DESTINATAIRE", 0.9, size=8)
    rows = paper.pairs_of(
        numero_facture="Facture n° :",
        date_facture="Date :",
        numero_engagement="Engagement n° :",
        code_service="Code service :",
        siret_destinataire="SIRET client :",
    )
    y = paper.pairs(14, y + 10, rows)
    classic(paper, y + 4)
    return paper.done()


def tracked_labels() -> Drawing:
    """Small letter-spaced capitals over each value, as fashionable templates set them."""
    paper = Paper(deal("tracked labels"))
    y = letter(paper, own="SIRET ")
    paper.tracked(20, y, "FACTURE", 2.2, size=20, bold=True)
    rows = paper.pairs_of(
        numero_facture="NUMÉRO",
        date_facture="DATE",
        date_echeance="ÉCHÉANCE",
        numero_engagement="ENGAGEMENT",
        siret_destinataire="SIRET CLIENT",
    )
    for place, (label, value) in enumerate(rows):
        paper.tracked(20 + 36 * place, y + 9, label, 0.55, size=6.5)
        paper.put(20 + 36 * place, y + 14, value, size=9.5)
    sparse(paper, y + 20)
    return paper.done()


def tracked_pairs() -> Drawing:
    """Letter-spaced labels before their values, totals too."""
    paper = Paper(deal("tracked pairs"), "Times", write=plain_euros)
    y = right_hand(paper, own="SIRET : ", vat="TVA : ")
    paper.put(15, y, "FACTURE", size=15, bold=True)
    rows = paper.pairs_of(
        numero_facture="FACTURE N°",
        date_facture="DATE DE FACTURE",
        numero_engagement="N° D'ENGAGEMENT",
        code_service="CODE SERVICE",
        siret_destinataire="SIRET DESTINATAIRE",
    )
    for label, value in rows:
        y += 6
        paper.tracked(15, y, label, 0.8, size=8)
        paper.put(95, y, value, size=10)
    y += 10
    for each in paper.deal.bill.items:
        y = paper.ledger(15, y, 195, [(each.label, paper.amount(each.total))], align="R")
    for label, value in paper.total_rows("TOTAL HT", "TVA {}", "TOTAL TTC"):
        y += 7
        paper.tracked(110, y, label, 0.7, size=9, bold=True)
        paper.put(195, y, value, size=10, align="R")
    paper.pairs(15, y + 10, paper.pairs_of(iban="IBAN", bic="BIC"))
    footer(paper)
    return paper.done()


# Split by kerning


def kerned_siret() -> Drawing:
    """« SIR ET », « EN GA GEMENT »: runs of a kerning array less than a space apart."""
    paper = Paper(deal("kerned siret"))
    y = letter(paper, own="SIRET : ")
    paper.kerned(20, y, "FAC", "TURE", gap=0.7, size=16, bold=True)
    rows = (
        (("Fac", "ture n° :"), "numero_facture"),
        (("Da", "te de fac", "ture :"), "date_facture"),
        (("SIR", "ET client :"), "siret_destinataire"),
        (("N° d'en", "ga", "gement :"), "numero_engagement"),
        (("Co", "de ser", "vice :"), "code_service"),
    )
    for runs, name in rows:
        y += 6
        paper.put(paper.kerned(20, y, *runs, gap=0.65, size=10) + 1, y, paper.tell(name), size=10)
    classic(paper, y + 6)
    return paper.done()


def kerned_totals() -> Drawing:
    """Kerning splits the totals' labels and the digits' neighbours « A V », « T V A »."""
    paper = Paper(deal("kerned totals"), "Times", write=plain_euros)
    y = boxes(paper, own="SIRET ", client="SIRET client : ")
    paper.put(12, y, f"Facture n° {paper.tell('numero_facture')} du {paper.tell('date_facture')}", size=13, bold=True)
    paper.kerned(12, y + 7, "Comman", "de n° :", gap=0.6)
    paper.put(40, y + 7, paper.tell("numero_engagement"))
    y += 14
    for each in paper.deal.bill.items:
        y = paper.ledger(12, y, 190, [(f"{each.count} x {each.label}", paper.amount(each.total))], align="R")
    labels = (("To", "tal H", "T"), ("T", "V", "A 20 %"), ("To", "tal T", "TC"), ("Net à pa", "yer"))
    told = paper.total_rows(vat="TVA {}", due="Net à payer")
    for runs, (_, value) in zip(labels, told, strict=True):
        y += 6.5
        paper.kerned(130, y, *runs, gap=0.55, size=10)
        paper.put(190, y, value, size=10, align="R")
    paper.pairs(12, y + 8, paper.pairs_of(iban="IBAN :", bic="BIC :"))
    footer(paper)
    return paper.done()


def kerned_capitals() -> Drawing:
    """Bold capitals of a header row split between any two letters."""
    paper = Paper(deal("kerned capitals"))
    y = centred(paper, own="SIRET ", vat="TVA ")
    paper.put(22, y, "FACTURE", size=15, bold=True)
    cells = (
        (("N° F", "AC", "TURE"), "numero_facture"),
        (("D", "A", "TE"), "date_facture"),
        (("ENG", "AGE", "MENT"), "numero_engagement"),
        (("SIR", "ET CLI", "ENT"), "siret_destinataire"),
        (("ÉCHÉ", "ANCE"), "date_echeance"),
    )
    for place, (runs, name) in enumerate(cells):
        x = 22 + 34 * place
        paper.panel(x, y + 4, 34, 7, fill=PALE)
        paper.panel(x, y + 11, 34, 7)
        paper.kerned(x + 2, y + 8.7, *runs, gap=0.5, size=8, bold=True)
        paper.put(x + 2, y + 15.7, paper.tell(name), size=8.5)
    framed(paper, y + 26)
    return paper.done()


# Justified, wide gaps


def justified_letter() -> Drawing:
    """A letter whose justified lines hold the references; short lines are stretched far."""
    paper = Paper(deal("justified letter"), "Times", write=plain_euros)
    y = letter(paper, own="SIRET : ", client="SIRET client : ")
    paper.put(20, y, f"Facture n° {paper.tell('numero_facture')}", size=13, bold=True)
    paper.put(120, y, f"le {paper.tell('date_facture')}", size=11)
    order, market = paper.tell("numero_engagement"), paper.tell("numero_marche")
    y = paper.justified(
        20,
        y + 10,
        170,
        (
            "Madame, Monsieur,|",
            f"Conformément au bon de commande n° {order}",
            f"et au marché n° {market} que vous avez bien voulu nous confier,",
            "nous vous prions de trouver ci-dessous le détail de nos prestations pour la période",
            "écoulée, exécutées à votre entière satisfaction.|",
        ),
    )
    inline(paper, y + 4)
    return paper.done()


def justified_block() -> Drawing:
    """A justified reference block: the label and its value are pushed apart inside each line."""
    paper = Paper(deal("justified block"))
    y = right_hand(paper, own="SIRET : ")
    paper.put(15, y, "FACTURE", size=15, bold=True)
    rows = paper.pairs_of(
        numero_facture="Numéro de facture :",
        date_facture="Date de facture :",
        numero_engagement="Numéro d'engagement :",
        code_service="Code service :",
    )
    y = paper.justified(15, y + 8, 95, [f"{label} {value}" for label, value in rows], size=9)
    paper.put(15, y, f"SIRET client : {paper.tell('siret_destinataire')}")
    rated(paper, y + 6)
    return paper.done()


def justified_footer() -> Drawing:
    """Justified small print at the bottom holds the supplier's numbers and the bank's."""
    paper = Paper(deal("justified footer"), "Times")
    firm = paper.deal.supplier
    y = boxes(paper, client="SIRET client : ")
    paper.put(12, y, f"Facture n° {paper.tell('numero_facture')} du {paper.tell('date_facture')}", size=13, bold=True)
    paper.put(12, y + 6, f"Engagement n° {paper.tell('numero_engagement')}", size=10)
    own = paper.tell("siret_fournisseur")
    y = paper.justified(
        12,
        238,
        186,
        (
            f"{firm.name}, {firm.form}, dont le siège est {firm.street}, {firm.town},",
            f"immatriculée au RCS de {firm.registry} sous le n° {spaced(firm.siren, 3)}, SIRET {own},",
            f"TVA intracommunautaire {paper.tell('tva_fournisseur')}. Règlement par {paper.tell('mode_paiement')} :",
            f"IBAN {paper.tell('iban')} BIC {paper.tell('bic')}",
        ),
        size=8.5,
    )
    classic(paper, 100)
    return paper.done()


# Glued to the value


def glued_colon() -> Drawing:
    """A colon without any space on either side."""
    paper = Paper(deal("glued colon"))
    y = letter(paper, own="SIRET:", vat="TVA:", client="SIRET client:")
    paper.put(20, y, f"FACTURE N°{paper.tell('numero_facture')}", size=14, bold=True)
    rows = paper.pairs_of(
        date_facture="Date:", date_echeance="Échéance:", numero_engagement="Engagement:", code_service="Code service:"
    )
    y = paper.stack(20, y + 7, [label + value for label, value in rows])
    classic(paper, y + 3)
    return paper.done()


def glued_words() -> Drawing:
    """The value starts right after the keyword: Chorus Pro reads none of it, a human does."""
    deal_ = deal("glued words").but(numero_engagement="C20264417", code_service="12SCOL")
    paper = Paper(deal_, write=plain_euros)
    full = deal_.full
    y = band(paper, vat="TVA")
    paper.put(14, y, "FACTURE", size=16, bold=True)
    told = [
        f"Facture n°{paper.tell('numero_facture')}",
        f"Date{paper.tell('date_facture')}",
        f"SIRETclient{paper.tell('siret_destinataire', full.siret_destinataire)}",
        f"Engagement{paper.tell('numero_engagement')}",
        f"Code service{paper.tell('code_service')}",
    ]
    y = paper.stack(14, y + 7, told)
    inline(paper, y + 3)
    return paper.done()


def glued_amounts() -> Drawing:
    """Label, amount and currency without any space; IBAN and BIC stuck to their labels."""
    paper = Paper(deal("glued amounts"), write=lambda value: money(value, "") + "€")
    y = right_hand(paper, own="SIRET", client="SIRET client:")
    head = f"Facture {paper.tell('numero_facture')} du {paper.tell('date_facture')}"
    paper.put(15, y, head, size=13, bold=True)
    paper.put(15, y + 6, f"Commande n°{paper.tell('numero_engagement')}")
    y += 14
    for each in paper.deal.bill.items:
        y = paper.ledger(15, y, 190, [(each.label, paper.amount(each.total))], align="R")
    told = paper.total_rows("Total HT:", "TVA {}:", "Total TTC:", due="Net à payer:")
    y = paper.stack(140, y + 6, [label + value for label, value in told], size=10, leading=6)
    bank = f"IBAN:{paper.tell('iban', paper.deal.full.iban)}", f"BIC:{paper.tell('bic')}"
    paper.stack(15, y + 4, bank)
    footer(paper)
    return paper.done()


# No-break spaces


def hard_spaces() -> Drawing:
    """Every space within a datum or between label and value is a no-break space."""
    paper = Paper(deal("hard spaces"))
    y = letter(paper)
    paper.put(20, y, f"Facture{NBSP}n°{NBSP}{paper.tell('numero_facture')}", size=14, bold=True)
    rows = paper.pairs_of(
        date_facture="Date de facture",
        siret_destinataire="SIRET client",
        numero_engagement="N° d'engagement",
        code_service="Code service",
        siret_fournisseur="SIRET émetteur",
    )
    told = [f"{label}{NBSP}: {value}".replace(" ", NBSP) for label, value in rows]
    y = paper.stack(20, y + 7, told)
    classic(paper, y + 3)
    return paper.done()


def hard_letter() -> Drawing:
    """No-break spaces where French typography wants them: before colons, after n°, within numbers."""
    paper = Paper(deal("hard letter", state=True), "Times")
    y = centred(paper, own=f"SIRET{NBSP}: ")
    paper.put(
        22, y, f"Facture n°{NBSP}{paper.tell('numero_facture')} du {paper.tell('date_facture')}", size=13, bold=True
    )
    siret = spaced(paper.deal.recipient.siret, 3, 3, 3, 5).replace(" ", NBSP)
    y = paper.prose(
        22,
        y + 8,
        165,
        f"Engagement juridique n°{NBSP}{paper.tell('numero_engagement')}{NBSP}; service exécutant{NBSP}: "
        f"{paper.tell('code_service')}{NBSP}; SIRET destinataire{NBSP}: {paper.tell('siret_destinataire', siret)}.",
        size=10,
        leading=5,
    )
    inline(paper, y + 2)
    return paper.done()


def hard_table() -> Drawing:
    """Header cells and totals whose words hang together by no-break spaces."""
    paper = Paper(deal("hard table", rates=("20", "5.5")))
    y = boxes(paper, own=f"SIRET{NBSP}:{NBSP}", client=f"SIRET{NBSP}client{NBSP}:{NBSP}")
    paper.put(12, y, "FACTURE", size=15, bold=True)
    told = paper.pairs_of(
        numero_facture="N° de facture", date_facture="Date de facture", numero_engagement="N° de commande"
    )
    for place, (label, value) in enumerate(told):
        paper.put(12 + 55 * place, y + 8, label.replace(" ", NBSP), size=8, ink=GREY)
        paper.put(12 + 55 * place, y + 13, value)
    rated(paper, y + 18)
    return paper.done()


# Narrow no-break spaces


def narrow_groups() -> Drawing:
    """Numbers grouped by U+202F, as LaTeX and InDesign do."""
    paper = Paper(deal("narrow groups"), "Times", write=narrow_euros)
    full = paper.deal.full
    y = letter(paper)
    paper.put(20, y, f"Facture n°{NARROW}{paper.tell('numero_facture')}", size=14, bold=True)
    groups = [
        spaced(siret or "", 3, 3, 3, 5).replace(" ", NARROW)
        for siret in (full.siret_destinataire, full.siret_fournisseur)
    ]
    rows = [
        ("Date", paper.tell("date_facture")),
        ("SIRET client", paper.tell("siret_destinataire", groups[0])),
        ("SIRET fournisseur", paper.tell("siret_fournisseur", groups[1])),
        ("Engagement", paper.tell("numero_engagement")),
    ]
    y = paper.stack(20, y + 7, [f"{label}{NARROW}: {value}" for label, value in rows])
    sparse(paper, y + 2)
    return paper.done()


def narrow_totals() -> Drawing:
    """Amounts and the IBAN in narrow groups, the label's colon after a narrow space."""
    paper = Paper(deal("narrow totals", rates=("20", "10")), write=narrow_euros)
    y = right_hand(paper, own=f"SIRET{NARROW}: ", client=f"SIRET client{NARROW}: ")
    paper.put(15, y, f"FACTURE {paper.tell('numero_facture')} – {paper.tell('date_facture')}", size=13, bold=True)
    paper.put(15, y + 6, f"Bon de commande n°{NARROW}{paper.tell('numero_engagement')}")
    iban = spaced(paper.deal.full.iban or "", 4).replace(" ", NARROW)
    paper.stack(15, 240, [f"IBAN{NARROW}: {paper.tell('iban', iban)}", f"BIC{NARROW}: {paper.tell('bic')}"])
    rated(paper, y + 12)
    return paper.done()


def narrow_lost() -> Drawing:
    """The narrow spaces have left no glyph at all: « 4470,06€ », « SIRET client: »."""
    paper = Paper(deal("narrow lost"), write=lambda value: f"{money(value, '')}€")
    full = paper.deal.full
    y = band(paper, vat="TVA: ")
    paper.put(14, y, f"Facture n°{paper.tell('numero_facture')} du {paper.tell('date_facture')}", size=13, bold=True)
    rows = [
        f"SIRET client: {paper.tell('siret_destinataire', full.siret_destinataire)}",
        f"SIRET fournisseur: {paper.tell('siret_fournisseur', full.siret_fournisseur)}",
        f"Engagement: {paper.tell('numero_engagement')}",
        f"Échéance: {paper.tell('date_echeance')}",
    ]
    y = paper.stack(14, y + 7, rows)
    classic(paper, y + 3)
    return paper.done()
