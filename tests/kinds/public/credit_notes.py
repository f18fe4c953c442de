"""Credit notes that quote the invoice they correct."""

from fixtures.bill import money
from fixtures.sheet import PALE, Column
from kinds.deals import Deal, deal
from kinds.paper import Drawing, Paper, plain_euros
from kinds.parts import boxes, centred, footer, letter, right_hand


def _credit(seed: str, origin: str, number: str) -> Deal:
    case = deal(seed, lines=(("Retour de marchandise", "4", "67.50"), ("Remise oubliée", "1", "35")))
    return case.but(type_facture="AVOIR", numero_facture_origine=origin, numero_facture=number)


def quoting() -> Drawing:
    """« Avoir sur facture n° … du … »: two numbers, two dates; positive amounts."""
    paper = Paper(_credit("quoting", "FA2026-0117", "AV2026-0009"), write=plain_euros)
    y = letter(paper, own="SIRET : ", client="SIRET client : ")
    paper.put(20, y, f"AVOIR N° {paper.tell('numero_facture')} du {paper.tell('date_facture')}", size=14, bold=True)
    paper.tell("type_facture")
    paper.put(20, y + 6, f"Avoir sur facture n° {paper.tell('numero_facture_origine')} du 05/01/2026")
    paper.put(20, y + 11, f"Engagement n° {paper.tell('numero_engagement')}")
    y = paper.grid_of_items(y + 16)
    y = paper.ledger(120, y + 8, 195, paper.total_rows(), align="R", last_bold=True)
    paper.put(15, y + 6, "Cet avoir est à déduire de votre prochain règlement.")
    footer(paper)
    return paper.done()


def negative() -> Drawing:
    """All amounts negative, with a true minus sign; the invoice in a reference table."""
    case = _credit("negative", "F26/0093", "A26/0011")
    full = case.full
    assert full.montant_ht and full.montant_tva and full.montant_ttc
    lines = tuple(type(line)(line.rate, None, -line.amount) for line in case.bill.vat_lines)
    case = case.but(montant_ht=-full.montant_ht, montant_tva=-full.montant_tva, montant_ttc=-full.montant_ttc)
    paper = Paper(case, "Times", write=lambda value: f"{money(value, ' ')} €".replace("-", "\u2212"))
    y = boxes(paper, own="SIRET : ", client="SIRET client : ")
    paper.put(12, y, "AVOIR", size=16, bold=True)
    paper.tell("type_facture")
    told = paper.pairs_of(
        numero_facture="Avoir n°",
        date_facture="Date",
        numero_facture_origine="Facture d'origine",
        numero_engagement="Commande",
    )
    y = paper.grid(
        12, y + 5, [Column(label, 45) for label, _ in told], [[v for _, v in told]], head_fill=PALE, rules="all"
    )
    y = paper.grid(
        12,
        y + 5,
        (Column("Désignation", 130), Column("Montant HT", 50, "R")),
        [(i.label, paper.write_amount(-i.total)) for i in case.bill.items],
    )
    rows = [
        ("Total HT", paper.tell("montant_ht")),
        ("TVA 20 %", paper.tell("montant_tva")),
        ("Total TTC", paper.tell("montant_ttc")),
    ]
    paper.says(lignes_tva=lines)
    paper.ledger(120, y + 8, 192, rows, align="R", last_bold=True)
    footer(paper)
    return paper.done()


def cancelling() -> Drawing:
    """« Annulation de facture »: the cancelled invoice in a sentence, the amounts in parentheses."""
    case = _credit("cancelling", "2026-000418", "2026-000437")
    full = case.full
    assert full.montant_ht and full.montant_tva and full.montant_ttc
    case = case.but(montant_ht=-full.montant_ht, montant_tva=-full.montant_tva, montant_ttc=-full.montant_ttc)
    paper = Paper(case, write=lambda value: f"({money(-value, ' ')} €)")
    y = right_hand(paper, own="SIRET : ", client="SIRET client : ")
    paper.put(15, y, "ANNULATION DE FACTURE", size=14, bold=True)
    paper.tell("type_facture")
    y = paper.pairs(15, y + 7, paper.pairs_of(numero_facture="Avoir n° :", date_facture="Date de l'avoir :"))
    y = paper.prose(
        15,
        y + 2,
        180,
        f"Le présent avoir annule en totalité notre facture n° {paper.tell('numero_facture_origine')} émise le "
        "19/02/2026 sur "
        f"l'engagement n° {paper.tell('numero_engagement')}, adressée par erreur à votre service.",
        size=10,
        leading=5,
    )
    rows = [
        ("Montant HT", paper.tell("montant_ht")),
        ("TVA", paper.tell("montant_tva")),
        ("Montant TTC", paper.tell("montant_ttc")),
    ]
    paper.ledger(60, y + 4, 150, rows, size=11, leading=6.5, align="R")
    paper.either["lignes_tva"] = tuple(type(line)(line.rate, None, -line.amount) for line in case.bill.vat_lines)
    footer(paper)
    return paper.done()


def partial_refund() -> Drawing:
    """« Facture d'avoir », the invoice called « réf. facture initiale », trailing minus signs."""
    case = _credit("partial refund", "FC-20418", "AC-20455")
    full = case.full
    assert full.montant_ht and full.montant_tva and full.montant_ttc
    lines = tuple(type(line)(line.rate, None, -line.amount) for line in case.bill.vat_lines)
    case = case.but(montant_ht=-full.montant_ht, montant_tva=-full.montant_tva, montant_ttc=-full.montant_ttc)
    paper = Paper(case, "Courier", write=lambda value: f"{money(abs(value), '')}{'-' if value < 0 else ''} EUR")
    y = centred(paper, own="SIRET ", client="SIRET CLIENT ")
    paper.tell("type_facture")
    paper.put(22, y, f"FACTURE D'AVOIR No {paper.tell('numero_facture')}", size=12, bold=True)
    rows = paper.pairs_of(
        date_facture="Date                   :",
        numero_facture_origine="Réf. facture initiale  :",
        numero_engagement="Numéro d'engagement    :",
        code_service="Code service           :",
    )
    y = paper.stack(22, y + 7, [f"{label} {value}" for label, value in rows])
    y = paper.ledger(22, y + 4, 186, [(i.label, paper.write_amount(-i.total)) for i in case.bill.items], align="R")
    totals = [
        ("TOTAL HT", paper.tell("montant_ht")),
        ("TVA 20 %", paper.tell("montant_tva")),
        ("TOTAL TTC", paper.tell("montant_ttc")),
    ]
    paper.says(lignes_tva=lines)
    paper.ledger(110, y + 4, 186, totals, align="R", last_bold=True)
    footer(paper)
    return paper.done()


DRAWINGS = (quoting, negative, cancelling, partial_refund)
