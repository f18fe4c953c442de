"""The catalogue, and nothing else: Chorus Pro's fields in form order, its checks, and the words around them."""

from chorus_ocr.rules.checks import CHECKS
from chorus_ocr.rules.fields import FIELDS
from chorus_ocr.rules.pack import RulePack
from chorus_ocr.rules.words import FRENCH

CHORUS_PRO = RulePack(name="chorus-pro", version="2026.11", fields=FIELDS, checks=CHECKS, vocabulary=FRENCH)
"""What Chorus Pro's deposit form recognises, as far as it is known, and what invoices print besides."""


def published_words(name: str) -> tuple[str, ...]:
    """Return the words that AIFE publishes for a field; what an application adds to its keywords is none of them."""
    rule = CHORUS_PRO.rules.get(name)
    return rule.keywords + rule.weak_keywords if rule is not None else ()


__all__ = ["CHORUS_PRO", "RulePack", "published_words"]
