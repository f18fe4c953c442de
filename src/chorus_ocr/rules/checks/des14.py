"""DES14: the recipient asks for a service code, and none can be filled in."""

from collections.abc import Iterator

from chorus_ocr.compliance.blank import blank, blank_hints, blank_messages
from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.recognition.inferred import STATE_SIRET
from chorus_ocr.rules.sources import STRUCTURES

_KEYS = ("absent", "near")


@check(
    code="DES14",
    slug="code-service-obligatoire",
    severity=Severity.BLOCKING,
    title=Text("Code service exigé par la structure", "Service code required by the recipient"),
    rationale=Text(
        "Chaque structure publique dit dans l'annuaire si elle exige un code service. Le portail ne transmet pas de "
        "facture sans lui à celles qui l'exigent.",
        "Each public body says in the directory whether it requires a service code. The portal passes no invoice "
        "without one to those that do.",
    ),
    source=STRUCTURES,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text(
            "Une structure qui exige un code service, et aucun code imprimé.",
            "A body that requires a service code, and none printed.",
        ),
        passes=printed("Code service : TECHNIQUE"),
    ),
    needs=[Need.DIRECTORY],
    messages={
        **blank_messages(
            Text(
                "D'après l'annuaire, cette structure exige un code service, et aucun n'est lisiblement annoncé sur les "
                "pages lues.",
                "By the directory, this body requires a service code, and none is legibly announced on the pages read.",
            ),
            *_KEYS,
        ),
        "only": Text(
            "D'après l'annuaire, cette structure exige un code service ; elle n'en a qu'un, « {service} », que la "
            "facture n'annonce pas.",
            "By the directory, this body requires a service code; it has but one, « {service} », which the invoice "
            "does not announce.",
        ),
        "rivals": Text(
            "D'après l'annuaire, cette structure exige un code service, et plusieurs différents sont annoncés "
            "({codes}) : le champ reste vide.",
            "By the directory, this body requires a service code, and several different ones are announced ({codes}): "
            "the field stays blank.",
        ),
    },
    hints={
        **blank_hints(
            Text(
                "Imprimer « Code service : », un espace, puis le code donné par le bon de commande.",
                "Print « Code service : », a space, then the code that the order gives.",
            ),
            *_KEYS,
        ),
        "only": Text("Imprimer « {print_text} ».", "Print « {print_text} »."),
        "rivals": Text(
            "N'imprimer que le code du service facturé, celui du bon de commande.",
            "Print the code of the service invoiced and no other: the one that the order gives.",
        ),
    },
)
def code_service_obligatoire(seen: Seen) -> Iterator[Message]:
    """The directory says that the recipient requires a service code, and none can be filled in."""
    body = seen.structure
    if body is None or not (body.active and body.code_service_doit_etre_renseigne) or body.siret == STATE_SIRET:
        return
    rivals = seen.rivals("code_service")
    codes = [each.code for each in body.services if each.actif]
    if rivals:
        told = ", ".join(dict.fromkeys(str(rival.value) for rival in rivals))
        yield Message.at("rivals", rivals[0], "code_service", codes=told)
    elif seen.is_blank("code_service") and len(codes) == 1:
        [code] = codes
        line = f"Code service : {code}"
        yield Message(key="only", field="code_service", print_text=line, arguments={"service": code})
    elif seen.is_blank("code_service"):
        yield blank(seen, "code_service", *_KEYS)
