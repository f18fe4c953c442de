"""Fee notes written as letters: the engagement, and sometimes the amounts, stand in sentences."""

from decimal import Decimal

from fixtures.bill import day_in_words
from fixtures.parties import HAUTELISSE, MORVANCHE, PERREGAUX
from kinds.deals import deal, firm
from kinds.paper import Drawing, Paper, code_eur, plain_euros
from kinds.parts import centred, footer, letter, right_hand


def architect() -> Drawing:
    """The engagement, the market and all three amounts stand in sentences."""
    paper = Paper(deal("architect", supplier=MORVANCHE, lines=(("Phase PRO", "1", "8640"),)), "Times")
    y = letter(paper, client="SIRET destinataire : ")
    issued = paper.deal.full.date_facture
    assert issued
    paper.put(118, y + 4, f"Annecy, le {paper.tell('date_facture', day_in_words(issued))}", size=11)
    paper.put(20, y + 14, f"NOTE D'HONORAIRES N° {paper.tell('numero_facture')} VALANT FACTURE", size=13, bold=True)
    y = paper.prose(
        20,
        y + 24,
        170,
        f"Au titre de l'engagement n° {paper.tell('numero_engagement')} et du marché de maîtrise d'œuvre "
        f"n° {paper.tell('numero_marche')}, nous vous adressons notre note d'honoraires relative à la phase PRO, "
        "remise à vos services le mois dernier.\nLe montant des honoraires s'élève à "
        f"{paper.tell('montant_ht')} hors taxes, auquel s'ajoute la TVA au taux de 20 %, "
        f"soit {paper.tell('montant_tva')}, pour un montant total de "
        f"{paper.tell('montant_ttc')} TTC.\nNous vous remercions de procéder au règlement par "
        f"{paper.tell('mode_paiement')} "
        "sous trente jours.",
        size=11,
        leading=5.6,
    )
    paper.either["lignes_tva"] = paper.deal.bill.vat_lines
    paper.put(20, y + 6, f"IBAN {paper.tell('iban')} – BIC {paper.tell('bic')}", size=10)
    paper.put(140, y + 20, "Aude Morvanche, gérante", size=11, italic=True)
    footer(paper)
    return paper.done()


def lawyer() -> Drawing:
    """A law firm's note: fees and costs, then a provision already received; references of both sides."""
    cabinet = firm("Cabinet Lestrange & Associés", form="SELARL d'avocats au capital de 12 000 €", ape="6910Z")
    case = deal(
        "lawyer", supplier=cabinet, lines=(("Honoraires de diligences", "9", "250"), ("Frais de dossier", "1", "150"))
    )
    due = case.bill.ttc - 1000
    paper = Paper(case.but(montant_a_payer=due), "Times")
    y = centred(paper, own="SIRET : ", client="SIRET client : ")
    paper.put(22, y, f"NOTE DE FRAIS ET HONORAIRES N° {paper.tell('numero_facture')}", size=13, bold=True)
    paper.put(22, y + 6, f"du {paper.tell('date_facture')}", size=11)
    paper.put(130, y + 6, "N/Réf. : LES/26-0418", size=9)
    paper.put(130, y + 11, "V/Réf. : contentieux urbanisme", size=9)
    y = paper.prose(
        22,
        y + 18,
        165,
        "Dans l'affaire référencée ci-dessus et en exécution de votre bon de commande "
        f"n° {paper.tell('numero_engagement')}, "
        "nos honoraires s'établissent ainsi :",
        size=11,
        leading=5.4,
    )
    rows = [(i.label, paper.amount(i.total)) for i in case.bill.items]
    rows += paper.total_rows("Total hors taxes", "TVA {}", "Total TTC")
    rows += [
        ("Provision reçue le 14/01/2026", paper.amount(Decimal(-1000))),
        ("Solde à régler", paper.tell("montant_a_payer")),
    ]
    y = paper.ledger(40, y + 3, 170, rows, size=11, leading=6, align="R", last_bold=True)
    paper.put(22, y + 8, f"Règlement par {paper.tell('mode_paiement')} au compte CARPA : {paper.tell('iban')}", size=10)
    paper.says(iban=None)
    paper.either |= {"iban": case.full.iban, "type_facture": "FACTURE"}
    paper.says(type_facture=None)
    paper.put(
        22, y + 14, "Membre d'une association agréée, le règlement des honoraires par chèque est accepté.", size=8
    )
    paper.says(mode_paiement=None)
    paper.either["mode_paiement"] = "VIREMENT"
    footer(paper)
    return paper.done()


