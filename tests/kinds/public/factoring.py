"""Receivables sold to a factor: the subrogation mention, the factor's own account and numbers."""

from fixtures.parties import digits, french_iban, siren, siret, spaced
from fixtures.sheet import GREY, PALE
from kinds.deals import Deal, deal
from kinds.paper import Drawing, Paper, plain_euros
from kinds.parts import band, boxes, footer, letter


def _sold(seed: str, factor: str) -> Deal:
    """Return a deal to be paid to ``factor``."""
    account = french_iban("19383", digits(factor, 5), digits(factor + " compte", 11))
    return deal(seed).but(affactureur=factor, iban=account, bic="CRRVFR2X")


def _top(paper: Paper, y: float) -> float:
    paper.put(15, y, f"FACTURE N° {paper.tell('numero_facture')} du {paper.tell('date_facture')}", size=13, bold=True)
    paper.put(15, y + 6, f"Engagement n° {paper.tell('numero_engagement')} – Échéance : {paper.tell('date_echeance')}")
    y = paper.grid_of_items(y + 10)
    return paper.ledger(125, y + 8, 195, paper.total_rows(due="Net à payer"), align="R", last_bold=True)


def framed_mention() -> Drawing:
    """The classic mention in a frame at the bottom, with the factor's address, SIRET and account."""
    paper = Paper(_sold("framed mention", "FACTOR DU PONANT"), write=plain_euros)
    y = _top(paper, letter(paper, own="SIRET : ", client="SIRET client : "))
    paper.panel(15, y + 4, 180, 26)
    own = siret(siren("65412087"), 901)
    paper.prose(
        18,
        y + 9,
        174,
        "Pour être libératoire, votre règlement doit être effectué directement à l'ordre de "
        f"{paper.tell('affactureur')}, 18 quai de la Fosse, 44990 Saint-Aurin, SIRET {spaced(own, 3, 3, 3, 5)}, "
        "qui le reçoit par subrogation dans le "
        "cadre d'un contrat d'affacturage et devra être avisé de toute réclamation relative à cette créance.",
        size=8.5,
        leading=4,
    )
    paper.put(18, y + 27, f"IBAN : {paper.tell('iban')} – BIC : {paper.tell('bic')}", size=8.5, bold=True)
    footer(paper)
    return paper.done()


def side_stamp() -> Drawing:
    """A stamp beside the totals: « Créance cédée à … », a short subrogation line under the account."""
    paper = Paper(_sold("side stamp", "Horizon Factor"))
    y = _top(paper, boxes(paper, own="SIRET ", vat="TVA ", client="SIRET client "))
    paper.panel(15, y - 22, 80, 20, edge=(180, 40, 40), line=0.5)
    paper.stack(
        18,
        y - 17,
        ("Facture subrogée. Règlement à l'ordre de", f"{paper.tell('affactureur')} exclusivement"),
        bold_first=True,
    )
    paper.put(18, y - 7, "seul habilité à donner quittance.", size=8)
    paper.pairs(
        15, y + 6, paper.pairs_of(mode_paiement="Mode de règlement :", iban="IBAN de l'affactureur :", bic="BIC :")
    )
    footer(paper)
    return paper.done()


def labelled_factor() -> Drawing:
    """A payment table whose first row is « Affactureur »."""
    paper = Paper(_sold("labelled factor", "Relais Affacturage"), "Times", write=plain_euros)
    y = _top(paper, band(paper, own="SIRET ", client="SIRET client : "))
    rows = paper.pairs_of(affactureur="Affactureur :", iban="IBAN :", bic="BIC :", mode_paiement="Mode de paiement :")
    for label, value in rows:
        paper.panel(15, y + 4, 40, 6, fill=PALE)
        paper.panel(55, y + 4, 90, 6)
        paper.put(17, y + 8.2, label, size=8)
        paper.put(57, y + 8.2, value, size=8.5)
        y += 6
    text = "Créance cédée dans le cadre des articles 1346-1 et suivants du code civil (subrogation conventionnelle)."
    paper.put(15, y + 10, text, size=7.5, ink=GREY)
    footer(paper)
    return paper.done()


DRAWINGS = (framed_mention, side_stamp, labelled_factor)
