"""DES02: the recipient's SIRET is announced, and is not a SIRET."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.misprint import printed_reading
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity
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
        ),
        "corrected": Text(
            "Le SIRET {siret} (page {page}) a une clé de contrôle fausse. Avec un chiffre changé ou deux chiffres "
            "échangés, ce serait {corrected}, que le reste de la page confirme.",
            "The check digit of the SIRET {siret} (page {page}) is wrong. With one digit changed, or two in each "
            "other's place, it would be {corrected}, which the rest of the page supports.",
        ),
    },
    hints={
        "checksum": Text(
            "Vérifier les 14 chiffres auprès du client, puis imprimer « SIRET client : » et le numéro exact.",
            "Check the 14 digits with the client, then print « SIRET client : » and the exact number.",
        ),
        "corrected": Text(
            "Vérifier auprès du client ; si c'est bien lui, imprimer « SIRET client : {corrected} » à sa place.",
            "Check with the client; if that is it, print « SIRET client : {corrected} » in its place.",
        ),
    },
)
def siret_destinataire_invalide(seen: Seen) -> Iterator[Message]:
    """The SIRET announced as the recipient's fails its key."""
    for each in seen.failed("siret_destinataire"):
        siret = format_siret(Siret(str(each.value)))
        meant = printed_reading(seen, str(each.value))
        if meant is None:
            yield Message.at("checksum", each, "siret_destinataire", siret=siret, page=each.page)
        else:
            corrected = format_siret(meant)
            yield Message.at("corrected", each, "siret_destinataire", siret=siret, page=each.page, corrected=corrected)
