"""DES10: the service code holds characters that the portal does not take."""

from collections.abc import Iterator

from chorus_ocr.compliance.characters import strange_in_service
from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity


@check(
    code="DES10",
    slug="code-service-caracteres",
    severity=Severity.WARNING,
    title=Text("Caractères refusés dans le code service", "Characters refused in the service code"),
    rationale=Text(
        "Le portail rejette un code service qui contient autre chose que des lettres, des chiffres, « _ », « - » et "
        "des espaces : « Le champ doit etre alphanumerique ».",
        "The portal refuses a service code that holds anything but letters, digits, « _ », « - » and spaces: « Le "
        "champ doit etre alphanumerique ».",
    ),
    source="AIFE, dossier de spécifications externes de Chorus Pro, BuyerReference; rejet « doit etre alphanumerique »",
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(fails=printed("Code service : VOIRIE/NORD"), passes=printed("Code service : VOIRIE-NORD")),
    messages={
        "characters": Text(
            "Le code service « {service} » contient des caractères que le portail rejette : {characters}.",
            "The service code « {service} » holds characters that the portal refuses: {characters}.",
        )
    },
    hints={
        "characters": Text(
            "Imprimer le code tel que l'annuaire de Chorus Pro le donne : lettres, chiffres, « _ », « - », espaces.",
            "Print the code as the directory of Chorus Pro gives it: letters, digits, « _ », « - », spaces.",
        )
    },
)
def code_service_caracteres(seen: Seen) -> Iterator[Message]:
    """The service code holds something else than letters, digits, « _ », « - » and spaces."""
    service = str(seen.found("code_service") or "")
    characters = strange_in_service(service)
    if characters:
        yield Message.about("characters", "code_service", seen, service=service, characters=characters)
