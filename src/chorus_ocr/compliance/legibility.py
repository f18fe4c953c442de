"""How the print looks that a datum was read from: for the checks of readability."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Final

from chorus_ocr.compliance.blank import line_to_print
from chorus_ocr.compliance.check import Message
from chorus_ocr.compliance.datum import Datum
from chorus_ocr.compliance.messages import Own
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.layout.visibility import Hidden, hidden_rows
from chorus_ocr.reading.document import Box, Page
from chorus_ocr.recognition.candidate import Candidate, Status

OFF_PAGE: Final = "off_page"
"""Why a word is not seen that stands beyond the edge of its page."""


def label(seen: Seen, name: str) -> Own:
    """Return what a person calls a field."""
    rule = seen.rules.get(name)
    return Own(name if rule is None else rule.label)


def line_of(seen: Seen, datum: Datum) -> str:
    """Return the line that announces a datum as it should be printed."""
    rule = seen.rules.get(datum.name)
    return datum.candidate.raw if rule is None else line_to_print(rule, datum.candidate.value)


def meet(one: Box, other: Box) -> bool:
    """Tell whether two boxes have a point in common."""
    return one.x0 < other.x1 and other.x0 < one.x1 and one.top < other.bottom and other.top < one.bottom


def hexadecimal(colour: int) -> str:
    """Return a colour (``0xRRGGBB``) as people write it: « #0066CC »."""
    return f"#{colour:06X}"


def hidden_data(seen: Seen, reasons: Mapping[Hidden | str, str]) -> Iterator[Message]:
    """Yield a message about each field that is blank because print is hidden for one of ``reasons``.

    ``reasons`` gives the key of the message for each. The line to print is that of the value that is hidden.
    """
    if seen.hidden is seen.recognition:
        return
    pages = {page.number: page for page in seen.document.pages}
    for name, rule in seen.rules.items():
        decision = seen.hidden.get(name)
        choice = None if decision is None else decision.choice
        if decision is None or choice is None or decision.status is not Status.FOUND or not seen.is_blank(name):
            continue
        if not (rule.keywords or rule.aliases):  # its value is itself the words: there is no line that announces it
            continue
        why = _why(pages[choice.page], choice)
        if why is not None and why in reasons:
            line = line_to_print(rule, choice.value)
            message = Message.at(reasons[why], choice, name, print_text=line, raw=choice.raw, label=label(seen, name))
            yield replace(message, box=None) if why == OFF_PAGE else message


def _why(page: Page, candidate: Candidate[object]) -> Hidden | str | None:
    """Return why the words of a candidate, or those that announce it, are not seen; None where they are."""
    hidden = hidden_rows(page)
    for box in (candidate.box, candidate.keyword_box):
        if box is None:
            continue
        for row, why in hidden.items():
            if _holds(box, page.words.box(row)):
                return why
        if any(_holds(box, page.off_page.box(row)) for row in range(len(page.off_page))):
            return OFF_PAGE
    return None


def _holds(box: Box, word: Box) -> bool:
    x, y = word.x0 + word.x1, word.top + word.bottom
    return 2 * box.x0 <= x <= 2 * box.x1 and 2 * box.top <= y <= 2 * box.bottom


def told(seen: Seen, names: Collection[str]) -> Own:
    """Return the labels of some fields, one after the other."""
    return Own(" ; ".join(label(seen, name) for name in names))
