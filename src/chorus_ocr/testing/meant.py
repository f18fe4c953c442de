"""What a generator meant to print: any field of the form by its name, values as typed or as text.

A field that is not named is not judged; None, or an empty text, is meant to stay blank.

>>> truth = meant_truth({"siret_destinataire": "110 002 011 00044", "montant_ttc": "1 440,00 €", "bic": None})
>>> truth.prefill
{'siret_destinataire': '11000201100044', 'montant_ttc': Decimal('1440.00'), 'bic': None}
"""

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Final, TypeAlias

from chorus_ocr.arguments import kind_of
from chorus_ocr.compliance.messages import Lang, written
from chorus_ocr.errors import TruthError
from chorus_ocr.prefill import Fields, LigneTva, ModePaiement, Prefill, TypeFacture, TypeTva
from chorus_ocr.recognition.field import FieldRule
from chorus_ocr.report.unknown import unknown_field
from chorus_ocr.rules import CHORUS_PRO, RulePack
from chorus_ocr.tuning.truth import AMOUNTS, DATES, VAT_LINES, Truth, TruthValue, VatLine, load_json
from chorus_ocr.values import amount, rate
from chorus_ocr.values import date as dates

Meant: TypeAlias = Mapping[str, object] | Prefill | Truth
"""Fields by name; or a form, whose filled fields are meant; or a truth, judged as ``evaluate()`` does."""

ENUMERATIONS: Final[Mapping[str, type[StrEnum]]] = {
    "type_facture": TypeFacture,
    "type_tva": TypeTva,
    "mode_paiement": ModePaiement,
}

# Three digits after one dot are thousands in one country and decimals in another.
_PLAIN_NUMBER: Final = re.compile(r"[+-]?[0-9]+(?:\.(?![0-9]{3}\Z)[0-9]+)?")

_SPELT_AMOUNT: Final = 'an amount such as Decimal("1227.50"), "1227.50" or "1 227,50"'
_SPELT_DAY: Final = 'a date such as "2026-11-30" or "30/11/2026"'
_SPELT_LINES: Final = 'VAT lines such as [{"taux": 20, "base_ht": "1 000,00", "montant": "200,00"}]'


def meant_truth(meant: Meant, *, rules: RulePack = CHORUS_PRO, source: str = "<meant>", **more: object) -> Truth:
    """Return what is meant, typed; ``more``: fields by name besides.

    Raises ``TruthError`` listing every unknown name, with the nearest one, and every value that cannot be understood;
    ``TypeError`` where ``meant`` is neither a mapping, nor a form, nor a truth.
    """
    __tracebackhide__ = True  # pytest shows the call that names a wrong field, not this
    faults: list[str] = []
    base = Truth(id=source, prefill={})
    given: Mapping[str, object]
    if isinstance(meant, Truth):
        base, given = meant, {}
        faults += [unknown_field(name, rules.rules) for name in meant.prefill if name not in rules.rules]
    elif isinstance(meant, Prefill):
        held = {each.name: getattr(meant, each.name) for each in fields(meant)}
        given = {name: value for name, value in held.items() if value is not None}
    elif isinstance(meant, Mapping):
        given = meant
    else:
        raise TypeError(f"what is meant is a mapping of fields, a Prefill or a Truth, not {kind_of(meant)}")
    faults += [f"{name}: meant twice" for name in more if name in given or name in base.prefill]
    read: dict[str, TruthValue] = {}
    for name, raw in {**given, **more}.items():
        rule = rules.rules.get(name)
        if rule is None:
            faults.append(unknown_field(str(name), rules.rules))
        else:
            read[name] = _value(rule, raw, faults)
    if faults:
        raise TruthError(source, tuple(faults))
    return replace(base, prefill={**base.prefill, **read})


def read_meant(path: str | os.PathLike[str], *, rules: RulePack = CHORUS_PRO) -> Truth:
    """Return what a file of JSON says is meant: one object of fields, or a sidecar, whose ``prefill`` holds them.

    Raises ``TruthError`` listing every fault, those of the file included.
    """
    file = Path(path)
    data = load_json(file)
    if not isinstance(data, Mapping):
        raise TruthError(str(file), ("what is meant is one JSON object of fields",))
    if "prefill" not in data:
        return meant_truth(data, rules=rules, source=str(file))
    return meant_truth(Truth.from_dict({"id": file.stem, **data}, source=str(file)), rules=rules, source=str(file))


