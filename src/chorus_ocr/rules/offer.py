"""What the checks of the cadre de facturation share: the message that offers another one."""

from typing import Final

from chorus_ocr.compliance.cadre import Cadre
from chorus_ocr.compliance.check import Message
from chorus_ocr.compliance.messages import Own
from chorus_ocr.compliance.prose import Passage
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.reading.document import Box

_NUMBER_SIGNS: Final = ("n°", "no", "n", "numero", "num")


def offer(key: str, passage: Passage, seen: Seen, proposed: Cadre) -> Message:
    """Return the message that the text calls for another cadre than the one chosen."""
    arguments = {
        "word": passage.raw,
        "page": passage.page,
        "cadre": _told(seen.cadre),
        "proposed": _told(proposed),
    }
    return Message(key=key, arguments=arguments, page=passage.page, box=passage.box)


def _told(cadre: Cadre) -> Own:
    return Own(f"{cadre} ({cadre.label})")


def is_numbered(_: str, after: str) -> bool:
    """Whether a number follows: « n° 4 », « n°4 », « 4 ».

    >>> is_numbered("", " n° 4 – facture"), is_numbered("", " n°4"), is_numbered("", " de travaux")
    (True, True, False)
    """
    first, second, *_rest = [*after.split(maxsplit=2), "", ""]
    if first in _NUMBER_SIGNS:
        first = second
    return first.removeprefix("n°").isdigit()


def overlaps(one: Box, other: Box) -> bool:
    """Whether two boxes have print in common.

    >>> overlaps(Box(0, 0, 10, 10), Box(5, 5, 20, 20)), overlaps(Box(0, 0, 10, 10), Box(12, 0, 20, 10))
    (True, False)
    """
    return one.x0 < other.x1 and other.x0 < one.x1 and one.top < other.bottom and other.top < one.bottom
