"""What keeps a form from being printed so that it can be read back: its values, one by one."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Final, NamedTuple

from chorus_ocr.arguments import kind_of
from chorus_ocr.compliance.messages import Text
from chorus_ocr.prefill import LigneTva, ModePaiement, Prefill, TypeFacture, TypeTva
from chorus_ocr.recognition.field import FieldRule

_KINDS: Final[Mapping[str, type[object]]] = MappingProxyType(
    {
        "date": date,
        "amount": Decimal,
        "lignes_tva": tuple,
        "type_facture": TypeFacture,
        "type_tva": TypeTva,
        "mode_paiement": ModePaiement,
    }
)
"""What the form holds, by the name of a value type; all others are text."""

_SPELLED: Final = frozenset({"siret", "reference", "service", "currency", "tva", "iban", "bic"})
"""Value types whose spelling is the value itself, blanks aside."""

WRONG_TYPE: Final = Text("est de type {kind}, pas {given}", "is a {kind}, not {given}")
CHECKSUM: Final = Text("« {value} » n'a pas la bonne clé", "« {value} » fails its checksum")
SHAPE: Final = Text(
    "« {value} » n'a pas une forme que la lecture reconnaisse ici", "« {value} » has no shape that is recognised here"
)
NOT_FINITE: Final = Text("{value} n'est pas un montant", "{value} is no amount")
NO_LINES: Final = Text("ne compte aucune ligne ; None les tait", "holds no line; None prints none")
NO_TAX: Final = Text(
    "la ligne à {rate} % n'a pas de montant, et rien d'autre ne l'annonce",
    "the line of {rate} % has no amount, and nothing else announces it",
)


class Fault(NamedTuple):
    """Why one value cannot be printed: the field, the text, and what fills it in."""

    field: str
    text: Text
    arguments: Mapping[str, object] = MappingProxyType({})


def faults_of(prefill: Prefill, rules: Mapping[str, FieldRule[object]]) -> Iterator[Fault]:
    """Yield what is wrong with the values of a form, each by itself."""
    for name, rule in rules.items():
        value = getattr(prefill, name)
        if value is not None:
            yield from _faults(rule, value)


def _faults(rule: FieldRule[object], value: object) -> Iterator[Fault]:
    kind = _KINDS.get(rule.value.name, str)
    if not isinstance(value, kind) or isinstance(value, datetime):
        yield _wrong_type(rule.name, kind, value)
    elif isinstance(value, Decimal):
        if not value.is_finite():
            yield Fault(rule.name, NOT_FINITE, {"value": str(value)})
    elif isinstance(value, tuple):
        if not value:
            yield Fault(rule.name, NO_LINES)
        for line in value:
            yield from _faults_of_line(rule.name, line)
    elif rule.value.name in _SPELLED:
        parsed = rule.value.parse(str(value))
        if parsed.fault == "checksum":
            yield Fault(rule.name, CHECKSUM, {"value": value})
        elif parsed.value != value or rule.value.pattern.fullmatch(str(value)) is None:
            yield Fault(rule.name, SHAPE, {"value": value})


def _faults_of_line(name: str, line: object) -> Iterator[Fault]:
    if not isinstance(line, LigneTva):
        yield _wrong_type(name, LigneTva, line)
        return
    numbers = [each for each in (line.taux, line.base_ht, line.montant) if each is not None]
    wrong = [each for each in numbers if not isinstance(each, Decimal)]
    strange = [each for each in numbers if isinstance(each, Decimal) and not each.is_finite()]
    yield from (_wrong_type(name, Decimal, each) for each in wrong)
    yield from (Fault(name, NOT_FINITE, {"value": str(each)}) for each in strange)
    if line.montant is None and not wrong and not strange:
        yield Fault(name, NO_TAX, {"rate": str(line.taux)})


def _wrong_type(name: str, kind: type[object], given: object) -> Fault:
    return Fault(name, WRONG_TYPE, {"kind": kind.__name__, "given": kind_of(given)})
