"""How much of a document a reading takes on: what is over a limit ends in ``LimitExceeded``, which names it."""

import math
from dataclasses import dataclass, fields

from chorus_ocr.errors import LimitExceeded

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The largest document that is read, and the longest that may be spent on it. None lifts a limit.

    The defaults leave room for any invoice: Chorus Pro itself takes 10 Mo a file, and a page full of print has some
    thousand words, six thousand characters and twenty thousand objects.

    ``bytes``: of the file. ``pages``: opened in all, those beyond the scope included. ``words`` and ``images``: of a
    page in scope. ``characters``: of any page opened. ``objects``: painted on a page, those of its forms included; on
    a page beyond the scope, those of the page itself. ``seconds_per_pattern``: for one run of a pattern that a
    caller's rule brings, over one text.

    A page is measured when the engine has opened it: these limits bound what becomes of it, not what opening costs.

    ``seconds`` and ``memory`` (in bytes, of address space) hold where the work is done in a process of its own:
    ``isolated=True``, ``scan_many()``. A process cannot be stopped in the middle of native code from within.

    Raises ``ValueError`` for a limit that is not positive, ``TypeError`` for one that is no number.
    """

    bytes: int | None = 64 * MEBIBYTE
    pages: int | None = 1_000
    words: int | None = 20_000
    characters: int | None = 200_000
    objects: int | None = 200_000
    images: int | None = 10_000
    seconds_per_pattern: float | None = 1.0
    seconds: float | None = 30.0
    memory: int | None = 1024 * MEBIBYTE

    def __post_init__(self) -> None:
        for limit in fields(self):
            value = getattr(self, limit.name)
            allowed = int | float if limit.name.startswith("seconds") else int
            if value is None:
                continue
            if isinstance(value, bool) or not isinstance(value, allowed):
                raise TypeError(f"the limit {limit.name} is a number or None, not {type(value).__name__}")
            if not (value > 0 and math.isfinite(value)):
                raise ValueError(f"the limit {limit.name} is a positive number or None, not {value!r}")

    def check(self, name: str, found: int, source: str, place: str = "") -> None:
        """Raise ``LimitExceeded`` where more is found than the limit of this name allows.

        ``source`` names the document, ``place`` where in it: « page 3: ».
        """
        allowed = getattr(self, name)
        if allowed is not None and found > allowed:
            raise LimitExceeded(source, f"{place} at least {found} {name}, where {allowed} are allowed".lstrip(), name)


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLimits:
    """The limits of one page: with what an error has to tell of it. ``source`` names the document."""

    limits: Limits = DEFAULT_LIMITS
    source: str
    number: int

    def check(self, name: str, found: int) -> None:
        """Raise ``LimitExceeded`` where more is found on the page than the limit of this name allows."""
        self.limits.check(name, found, self.source, f"page {self.number}:")
