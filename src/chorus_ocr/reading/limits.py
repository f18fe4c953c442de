"""How much of a document a reading takes on: what is over a limit ends in ``LimitExceeded``, which names it."""

import math
from dataclasses import dataclass, fields

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The largest document that is read, and the longest that may be spent on it. None lifts a limit.

    The defaults leave room for any invoice: Chorus Pro itself takes 10 Mo a file, and a page full of print has some
    thousand words.

    ``bytes``: of the file. ``pages``: opened in all, those beyond the scope included. ``words`` and ``characters``: of
    a page. ``objects``: painted on a page, those of its forms included. ``images``: among them.
    ``seconds_per_pattern``: for one run of a pattern that a caller's rule brings, over one text.

    ``seconds`` and ``memory`` (in bytes, of address space) hold where the work is done in a process of its own:
    ``isolated=True``, ``scan_many()``. A process cannot be stopped in the middle of native code from within.

    Raises ``ValueError`` for a limit that is not positive, ``TypeError`` for one that is no number.
    """

    bytes: int | None = 64 * MEBIBYTE
    pages: int | None = 1_000
    words: int | None = 50_000
    characters: int | None = 500_000
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


DEFAULT_LIMITS = Limits()
