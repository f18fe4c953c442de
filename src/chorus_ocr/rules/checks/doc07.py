"""DOC07: pages that the portal does not read."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.messages import Own, Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import AIFE_SHEET


@check(
    code="DOC07",
    slug="pages-non-lues",
    severity=Severity.INFO,
    title=Text("Des pages ne sont pas lues", "Some pages are not read"),
    rationale=Text(
        "Le portail ne reconnaît les données que sur trois pages : les trois premières selon la fiche de l'AIFE ;"
        " la première, la dernière et l'avant-dernière selon un article de « bonne pratique » de la même maison.",
        "The portal recognises data on three pages only: the first three by AIFE's sheet; the first, the last and"
        " the one before it by a « bonne pratique » article of the same house.",
    ),
    source=AIFE_SHEET,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text(
            "Une facture de six pages.",
            "An invoice of six pages.",
        ),
        passes=Text(
            "Une facture de trois pages.",
            "An invoice of three pages.",
        ),
    ),
    needs=[Need.PAGE],
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
    count = seen.document.page_count
    read = [page.number for page in seen.document.pages]
    # A file says itself how many pages it has: a million of them must not be listed.
    unread = [(before + 1, after - 1) for before, after in pairwise([0, *read, count + 1]) if after - before > 1]
    if unread:
        yield Message(
            key="unread",
            arguments={"count": count, "read": _told(_ranges(read)), "unread": _told(unread)},
            page=unread[0][0],
        )


def _ranges(numbers: Sequence[int]) -> Sequence[tuple[int, int]]:
    """Return the first and last of each run of page numbers.

    >>> _ranges([1, 2, 3, 7])
    [(1, 3), (7, 7)]
    """
    known = set(numbers)
    starts = [number for number in numbers if number - 1 not in known]
    ends = [number for number in numbers if number + 1 not in known]
    return list(zip(starts, ends, strict=True))


def _told(ranges: Sequence[tuple[int, int]]) -> Own:
    """Write runs of page numbers as a person does.

    >>> _told([(1, 3), (7, 7)])
    '1-3, 7'
    """
    return Own(", ".join(f"{a}" if a == b else f"{a}-{b}" for a, b in ranges))
