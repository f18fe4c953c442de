"""What prints between the digits of a value: blanks and hyphens. No value type of its own.

Every pattern of this room writes ``\\s`` for a blank, which is any of Unicode's (U+00A0, U+2009, U+202F …): a class
that lists characters beyond Latin-1 takes ten times longer to compile, and the patterns hold hundreds. They write
``[0-9]`` for a digit, because ``\\d`` also accepts Arabic or Thai ones.
"""

import re
from typing import Final

from chorus_ocr.values.late import compile_late

#: What prints as a hyphen or a minus: hyphen-minus (escaped, or it would make a range), U+2010, U+2011, U+2212, and the
#: soft hyphen, which some fonts give for one. The en dash is not among them.
HYPHENS: Final = "\\-\u00ad\u2010\u2011\u2212"

_NOT_A_CHARACTER: Final = compile_late(rf"[\s.{HYPHENS}]")
# U+001C to U+001F are blanks to Python, but in a PDF they are glyphs without a mapping: perhaps a digit that is lost.
_LOST_GLYPH: Final = re.compile(r"[\x1c-\x1f]")


def trim(raw: str) -> str:
    """Drop the blanks around a spelling; one that holds a lost glyph is no spelling at all.

    >>> trim(" 12,00\\u00a0"), trim("1\\x1c234,00")
    ('12,00', '')
    """
    return "" if _LOST_GLYPH.search(raw) else raw.strip()


def compact(raw: str) -> str:
    """Drop the blanks, dots and hyphens that group an identifier, and nothing else.

    >>> compact("110\\u202f002.011-00044")
    '11000201100044'
    """
    return _NOT_A_CHARACTER.sub("", trim(raw))
