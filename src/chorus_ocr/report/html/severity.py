"""How bad a warning is, told by a word, a sign and a border: colour only adds to them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from chorus_ocr.compliance.messages import Lang
from chorus_ocr.compliance.warning import ComplianceWarning, Severity
from chorus_ocr.drawing.markup import Markup, element
from chorus_ocr.report.phrases import SEVERITIES

SIGNS: Final[Mapping[Severity, str]] = MappingProxyType(
    {Severity.BLOCKING: "×", Severity.WARNING: "!", Severity.INFO: "i"}
)


def badge(severity: Severity, lang: Lang, count: int | None = None) -> Markup:
    """Return the word for a severity, with how many there are of it."""
    word = SEVERITIES[severity].in_lang(lang)
    return signed(SIGNS[severity], word if count is None else f"{word} {count}", severity)


def signed(sign: str, word: str, kind: str) -> Markup:
    """Return a word after a sign that only repeats what it says."""
    shown = element("span", sign, class_="sign", aria_hidden="true")
    return element("span", shown, f" {word}", class_=f"badge {kind}")


def code_link(warning: ComplianceWarning, anchor: str) -> Markup:
    """Return the code of a warning, linked to it."""
    sign = element("span", SIGNS[warning.severity], class_="sign", aria_hidden="true")
    return element("a", sign, f" {warning.code}", href=f"#{anchor}", class_=f"badge {warning.severity}")
