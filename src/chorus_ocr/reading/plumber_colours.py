"""Colours of pdfminer, which are bare numbers beside the name of a colour space, as ``0xRRGGBBAA``."""

from collections.abc import Sequence

NO_COLOUR = ""
"""The colour in a colour space that has just been chosen: it has one, which pdfminer does not know."""

_BLACK = (0.0, 0.0, 0.0)

_INKS = frozenset({"Separation", "DeviceN"})
"""Spaces that count ink, not light. How an ink looks is told by a function of the file that pdfminer does not keep."""

_UNKNOWN = frozenset({"Indexed", "Pattern"})
"""Spaces whose colours are elsewhere, in a palette or a picture that pdfminer does not keep either."""


def rgba(colour: object, space: str, opacity: float = 1.0) -> int:
    """Return a colour of pdfminer in the colour space of this name as ``0xRRGGBBAA``.

    Of an ink only the strength is known, and told as a grey; of a ``Lab`` colour the lightness. A colour that cannot
    be known is black, as print mostly is.

    >>> hex(rgba((1.0, 0.0, 0.0), "DeviceRGB")), hex(rgba(0.2, "DeviceGray", 0.5)), hex(rgba(1.0, "Separation"))
    ('0xff0000ff', '0x33333380', '0xff')
    """
    red, green, blue = (_byte(each) for each in _light(_numbers(colour), space))
    return red << 24 | green << 16 | blue << 8 | _byte(opacity)


def _light(numbers: Sequence[float], space: str) -> tuple[float, float, float]:
    if space in _UNKNOWN or not numbers:
        return _BLACK
    if space in _INKS:
        grey = 1 - max(numbers)
        return grey, grey, grey
    if space == "Lab":
        # The lightness of CIE L*, and not luminance: close enough to a grey of sRGB to be told from another.
        grey = numbers[0] / 100
        return grey, grey, grey
    match list(numbers):
        case [grey]:
            return grey, grey, grey
        case [red, green, blue]:
            return red, green, blue
        case [cyan, magenta, yellow, key]:
            return (1 - cyan) * (1 - key), (1 - magenta) * (1 - key), (1 - yellow) * (1 - key)
        case _:
            return _BLACK


def _numbers(colour: object) -> Sequence[float]:
    """Return the components of a colour. That of a pattern is its name, or a tuple that ends in it."""
    components = colour if isinstance(colour, tuple) else (colour,)
    return [each for each in components if isinstance(each, int | float)]


def _byte(share: float) -> int:
    """Return a share of 1 as one of 255, whatever the file says."""
    return round(255 * min(max(share, 0.0), 1.0)) if share == share else 0
