"""The lines of print that make a field be read as it was meant: those of the golden block."""

from collections.abc import Iterable
from dataclasses import fields

from chorus_ocr.compliance.blank import line_to_print
from chorus_ocr.golden.lines import golden_lines
from chorus_ocr.prefill import LigneTva, Prefill, TypeFacture
from chorus_ocr.recognition.field import FieldRule
from chorus_ocr.report.fill import fill
from chorus_ocr.rules import CHORUS_PRO
from chorus_ocr.testing.meant import ENUMERATIONS
from chorus_ocr.tuning.truth import VAT_LINES, VatLine

_OF_THE_FORM = frozenset(each.name for each in fields(Prefill))


def lines_to_print(rule: FieldRule[object], value: object, kind: TypeFacture = TypeFacture.FACTURE) -> tuple[str, ...]:
    """Return the lines to print for a value of a field, on a document of a kind.

    >>> lines_to_print(CHORUS_PRO.rules["numero_engagement"], "26D000417")
    ('Engagement : 26D000417',)
    """
    name = rule.name
    if name not in _OF_THE_FORM:
        return (line_to_print(rule, value),)
    if name == VAT_LINES and isinstance(value, tuple):
        value = tuple(_printed(value))
    elif name in ENUMERATIONS:
        value = ENUMERATIONS[name](str(value))
    # The number's own label says what the document is.
    form = fill({"type_facture": kind, name: value} if name == "numero_facture" else {name: value})
    return tuple(map(str, golden_lines(form, {**CHORUS_PRO.rules, name: rule})))


def _printed(lines: Iterable[object]) -> Iterable[LigneTva]:
    """Return the lines of VAT that have a rate: without one there is nothing to print."""
    for line in lines:
        if isinstance(line, VatLine) and line.taux is not None:
            yield LigneTva(taux=line.taux, base_ht=line.base_ht, montant=line.montant)