def interpreter() -> Drawing:
    """A sworn interpreter without VAT, « vacations » for a court: the State's engagement in a sentence."""
    case = deal(
        "interpreter", state=True, supplier=PERREGAUX, rates=("0",), lines=(("Vacation d'interprétariat", "6", "42"),)
    )
    paper = Paper(case, write=code_eur)
    y = right_hand(paper, own="SIRET ")
    paper.put(
        15,
        y,
        f"Note d'honoraires n° {paper.tell('numero_facture')} du {paper.tell('date_facture')}",
        size=12,
        bold=True,
    )
    y = paper.prose(
        15,
        y + 8,
        180,
        f"À l'attention du service exécutant {paper.tell('code_service')}, SIRET {paper.tell('siret_destinataire')}.\n"
        f"Suivant engagement juridique n° {paper.tell('numero_engagement')}, j'ai assuré six vacations "
        "d'interprétariat en langue bretonne aux audiences des 3, 10 et 17 mars.",
        size=10,
        leading=5,
    )
    y = paper.ledger(
        15,
        y + 4,
        150,
        [
            ("Six vacations à 42,00 EUR", paper.amount(case.bill.ht)),
            ("Montant total à payer", paper.tell("montant_a_payer")),
        ],
        align="R",
        size=10,
    )
    paper.put(15, y + 4, "TVA non applicable, article 293 B du Code général des impôts", size=9, italic=True)
    paper.says(type_tva="EXONERATION", motif_exoneration="293 B", type_facture=None)
    paper.either |= dict.fromkeys(("montant_ht", "montant_ttc"), case.bill.ht)
    paper.either["type_facture"] = "FACTURE"
    paper.pairs(15, y + 14, paper.pairs_of(iban="IBAN", bic="BIC"))
    return paper.done()


def trainer() -> Drawing:
    """A letter in short paragraphs: the amounts stand on one line, parted by dashes."""
    paper = Paper(deal("trainer", supplier=HAUTELISSE, lines=(("Formation", "2", "1150"),)), write=plain_euros)
    y = letter(paper, own="SIRET : ", client="SIRET client : ")
    paper.put(
        20, y, f"Facture n° {paper.tell('numero_facture')} – Lille, le {paper.tell('date_facture')}", size=11, bold=True
    )
    y = paper.prose(
        20,
        y + 10,
        170,
        f"Suite à notre intervention des 4 et 5 mai (réf. engagement {paper.tell('numero_engagement')}, service "
        f"{paper.tell('code_service')}), nous vous prions de bien vouloir régler la somme suivante :\nMontant HT : "
        f"{paper.tell('montant_ht')} – TVA 20 % : {paper.tell('montant_tva')} – "
        f"Montant TTC : {paper.tell('montant_ttc')}",
        size=10.5,
        leading=5.4,
    )
    paper.says(lignes_tva=paper.deal.bill.bare_vat_lines, code_service=None)
    paper.either["code_service"] = paper.deal.full.code_service
    y = paper.prose(20, y + 4, 170, f"À verser avant le {paper.tell('date_echeance')} au compte ci-dessous.", size=10.5)
    paper.pairs(20, y + 3, paper.pairs_of(iban="IBAN :", bic="BIC :"))
    footer(paper)
    return paper.done()


DRAWINGS = (architect, lawyer, interpreter, trainer)
