"""DES02: the recipient's SIRET is announced, and is not a SIRET."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.recognition.candidate import Status, Verdict
from chorus_ocr.rules.sources import SIRET_KEY
from chorus_ocr.values.siret import Siret, format_siret


@check(
    code="DES02",
    slug="siret-destinataire-invalide",
    severity=Severity.BLOCKING,
    title=Text("SIRET du destinataire invalide", "Invalid SIRET of the recipient"),
    rationale=Text(
        "Le dernier chiffre d'un SIRET est une clé. Si elle est fausse, le numéro n'est à personne, ou un chiffre"
        " est mal imprimé : la facture ne peut pas être acheminée.",
        "The last digit of a SIRET is a key. One whose key is wrong belongs to nobody, or a digit of it is "
        "misprinted: the invoice cannot be routed by it.",
    ),
    source=SIRET_KEY,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=printed("SIRET client : 110 002 011 00045"),
        passes=printed("SIRET client : 110 002 011 00044"),
    ),
    messages={
        "checksum": Text(
            "Le SIRET {siret} (page {page}) a une clé de contrôle fausse.",
            "The check digit of the SIRET {siret} (page {page}) is wrong.",
        )
    },
    hints={
        "checksum": Text(
            "Vérifier les 14 chiffres auprès du client, puis imprimer « SIRET client : » et le numéro exact.",
            "Check the 14 digits with the client, then print « SIRET client : » and the exact number.",
        )
    },
)
def siret_destinataire_invalide(seen: Seen) -> Iterator[Message]:
    """The SIRET announced as the recipient's fails its key."""
    decision = seen.decision("siret_destinataire")
    if decision.status is not Status.INVALID:
        return
    told = set()
    for candidate in decision.candidates:
        if candidate.verdict == Verdict.CHECKSUM and candidate.value not in told:
            told.add(candidate.value)
            siret = format_siret(Siret(str(candidate.value)))
            yield Message.at("checksum", candidate, "siret_destinataire", siret=siret, page=candidate.page)
