"""Associations and sole traders without VAT: subsidies, instalments, services under article 293 B."""

from fixtures.parties import PERREGAUX
from kinds.deals import deal, firm
from kinds.paper import Drawing, Paper, code_eur, plain_euros
from kinds.parts import boxes, centred, letter

CHOIR = firm("Association Les Voix du Gué", form="Association loi 1901", ape="9499Z", town="86980 Vaux-sur-Clarence")
SPORT = firm("Club sportif de Brande", form="Association loi 1901, reconnue d'utilité publique", ape="9312Z")


def instalment() -> Drawing:
    """A second instalment of a grant under a convention; the mention at the foot; the RNA number beside the SIRET."""
    case = deal(
        "instalment", supplier=CHOIR, rates=("0",), lines=(("Subvention de fonctionnement, 2e acompte", "1", "4500"),)
    )
    paper = Paper(case, "Times", write=plain_euros)
    y = letter(paper, client="SIRET client : ")
    paper.put(20, y, f"FACTURE N° {paper.tell('numero_facture')}", size=14, bold=True)
    paper.put(20, y + 6, f"Vaux-sur-Clarence, le {paper.tell('date_facture')}", size=10)
    paper.put(20, y + 12, f"Engagement n° {paper.tell('numero_engagement')}", size=10)
    text = (
        "Deuxième versement de la subvention annuelle prévue à l'article 4 de la convention d'objectifs du 12/02/2026."
    )
    y = paper.prose(20, y + 20, 170, text, size=10.5, leading=5.4)
    y = paper.ledger(20, y + 4, 170, [("Montant total à payer", paper.tell("montant_a_payer"))], size=12, align="R")
    paper.either |= dict.fromkeys(("montant_ht", "montant_ttc"), case.bill.ht)
    paper.put(20, y + 6, "TVA non applicable, art. 293 B du CGI.", italic=True)
    paper.says(type_tva="EXONERATION", motif_exoneration="293 B")
    paper.pairs(20, y + 16, paper.pairs_of(mode_paiement="Paiement par", iban="IBAN :", bic="BIC :"))
    paper.put(
        105,
        284,
        f"{CHOIR.name} – {CHOIR.form} – RNA W863004417 – SIRET {paper.tell('siret_fournisseur')}",
        size=8,
        align="C",
    )
    return paper.done()


def concerts() -> Drawing:
    """Items without VAT columns, « Total » and « Net à payer », the mention under them in capitals."""
    case = deal(
        "concerts",
        supplier=PERREGAUX,
        rates=("0",),
        lines=(("Atelier d'écriture", "6", "180"), ("Lecture publique", "1", "350")),
    )
    paper = Paper(case)
    y = centred(paper, own="SIRET ", client="SIRET client ")
    paper.put(22, y, f"Facture {paper.tell('numero_facture')}", size=14, bold=True)
    paper.pairs(
        22,
        y + 6,
        paper.pairs_of(date_facture="Date :", numero_engagement="Bon de commande :", code_service="Code service :"),
    )
    y = paper.grid_of_items(y + 24, x=15)
    rows = [
        ("Total HT", paper.tell("montant_ht")),
        ("TVA", paper.amount(case.bill.tva)),
        ("Net à payer", paper.tell("montant_a_payer")),
    ]
    paper.either |= {"montant_tva": case.bill.tva, "montant_ttc": case.bill.ht, "lignes_tva": case.bill.vat_lines}
    y = paper.ledger(130, y + 8, 193, rows, align="R", last_bold=True)
    paper.put(193, y + 3, "TVA NON APPLICABLE – ARTICLE 293 B DU CGI", size=8, align="R")
    paper.says(type_tva="EXONERATION", motif_exoneration="293 B")
    paper.pairs(15, y + 12, paper.pairs_of(iban="IBAN", bic="BIC"))
    return paper.done()


def lump_sum() -> Drawing:
    """A sports club: « Association non assujettie à la TVA », the mention right after the total."""
    case = deal(
        "lump sum",
        supplier=SPORT,
        rates=("0",),
        lines=(("Participation de la Ville à l'animation estivale", "1", "2380"),),
    )
    paper = Paper(case, write=code_eur)
    y = boxes(paper, own="SIRET : ", client="SIRET client : ")
    paper.put(12, y, "FACTURE", size=15, bold=True)
    rows = paper.pairs_of(numero_facture="N° :", date_facture="Date :", numero_engagement="N° d'engagement :")
    y = paper.pairs(12, y + 6, rows)
    y = paper.ledger(12, y + 4, 190, [(case.bill.items[0].label, paper.amount(case.bill.ht))], align="R")
    y = paper.ledger(120, y + 3, 190, [("Total à payer", paper.tell("montant_a_payer"))], align="R", last_bold=True)
    paper.either |= dict.fromkeys(("montant_ht", "montant_ttc"), case.bill.ht)
    text = "Exonération de TVA, article 261-7-1° du code général des impôts. Organisme sans but lucratif."
    paper.put(12, y + 5, text, size=8.5)
    paper.says(type_tva="EXONERATION", motif_exoneration="261")
    paper.pairs(12, y + 14, paper.pairs_of(iban="IBAN :", bic="BIC :"))
    return paper.done()


DRAWINGS = (instalment, concerts, lump_sum)
