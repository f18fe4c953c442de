"""FOU02: the supplier's SIRET is announced, and is not a SIRET."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import SIRET_KEY
from chorus_ocr.values.siret import Siret, format_siret


@check(
    code="FOU02",
    slug="siret-fournisseur-invalide",
    severity=Severity.WARNING,
    title=Text("SIRET du fournisseur invalide", "Invalid SIRET of the supplier"),
    rationale=Text(
        "Le dernier chiffre d'un SIRET est une clé. Si elle est fausse, le numéro n'est pas celui du fournisseur : "
        "le champ reste vide.",
        "The last digit of a SIRET is a key. One whose key is wrong is not the supplier's: the field stays blank.",
    ),
    source=SIRET_KEY,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=printed("SIRET fournisseur : 732 829 320 00075"),
        passes=printed("SIRET fournisseur : 732 829 320 00074"),
    ),
    needs=[Need.PAGE],
    messages={
        "checksum": Text(
            "Le SIRET du fournisseur {siret} (page {page}) a une clé de contrôle fausse.",
            "The check digit of the supplier's SIRET {siret} (page {page}) is wrong.",
        )
    },
    hints={
        "checksum": Text(
            "Corriger le numéro : le SIRET de l'établissement est celui de son avis de situation (INSEE).",
            "Correct the number: an establishment's SIRET is told by its notice of situation (INSEE).",
        )
    },
)
def siret_fournisseur_invalide(seen: Seen) -> Iterator[Message]:
    """The SIRET announced as the supplier's fails its key."""
    for candidate in seen.failed("siret_fournisseur"):
        siret = format_siret(Siret(str(candidate.value)))
        yield Message.at("checksum", candidate, "siret_fournisseur", siret=siret, page=candidate.page)
