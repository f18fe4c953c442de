"""FOU03: several different SIRETs have an equal right to be the supplier's."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import CCP_PARTIES
from chorus_ocr.values.siret import Siret, format_siret


@check(
    code="FOU03",
    slug="siret-fournisseur-ambigu",
    severity=Severity.WARNING,
    title=Text("SIRET du fournisseur ambigu", "Ambiguous SIRET of the supplier"),
    rationale=Text(
        "Une facture a un seul émetteur. Entre deux numéros aussi bien annoncés, aucun n'est retenu : le champ reste "
        "vide.",
        "An invoice has one issuer. Of two numbers that are equally well announced neither is taken: the field stays "
        "blank.",
    ),
    source=CCP_PARTIES,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text(
            "« SIRET fournisseur : 732 829 320 00074 » et « SIRET fournisseur : 732 829 320 00132 ».",
            "« SIRET fournisseur : 732 829 320 00074 » and « SIRET fournisseur : 732 829 320 00132 ».",
        ),
        passes=printed("SIRET fournisseur : 732 829 320 00074"),
    ),
    needs=[Need.PAGE],
    messages={
        "rivals": Text(
            "Plusieurs SIRET sont annoncés comme celui du fournisseur : {sirets}. Le champ reste vide.",
            "Several SIRETs are announced as the supplier's: {sirets}. The field stays blank.",
        )
    },
    hints={
        "rivals": Text(
            "Annoncer par « SIRET fournisseur » le seul SIRET de l'établissement qui facture, et ceux d'autres "
            "établissements par leur nom (« SIRET du siège »).",
            "Announce by « SIRET fournisseur » the SIRET of the establishment that bills and no other, and those of "
            "other establishments by their name (« SIRET du siège »).",
        )
    },
)
def siret_fournisseur_ambigu(seen: Seen) -> Iterator[Message]:
    """Several different SIRETs are announced as the supplier's with an equal right."""
    rivals = seen.rivals("siret_fournisseur")
    if rivals:
        sirets = ", ".join(dict.fromkeys(format_siret(Siret(str(rival.value))) for rival in rivals))
        yield Message.at("rivals", rivals[0], "siret_fournisseur", sirets=sirets)
