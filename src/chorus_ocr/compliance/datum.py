"""A datum that was found, and the words of its page that it was read from."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from chorus_ocr.layout.visibility import Hidden, hidden_rows
from chorus_ocr.reading.document import Box, Page
from chorus_ocr.recognition.candidate import Candidate, Recognition, Status
from chorus_ocr.recognition.field import Relation


class PageWords:
    """The words of a page, to be found by the boxes of candidates, which are drawn around words."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @cached_property
    def hidden(self) -> Mapping[int, Hidden]:
        """The rows of the words that nobody can see, and why."""
        return hidden_rows(self.page)

    @cached_property
    def _levels(self) -> tuple[Sequence[int], Sequence[float]]:
        tops = self.page.words.top
        rows = sorted(range(len(tops)), key=tops.__getitem__)
        return rows, [tops[row] for row in rows]

    def within(self, box: Box) -> tuple[int, ...]:
        """Return the rows of the words that a box holds and that can be seen, from left to right.

        A stamp printed across them sticks out of the box.
        """
        words = self.page.words
        rows, tops = self._levels
        left, top, right, low = box
        x0, x1, bottom = words.x0, words.x1, words.bottom
        near = rows[bisect_left(tops, top) : bisect_right(tops, low)]
        held = [row for row in near if left <= x0[row] and x1[row] <= right and bottom[row] <= low]
        if self.hidden:
            held = [row for row in held if row not in self.hidden]
        return tuple(sorted(held, key=x0.__getitem__)) if len(held) > 1 else tuple(held)


class Datum:
    """The candidate that was chosen for the field ``name``, and the page that it stands on."""

    def __init__(self, name: str, candidate: Candidate[object], on: PageWords) -> None:
        self.name = name
        self.candidate = candidate
        self.page = on.page
        self._on = on

    @cached_property
    def rows(self) -> tuple[int, ...]:
        """The words that its value stands in, from left to right."""
        return self._on.within(self.candidate.box)

    @cached_property
    def keyword_rows(self) -> tuple[int, ...]:
        """The words that announce it, from left to right; none where it announces itself."""
        box = self.candidate.keyword_box
        return () if box is None or self.candidate.relation == Relation.ITSELF else self._on.within(box)


def data_of(pages: Iterable[PageWords], recognition: Recognition) -> Iterator[Datum]:
    """Yield the data that were found, in the order of the form."""
    by_number = {on.page.number: on for on in pages}
    for name, decision in recognition.decisions.items():
        if decision.status is Status.FOUND:
            choice = decision.choice
            if choice is not None and choice.page in by_number:
                yield Datum(name, choice, by_number[choice.page])
