"""Where the addresses of the pages are, as far as a check may ask: in a territory that its postcodes tell."""

from itertools import pairwise
from typing import Final

from chorus_ocr.compliance.seen import Seen

PACIFIC: Final = ("986", "987", "988")
"""Wallis-et-Futuna, la Polynésie française and la Nouvelle-Calédonie, where amounts are in francs CFP."""

_LENGTH: Final = 5


def has_address(seen: Seen, postcodes: tuple[str, ...]) -> bool:
    """Whether a page prints a postcode that begins so, with a town after it."""
    for page in seen.document.pages:
        for text, town in pairwise(page.words.text):
            code = text.removeprefix("F-")
            if len(code) == _LENGTH and code.isdigit() and code.startswith(postcodes) and town[0].isalpha():
                return True
    return False
