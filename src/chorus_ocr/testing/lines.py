"""The lines of print that make a field be read as it was meant."""

from collections.abc import Iterator
from typing import Final

from chorus_ocr.compliance.blank import line_to_print
from chorus_ocr.compliance.messages import Lang, written
from chorus_ocr.prefill import ModePaiement, TypeTva
from chorus_ocr.recognition.field import FieldRule
from chorus_ocr.tuning.truth import VAT_LINES, VatLine

_ITSELF: Final = frozenset({"type_facture", "motif_exoneration", "affactureur"})
"""Fields whose value is the print itself: a title, a legal mention."""

UNPRINTABLE: Final = (TypeTva.SANS_TVA, ModePaiement.AUTRE, ModePaiement.REPORT)
"""What no print says."""


def lines_to_print(rule: FieldRule[object], value: object) -> tuple[str, ...]:
    """Return the lines to print for a value of a field; none where no line says it, as « sans TVA ».

    >>> from chorus_ocr import CHORUS_PRO
    >>> lines_to_print(CHORUS_PRO.rules["numero_engagement"], "26D000417")
    ('Engagement : 26D000417',)
    """
    return tuple(_lines(rule, value))


def _lines(rule: FieldRule[object], value: object) -> Iterator[str]:
    if rule.name == VAT_LINES and isinstance(value, tuple):
        yield from (_vat_line(each) for each in value if isinstance(each, VatLine) and each.taux is not None)
    elif rule.name in _ITSELF:
        yield str(value)
    elif rule.name == "devise":
        yield f"Montants exprimés en {value}"
    elif value in UNPRINTABLE:
        return
    elif rule.keywords or rule.aliases:
        yield line_to_print(rule, value)
    else:
        yield from [phrase for phrase, own in rule.terms if own == value][:1]


def _vat_line(line: VatLine) -> str:
    rate = f"{line.taux:f}".replace(".", ",")
    base = "" if line.base_ht is None else f" sur {written(line.base_ht, Lang.FR)} €"
    return f"TVA {rate} %{base}" + ("" if line.montant is None else f" : {written(line.montant, Lang.FR)} €")