def _value(rule: FieldRule[object], raw: object, faults: list[str]) -> TruthValue:
    """Return one value as the form holds it; what cannot be understood is a fault, and None."""
    name = rule.name
    if raw is None or (isinstance(raw, str) and not raw.strip()):
        return None
    if name in AMOUNTS:
        return _amount(name, raw, faults)
    if name in DATES:
        return _day(name, raw, faults)
    if name == VAT_LINES:
        return _vat_lines(raw, faults)
    if name in ENUMERATIONS:
        return _member(name, raw, faults)
    if isinstance(raw, str):
        # A text that is no value of its field is meant all the same: the explanation says why it cannot be read.
        value = rule.value.parse(raw).value
        return raw.strip() if value is None else value  # type: ignore[return-value]
    if name in Fields.__annotations__:
        faults.append(_is_not(name, raw, "a text"))
        return None
    return raw  # type: ignore[return-value]


def _amount(path: str, raw: object, faults: list[str]) -> Decimal | None:
    if isinstance(raw, str):
        parsed = amount.parse(raw)
        if parsed.valid:
            return parsed.value
        # What the pages do not print so may be meant so: a year's number, eight digits.
        if _PLAIN_NUMBER.fullmatch(raw.strip()):
            return Decimal(raw.strip())
    elif isinstance(raw, Decimal | int | float) and not isinstance(raw, bool) and Decimal(str(raw)).is_finite():
        return Decimal(str(raw))
    faults.append(_is_not(path, raw, _SPELT_AMOUNT))
    return None


def _day(path: str, raw: object, faults: list[str]) -> date | None:
    if isinstance(raw, date) and not isinstance(raw, datetime):
        return raw
    if isinstance(raw, str):
        parsed = dates.parse(raw)
        if parsed.valid:
            return parsed.value
    faults.append(_is_not(path, raw, _SPELT_DAY))
    return None


def _member(name: str, raw: object, faults: list[str]) -> str | None:
    kind = ENUMERATIONS[name]
    if isinstance(raw, str):
        for member in kind:
            if raw.strip().casefold() in (member.value.casefold(), written(member, Lang.FR).casefold()):
                return member
    faults.append(_is_not(name, raw, f"one of {', '.join(kind)}"))
    return None


def _vat_lines(raw: object, faults: list[str]) -> tuple[VatLine, ...] | None:
    if isinstance(raw, str | Mapping | LigneTva) or not isinstance(raw, Iterable):
        faults.append(_is_not(VAT_LINES, raw, _SPELT_LINES))
        return None
    return tuple(_vat_line(f"{VAT_LINES}[{at}]", each, faults) for at, each in enumerate(raw))


def _vat_line(path: str, raw: object, faults: list[str]) -> VatLine:
    names = tuple(each.name for each in fields(VatLine))
    if isinstance(raw, LigneTva | VatLine):
        return VatLine(taux=raw.taux, base_ht=raw.base_ht, montant=raw.montant)
    if not isinstance(raw, Mapping):
        faults.append(_is_not(path, raw, "a VAT line, an object with taux, base_ht and montant"))
        return VatLine(taux=None, base_ht=None, montant=None)
    faults.extend(f"{path}.{key}: no such key; a VAT line has {', '.join(names)}" for key in raw if key not in names)
    if raw.get("taux") in (None, ""):
        faults.append(f"{path}.taux: compulsory")
    parts = {name: _part(f"{path}.{name}", name, raw.get(name), faults) for name in names}
    return VatLine(**parts)


def _part(path: str, name: str, raw: object, faults: list[str]) -> Decimal | None:
    if raw is None or raw == "":
        return None
    if name == "taux" and isinstance(raw, str):
        parsed = rate.parse(f"{raw.strip().removesuffix('%').strip()} %")
        if not parsed.valid:
            faults.append(_is_not(path, raw, 'a rate such as 20, "5,5" or "5,5 %"'))
        return parsed.value
    return _amount(path, raw, faults)


def _is_not(path: str, raw: object, wanted: str) -> str:
    shown = repr(raw)
    return f"{path}: {shown if len(shown) <= 60 else shown[:57] + '…'} is not {wanted}"
