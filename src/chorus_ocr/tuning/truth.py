"""What a careful human reads on an invoice: the sidecar ``<id>.expected.json`` as typed data.

``prefill`` holds what is printed and announced on the first three pages; null means that it is not printed there and
must stay blank; an attribute left out is not scored. The other keys say how to judge the cases that are neither:

- ``invalid``: printed, but fails its checksum: blank, and reported as invalid.
- ``unannounced``: printed without a keyword for it: blank and the value are both right.
- ``rivals``: several values with equal right: only « ambiguous », all of them shown, is right.
- ``derivable``: not printed, but follows from what is: blank is right, the value is accepted.
- ``also_printed`` and ``beyond_page_3``: decoys, on the pages in scope and after them.
- ``text_extractable`` false: there is no text to read. ``ocr_errors``: fields that a hidden layer of text misspells.

>>> truth = Truth.from_dict({"id": "F-12", "prefill": {"montant_ttc": "120.00", "code_service": None}})
>>> truth.prefill
{'montant_ttc': Decimal('120.00'), 'code_service': None}
>>> truth.to_dict()["prefill"]
{'montant_ttc': '120.00', 'code_service': None}
"""

import json
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, dataclass, field, fields
from datetime import date
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from pathlib import Path
from typing import Final, Self, TypeAlias, TypeVar

from chorus_ocr.errors import TruthError
from chorus_ocr.prefill import Prefill
from chorus_ocr.report.plain import Json, plain

SUFFIX: Final = ".expected.json"
"""What a sidecar's name ends in, after the name of the PDF without its own ``.pdf``."""

AMOUNTS: Final = frozenset({"montant_ht", "montant_tva", "montant_ttc", "montant_a_payer"})
DATES: Final = frozenset(each.name for each in fields(Prefill) if each.type == date | None)
VAT_LINES: Final = "lignes_tva"

