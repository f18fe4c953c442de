"""Amounts as JSON numbers: the API takes no text for them, and no number may say another amount than the page.

Source: the portal's API, ``decimal(19,6)``: thirteen digits before the point, six after it.

>>> number(Decimal("949.34")), number(Decimal("-1200.00")), number(Decimal("0.1"))
(949.34, -1200.0, 0.1)
>>> number(Decimal("12345678901.123456")) is None          # a double would write 12345678901.123455
True
"""

from decimal import Decimal
from typing import Final

WHOLE_DIGITS: Final = 13
DECIMALS: Final = 6


def number(amount: Decimal) -> float | None:
    """Return an amount as the double whose JSON text is exactly that amount, or None where there is none.

    There always is one for an amount of the portal with fifteen digits or fewer: a hundred billion and its cents.
    None for an amount that the portal has no room for, and for one that is no number.
    """
    if not amount.is_finite():
        return None
    plain = f"{abs(amount):f}"
    whole, _, decimals = plain.partition(".")
    if len(whole.lstrip("0")) > WHOLE_DIGITS or len(decimals.rstrip("0")) > DECIMALS:
        return None
    told = float(amount) + 0.0  # no « -0.0 »
    return told if Decimal(repr(told)) == amount else None
