"""Words within a number: after « Facture n° : », « EJ26001 » is the number of the invoice and announces nothing."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from chorus_ocr.recognition.candidate import Verdict
from chorus_ocr.recognition.labels import REFERENCES
from chorus_ocr.recognition.link import Link


def reject_words_within_numbers(links: Mapping[str, Sequence[Link]]) -> None:
    """Reject what a keyword announces that is itself part of the number of another field.

    A strong label makes a number of all that follows it (« Facture n° : BDC 2026/1 »), a weak one only of what is
    glued to the keyword: « Contrat EJ 4500012345 » names an engagement.
    """
    numbers: dict[tuple[int, int], list[Link]] = defaultdict(list)
    for own in links.values():
        for link in own:
            if link.verdict is None and link.valid and link.anchor is not None and link.rule.value.name in REFERENCES:
                for span in link.spans:
                    numbers[link.page.layout.page.number, span.cell].append(link)
    for beside in numbers.values():
        for link in beside:
            for other in beside:
                if other.rule is not link.rule and _holds(other, link):
                    link.reject(Verdict.LOST_TO, other.raw)


def _holds(number: Link, link: Link) -> bool:
    """Whether a number holds the keyword of another link, and the value that it announces."""
    anchor, value = link.anchor, link.spans[0]
    if anchor is None or anchor.cell != anchor.end_cell or anchor.cell != value.cell:
        return False
    glued = value.start == anchor.end
    return (glued or not number.weak) and any(
        span.cell == anchor.cell and span.start <= anchor.start and value.end <= span.end for span in number.spans
    )