SURELY_MISSPELT: Final = 0.85
"""How alike an unknown key and a known one are when the unknown one is no key of the corpus's own."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class VatLine:
    """One line of the VAT breakdown as printed: the rate in percent, the base and the amount; None: not printed."""

    taux: Decimal | None
    base_ht: Decimal | None
    montant: Decimal | None


TruthValue: TypeAlias = str | date | Decimal | tuple[VatLine, ...] | None
"""A date where the form holds one, Decimal for the amounts, VAT lines, and text for all others."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Truth:
    """What is printed on one document. ``other`` keeps the keys of a sidecar that only its own corpus knows.

    ``complete`` false: what ``prefill`` leaves out may or may not be printed. ``truth_source`` says who read it; where
    it names XML, the sign of an amount says nothing about the print. ``labels`` is the wording that announces each
    value, ``decoys`` are printed values easily taken for one.
    """

    id: str
    prefill: Mapping[str, TruthValue]
    origin: str = ""
    kind: str = "invoice"
    language: str | None = None
    complete: bool = False
    truth_source: str = ""
    traits: tuple[str, ...] = ()
    expected_warnings: tuple[str, ...] = ()
    has_xml: bool | None = None
    text_extractable: bool = True
    ocr_errors: tuple[str, ...] = ()
    invalid: Mapping[str, str] = field(default_factory=dict)
    unannounced: Mapping[str, TruthValue] = field(default_factory=dict)
    rivals: Mapping[str, tuple[TruthValue, ...]] = field(default_factory=dict)
    also_printed: Mapping[str, Json] = field(default_factory=dict)
    derivable: Mapping[str, TruthValue] = field(default_factory=dict)
    beyond_page_3: Mapping[str, Json] = field(default_factory=dict)
    labels: Mapping[str, Json] = field(default_factory=dict)
    decoys: tuple[str, ...] = ()
    notes: str = ""
    other: Mapping[str, Json] = field(default_factory=dict)

    def __repr__(self) -> str:
        printed = sum(value is not None for value in self.prefill.values())
        return f"<Truth {self.id}: {printed} of {len(self.prefill)} fields printed>"

    @property
    def signs_count(self) -> bool:
        """Whether amounts carry the sign that is printed: not where the truth comes from XML."""
        return "xml" not in self.truth_source

    @classmethod
    def from_dict(cls, data: object, *, source: str = "<truth>") -> Self:
        """Return the truth in a sidecar's data. Raises ``TruthError`` listing every fault; ``source`` names it."""
        reader = _Faults()
        if not isinstance(data, Mapping):
            raise TruthError(source, ("a sidecar is one JSON object",))
        reader.misspelt(data)
        name = reader.text("id", data.get("id", ""))
        if not name.strip():
            reader.found.append("id: compulsory, the name of the PDF without its .pdf")
        if "prefill" not in data:
            reader.found.append("prefill: compulsory, {} where nothing is to be scored")
        truth = cls(
            id=name,
            prefill=reader.values("prefill", data.get("prefill", {})),
            origin=reader.text("origin", data.get("origin", "")),
            kind=reader.text("kind", data.get("kind", "invoice")),
            language=None if data.get("language") is None else reader.text("language", data["language"]),
            complete=reader.flag("complete", data.get("complete", False)),
            truth_source=reader.text("truth_source", data.get("truth_source", "")),
            traits=reader.texts("traits", data.get("traits", [])),
            expected_warnings=reader.texts("expected_warnings", data.get("expected_warnings", [])),
            has_xml=None if data.get("has_xml") is None else reader.flag("has_xml", data["has_xml"]),
            text_extractable=reader.flag("text_extractable", data.get("text_extractable", True)),
            ocr_errors=reader.texts("ocr_errors", data.get("ocr_errors", [])),
            invalid=reader.each("invalid", data.get("invalid", {}), lambda path, _, raw: reader.text(path, raw)),
            unannounced=reader.values("unannounced", data.get("unannounced", {})),
            rivals=reader.each("rivals", data.get("rivals", {}), reader.rivals),
            also_printed=reader.plain("also_printed", data.get("also_printed", {})),
            derivable=reader.values("derivable", data.get("derivable", {})),
            beyond_page_3=reader.plain("beyond_page_3", data.get("beyond_page_3", {})),
            labels=reader.plain("labels", data.get("labels", {})),
            decoys=reader.texts("decoys", data.get("decoys", [])),
            notes=reader.text("notes", data.get("notes", "")),
            other={key: value for key, value in data.items() if key not in KEYS},
        )
        reader.found.extend(_contradictions(truth))
        if reader.found:
            raise TruthError(source, tuple(reader.found))
        return truth

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> Self:
        """Return the truth in a sidecar file, whose name is its ``id`` and ``.expected.json``.

        Raises ``TruthError`` listing every fault, those of the file included.
        """
        file = Path(path)
        data = load_json(file)
        faults: tuple[str, ...] = ()
        if isinstance(data, Mapping) and isinstance(data.get("id"), str) and file.name != data["id"] + SUFFIX:
            faults = (f"id: {data['id']!r} does not name this file",)
        try:
            truth = cls.from_dict(data, source=str(file))
        except TruthError as error:
            raise TruthError(str(file), faults + error.faults) from None
        if faults:
            raise TruthError(str(file), faults)
        return truth

    def to_dict(self) -> dict[str, Json]:
        """Return the sidecar's data: ``Truth.from_dict`` of it gives this truth again.

        What is empty is left out, but for the keys that every sidecar has.
        """
        told: dict[str, Json] = {}
        for each in fields(self):
            value = getattr(self, each.name)
            if each.name == "other":
                told.update(value)
            elif each.name in _ALWAYS or value != _default(each.name):
                told[each.name] = plain_truth(value)
        return told

    def to_json(self) -> str:
        """Return the text of the sidecar, accents as they are."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=1) + "\n"


def write_truth(path: str | os.PathLike[str], truth: Truth | Mapping[str, object], *, overwrite: bool = False) -> Path:
    """Write a sidecar, and return where it stands.

    ``path``: the file, named ``<id>.expected.json``, or the folder to put it in. Raises ``TruthError`` for a truth or a
    name that could not be read back, and ``FileExistsError`` where a sidecar stands already: a person may have
    corrected it.
    """
    held = truth if isinstance(truth, Truth) else Truth.from_dict(truth)
    file = Path(path)
    if file.is_dir():
        file = file / (held.id + SUFFIX)
    if file.name != held.id + SUFFIX or "/" in held.id or "\\" in held.id:
        raise TruthError(str(file), (f"a sidecar of {held.id!r} is named {held.id}{SUFFIX}",))
    with file.open("w" if overwrite else "x", encoding="utf-8", newline="\n") as sidecar:
        sidecar.write(held.to_json())
    return file


def load_json(file: Path) -> object:
    """Return the data of a file of JSON. Raises ``TruthError`` where it cannot be read or is none."""
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise TruthError(str(file), (error.strerror or str(error),)) from error
    except UnicodeDecodeError as error:
        raise TruthError(str(file), ("not UTF-8 text",)) from error
    except (ValueError, RecursionError) as error:
        raise TruthError(str(file), (f"not JSON: {error}",)) from error


_ALWAYS: Final = frozenset({"id", "prefill", "kind", "language", "complete", "text_extractable"})

KEYS: Final = tuple(each.name for each in fields(Truth) if each.name != "other")
"""The keys of a sidecar, in the order in which they are written."""


def _default(name: str) -> object:
    [own] = [each for each in fields(Truth) if each.name == name]
    return own.default if own.default_factory is MISSING else own.default_factory()


def plain_truth(value: object) -> Json:
    """Return a value of a truth as JSON data: what ``chorus_ocr.report.plain`` knows, VAT lines and objects."""
    match value:
        case VatLine():
            return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
        case Mapping():
            return {str(key): plain_truth(each) for key, each in value.items()}
        case tuple() | list():
            return [plain_truth(each) for each in value]
        case _:
            return plain(value)


def as_text(value: object) -> str:
    """Return a value other than an amount, a date or VAT lines as a truth holds it.

    >>> as_text(("LOT 1", "LOT 2")), as_text(Decimal("12.50"))
    ('LOT 1; LOT 2', '12.50')
    """
    return "; ".join(map(as_text, value)) if isinstance(value, tuple | list) else str(plain(value))


class _Faults:
    """Reads the parts of a sidecar, and gathers what is wrong with them instead of stopping at the first."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def misspelt(self, keys: Iterable[object]) -> None:
        """Fault every unknown key that looks like a known one; any other is the corpus's own affair."""
        for key in keys:
            if key not in KEYS:
                close = get_close_matches(str(key), KEYS, n=1, cutoff=SURELY_MISSPELT)
                if close:
                    self.found.append(f"{key}: no such key; did you mean {close[0]!r}?")

    def text(self, path: str, raw: object) -> str:
        return raw if isinstance(raw, str) else self._wrong(path, raw, "a text", "")

    def flag(self, path: str, raw: object) -> bool:
        return raw if isinstance(raw, bool) else self._wrong(path, raw, "true or false", False)

    def texts(self, path: str, raw: object) -> tuple[str, ...]:
        if not isinstance(raw, list | tuple):
            return self._wrong(path, raw, "a list of texts", ())
        return tuple(self.text(f"{path}[{at}]", each) for at, each in enumerate(raw))

    def each(self, path: str, raw: object, read: "Callable[[str, str, object], T]") -> dict[str, T]:
        """Return an object whose keys are attributes of the form, each value read by ``read(path, name, raw)``."""
        if not isinstance(raw, Mapping):
            return self._wrong(path, raw, "an object of attributes", {})
        return {str(name): read(f"{path}.{name}", str(name), value) for name, value in raw.items()}

    def values(self, path: str, raw: object) -> dict[str, TruthValue]:
        return self.each(path, raw, self.value)

    def value(self, path: str, name: str, raw: object) -> TruthValue:
        """Return one attribute's value, of the type that the form holds."""
        if raw is None or raw == "":
            return None
        if name in AMOUNTS:
            return self.amount(path, raw)
        if name in DATES:
            return self.day(path, raw)
        if name == VAT_LINES:
            return self.vat_lines(path, raw)
        if isinstance(raw, Mapping):
            return self._wrong(path, raw, "a text", None)
        return as_text(raw)

    def rivals(self, path: str, name: str, raw: object) -> tuple[TruthValue, ...]:
        if not isinstance(raw, list | tuple) or len(raw) < 2:
            return self._wrong(path, raw, "a list of two values or more", ())
        return tuple(self.value(f"{path}[{at}]", name, each) for at, each in enumerate(raw))

    def plain(self, path: str, raw: object) -> dict[str, Json]:
        if not isinstance(raw, Mapping):
            return self._wrong(path, raw, "an object", {})
        return {str(name): plain_truth(value) for name, value in raw.items()}

    def amount(self, path: str, raw: object) -> Decimal | None:
        if isinstance(raw, str | int | float | Decimal) and not isinstance(raw, bool):
            try:
                amount = Decimal(str(raw))
            except InvalidOperation:
                pass
            else:
                if amount.is_finite():
                    return amount
        return self._wrong(path, raw, 'a number such as "1227.50"', None)

    def day(self, path: str, raw: object) -> date | None:
        if isinstance(raw, date):
            return raw
        if isinstance(raw, str):
            try:
                return date.fromisoformat(raw)
            except ValueError:
                pass
        return self._wrong(path, raw, 'a date such as "2026-11-30"', None)

    def vat_lines(self, path: str, raw: object) -> tuple[VatLine, ...] | None:
        if not isinstance(raw, list | tuple):
            return self._wrong(path, raw, "a list of VAT lines", None)
        return tuple(self.vat_line(f"{path}[{at}]", each) for at, each in enumerate(raw))

    def vat_line(self, path: str, raw: object) -> VatLine:
        if isinstance(raw, VatLine):
            return raw
        if not isinstance(raw, Mapping):
            return self._wrong(path, raw, "an object", VatLine(taux=None, base_ht=None, montant=None))
        names = tuple(each.name for each in fields(VatLine))
        known = f"a VAT line has {', '.join(names)}"
        self.found.extend(f"{path}.{name}: no such key; {known}" for name in raw if name not in names)

        def part(name: str) -> Decimal | None:
            value = raw.get(name)
            return None if value is None or value == "" else self.amount(f"{path}.{name}", value)

        return VatLine(taux=part("taux"), base_ht=part("base_ht"), montant=part("montant"))

    def _wrong(self, path: str, raw: object, wanted: str, instead: T) -> T:
        shown = repr(raw)
        self.found.append(f"{path}: {shown if len(shown) <= 60 else shown[:57] + '…'} is not {wanted}")
        return instead


def _contradictions(truth: Truth) -> Iterable[str]:
    """Name what a sidecar says twice, and differently."""
    judged: dict[str, Mapping[str, object]] = {
        "invalid": truth.invalid,
        "unannounced": truth.unannounced,
        "rivals": truth.rivals,
        "derivable": truth.derivable,
    }
    for key, held in judged.items():
        for name in held:
            if name not in truth.prefill:
                yield f"{key}.{name}: is never scored, for prefill leaves {name} out; null scores it"
            elif key != "rivals" and truth.prefill[name] is not None:
                yield f"{key}.{name}: prefill.{name} is null where {key} has a value"
    for name in truth.ocr_errors:
        if name not in truth.prefill:
            yield f"ocr_errors: prefill has no {name}"
