"""Engagement numbers: who asks for one (the State always, other bodies and desks by the directory), and their shape."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from chorus_ocr.compliance.blank import blank, blank_hints
from chorus_ocr.compliance.check import Message
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.recognition.inferred import STATE_SIRET

FIELD = "numero_engagement"

BLANK = ("absent", "near")
"""The keys of ``blank()`` that messages about it have: no number without any word is a candidate for it."""

LACKING_HINTS: Mapping[str, Text] = MappingProxyType(
    {
        **blank_hints(
            Text(
                "Imprimer « Engagement : », un espace, puis le numéro du bon de commande.",
                "Print « Engagement : », a space, then the number of the order.",
            ),
            *BLANK,
        ),
        "rivals": Text("N'imprimer qu'un numéro d'engagement par facture.", "Print one engagement number an invoice."),
    }
)
"""The hint for each key of ``engagement_lacking()``, whoever asks."""

_PUNCTUATION = "_+/-"


class Asker(StrEnum):
    """Who asks for an engagement."""

    STATE = "state"
    STRUCTURE = "structure"
    SERVICE = "service"
    """The desk that the invoice names, whatever its body asks for."""
    EITHER = "either"
    """The body asks for an engagement or a service, and no service fills the form."""


def engagement_asked_by(seen: Seen) -> Asker | None:
    """Return who asks that this invoice name an engagement, or None: where nobody does, or nobody can tell."""
    if seen.found("siret_destinataire") == STATE_SIRET:
        return Asker.STATE
    structure = seen.structure
    if structure is None:
        return None
    if structure.numero_ej_doit_etre_renseigne:
        return Asker.STRUCTURE
    code = seen.found("code_service")
    service = None if code is None else structure.service(str(code))
    if service is not None and service.numero_engagement:
        return Asker.SERVICE
    return Asker.EITHER if structure.gestion_numero_ej_ou_code_service and code is None else None


def engagement_lacking(seen: Seen, asker: Asker) -> Message | None:
    """Return the message that an engagement this one asks for does not fill the form; None where it does.

    Its keys are those of ``BLANK``, and ``rivals`` with ``numbers`` where several different ones are announced.
    """
    if engagement_asked_by(seen) is not asker:
        return None
    rivals = seen.rivals(FIELD)
    if rivals:
        numbers = ", ".join(dict.fromkeys(str(rival.value) for rival in rivals))
        return Message.at("rivals", rivals[0], FIELD, numbers=numbers)
    return blank(seen, FIELD, *BLANK) if seen.is_blank(FIELD) else None


def strange_characters(number: str) -> Text | None:
    """Return what an engagement number holds besides ``A-Z 0-9 _ + / -``, in words; None where there is nothing.

    >>> strange_characters("26D000417") is None
    True
    >>> strange_characters("BDC 2026.a").fr
    'espace, « . », minuscules'
    """
    strange = dict.fromkeys(map(_told, filter(_is_strange, number)))
    return Text(", ".join(each.fr for each in strange), ", ".join(each.en for each in strange)) if strange else None


def _is_strange(character: str) -> bool:
    usual = character.isdigit() or character.isupper() or character in _PUNCTUATION
    return not (usual and character.isascii())


def _told(character: str) -> Text:
    # Letters are not quoted: a report that is masked shows none of the number.
    if character.isspace():
        return Text("espace", "space")
    if character.isalpha():
        lower = character.isascii()
        return Text("minuscules", "lower-case letters") if lower else Text("lettres accentuées", "accented letters")
    return Text(f"« {character} »", f"« {character} »")
