"""DOC07: pages that the portal does not read."""

from collections.abc import Iterator, Sequence

from chorus_ocr.compliance.check import Firmness, Message, Seen, check
from chorus_ocr.compliance.messages import Own, Text
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import AIFE_SHEET


@check(
    code="DOC07",
    slug="pages-non-lues",
    severity=Severity.INFO,
    title=Text("Des pages ne sont pas lues", "Some pages are not read"),
    rationale="The portal recognises data on three pages only: the first three by AIFE's sheet; the first, the last "
    "and the one before it by a « bonne pratique » article of the same house.",
    source=AIFE_SHEET,
    firmness=Firmness.HIGH,
    since="0.1.0",
    messages={
        "unread": Text(
            "Le document a {count} pages ; non lues : {unread}.",
            "The document has {count} pages; not read: {unread}.",
        )
    },
    hints={
        "unread": Text(
            "Imprimer tout ce que le formulaire reprend (SIRET, engagement, code service, totaux) sur les pages lues : "
            "{read}. La première l'est toujours.",
            "Print all that the form takes over (SIRET, engagement, code service, totals) on the pages that are read: "
            "{read}. The first one always is.",
        )
    },
)
def pages_non_lues(seen: Seen) -> Iterator[Message]:
    """The document has pages outside the scope."""
    read = [page.number for page in seen.document.pages]
    unread = [number for number in range(1, seen.document.page_count + 1) if number not in read]
    if unread:
        yield Message(
            key="unread",
            arguments={"count": seen.document.page_count, "read": _ranges(read), "unread": _ranges(unread)},
            page=unread[0],
        )


def _ranges(numbers: Sequence[int]) -> Own:
    """Write page numbers as a person does.

    >>> _ranges([1, 2, 3, 7])
    '1-3, 7'
    """
    starts = [number for number in numbers if number - 1 not in numbers]
    ends = [number for number in numbers if number + 1 not in numbers]
    return Own(", ".join(f"{a}" if a == b else f"{a}-{b}" for a, b in zip(starts, ends, strict=True)))
