"""Pages that leave a field open: an identifier that fails its checksum, two references with equal right."""

from fixtures.parties import spaced
from fixtures.sheet import Column
from kinds.deals import deal
from kinds.paper import Drawing, Paper, plain_euros
from kinds.parts import boxes, classic, inline, letter, rated


def _spoilt(identifier: str) -> str:
    """Return an identifier with its last digit changed."""
    return identifier[:-1] + str((int(identifier[-1]) + 1) % 10)


def invalid_client() -> Drawing:
    """The recipient's SIRET has a wrong last digit."""
    paper = Paper(deal("invalid client"), write=plain_euros)
    bad = _spoilt(paper.deal.recipient.siret)
    y = letter(paper, own="SIRET : ")
    paper.put(118, y, f"SIRET client : {spaced(bad, 3, 3, 3, 5)}")
    rows = paper.pairs_of(numero_facture="Facture n° :", date_facture="Date :", numero_engagement="Engagement n° :")
    y = paper.pairs(20, y, rows)
    classic(paper, y + 4)
    return paper.done(
        invalid={"siret_destinataire": bad},
        verdicts=(("siret_destinataire", spaced(bad, 3, 3, 3, 5), "checksum"),),
    )


def invalid_numbers() -> Drawing:
    """The supplier's SIRET and IBAN, each with a wrong digit."""
    case = deal("invalid numbers")
    paper = Paper(case, "Times")
    siret, iban = _spoilt(case.supplier.siret), _spoilt(case.supplier.account.iban)
    y = boxes(paper, client="SIRET client : ")
    paper.put(12, y, f"FACTURE {paper.tell('numero_facture')} du {paper.tell('date_facture')}", size=13, bold=True)
    paper.put(12, y + 6, f"Commande n° {paper.tell('numero_engagement')}")
    y = paper.grid_of_items(y + 10, x=12)
    y = paper.ledger(125, y + 8, 192, paper.total_rows(), align="R", last_bold=True)
    paper.pairs(12, y + 4, [("SIRET fournisseur :", siret), ("IBAN :", spaced(iban, 4)), ("BIC :", paper.tell("bic"))])
    return paper.done(
        invalid={"siret_fournisseur": siret, "iban": iban},
        verdicts=(("siret_fournisseur", siret, "checksum"), ("iban", spaced(iban, 4), "checksum")),
    )


def two_engagements() -> Drawing:
    """Two engagements in the reference table: neither may be taken."""
    paper = Paper(deal("two engagements"))
    y = letter(paper, own="SIRET : ", client="SIRET client : ")
    paper.put(20, y, "FACTURE", size=15, bold=True)
    one, two = "2026-BC-00417", "2026-BC-00418"
    cells = (paper.tell("numero_facture"), paper.tell("date_facture"), one, two)
    heads = ("N° facture", "Date", "Engagement n° 1", "Engagement n° 2")
    y = paper.grid(20, y + 4, [Column(head, 42) for head in heads], [cells], rules="all")
    rated(paper, y + 6)
    return paper.done(
        rivals={"numero_engagement": (one, two)},
        verdicts=tuple(("numero_engagement", each, "rival") for each in (one, two)),
    )


def two_orders() -> Drawing:
    """Two orders in the items' headings, no engagement."""
    paper = Paper(deal("two orders"), "Times", write=plain_euros)
    y = letter(paper, own="SIRET : ", client="SIRET client : ")
    paper.put(20, y, f"FACTURE N° {paper.tell('numero_facture')} du {paper.tell('date_facture')}", size=13, bold=True)
    paper.put(20, y + 8, "Bon de commande n° C2026-1180 : fournitures du premier trimestre")
    paper.put(20, y + 13, "Bon de commande n° C2026-1196 : fournitures du second trimestre")
    inline(paper, y + 18)
    return paper.done(rivals={"numero_engagement": ("C2026-1180", "C2026-1196")})


DRAWINGS = (invalid_client, invalid_numbers, two_engagements, two_orders)
