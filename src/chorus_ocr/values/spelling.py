"""The characters that print between the digits of a value: blanks, hyphens, minus signs, as regex class bodies.

No value type of its own: every pattern of this room is built from these, so that all of them agree on what a
non-breaking space is. ``[0-9]`` is written out everywhere because ``\\d`` also accepts Arabic or Thai digits.
"""

import re
from typing import Final

#: Space, non-breaking space, figure to hair spaces (U+2007 to U+200A) and the narrow non-breaking space.
BLANKS: Final = " \u00a0\u2007-\u200a\u202f"

#: What prints as a hyphen or a minus: hyphen-minus (escaped, or it would make a range), U+2010, U+2011, U+2212, and the
#: soft hyphen, which some fonts give for one. The en dash is not among them.
HYPHENS: Final = "\\-\u00ad\u2010\u2011\u2212"

_EDGES: Final = " \t\r\n\u00a0\u2007\u2008\u2009\u200a\u202f"
_NOT_A_CHARACTER: Final = re.compile(f"[{HYPHENS}{BLANKS}.]")


def trim(raw: str) -> str:
    """Drop the blanks around a spelling.

    >>> trim(" 12,00\\u00a0")
    '12,00'
    """
    return raw.strip(_EDGES)


def compact(raw: str) -> str:
    """Drop the blanks, dots and hyphens that group an identifier, and nothing else.

    >>> compact("110\\u202f002.011-00044")
    '11000201100044'
    """
    return _NOT_A_CHARACTER.sub("", trim(raw))
