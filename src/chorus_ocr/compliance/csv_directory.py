"""The directory of public bodies out of a CSV file: one row a service, columns named after the portal's flags."""

import csv
import io
import os
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import takewhile
from operator import attrgetter
from pathlib import Path
from typing import IO, Any, Final, NamedTuple, Self

from chorus_ocr.compliance.directory import Service, Structure
from chorus_ocr.errors import DirectoryError
from chorus_ocr.values.siret import Siret
from chorus_ocr.values.siret import parse as parse_siret
from chorus_ocr.values.spelling import compact

BODY: Final[Mapping[str, str]] = {
    "siret": "siret",
    "designation": "designation",
    "active": "active",
    "code_service_doit_etre_renseigne": "code_service_doit_etre_renseigne",
    "numero_ej_doit_etre_renseigne": "numero_ej_doit_etre_renseigne",
    "gestion_numero_ej_ou_code_service": "gestion_numero_ej_ou_code_service",
}
"""The columns that tell of a body, and its attributes."""

DESK: Final[Mapping[str, str]] = {
    "code_service": "code",
    "nom_service": "nom",
    "service_actif": "actif",
    "numero_engagement": "numero_engagement",
}
"""The columns that tell of a service, and its attributes."""

COLUMNS: Final = (*BODY, *DESK)
"""All columns; ``siret`` alone is compulsory, an empty cell is as good as no column."""

WORDS: Final[Mapping[str, bool]] = {"1": True, "true": True, "oui": True, "0": False, "false": False, "non": False}
"""How a yes and a no are written, whatever the case."""

LEAST_PREFIX: Final = 6
"""Like the drop-down list of the form, a search takes six digits or more."""

_BOOLEANS: Final = frozenset(COLUMNS) - {"siret", "designation", "code_service", "nom_service"}


@dataclass(frozen=True, slots=True, repr=False)
class CsvDirectory:
    """Public bodies and their services, in memory: a ``Directory`` for ``scan()``.

    ``structures``: in the order of their SIRETs. ``read()`` and ``from_text()`` make one of a CSV file.

    >>> directory = CsvDirectory.from_text('''siret;designation;numero_ej_doit_etre_renseigne;code_service
    ... 11000201100044;Services de l'État;oui;D1603853
    ... 11000201100044;;;FAC00001
    ... ''')
    >>> [service.code for service in directory.lookup(Siret("11000201100044")).services]
    ['D1603853', 'FAC00001']
    >>> len(directory.search("110002")), len(directory.search("11000"))
    (1, 0)
    """

    structures: tuple[Structure, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "structures", tuple(sorted(self.structures, key=attrgetter("siret"))))

    def __repr__(self) -> str:
        return f"<CsvDirectory of {len(self.structures)} structures>"

    @classmethod
    def read(cls, source: str | os.PathLike[str] | IO[str] | IO[bytes]) -> Self:
        """Return the directory in a CSV file: a path, or a file that is open in text or binary mode.

        The text is UTF-8, with or without a byte order mark; the cells are parted by ``;`` or ``,``. See ``COLUMNS``
        and ``WORDS``. Cells of a body may be left empty on all rows but one.

        Raises ``DirectoryError`` listing every fault, each with its line, and ``TypeError`` for another source.
        """
        name = _name_of(source)
        try:
            content = Path(source).read_bytes() if isinstance(source, str | os.PathLike) else source.read()
        except UnicodeDecodeError as error:
            raise DirectoryError(name, (f"not {error.encoding}; open the file as UTF-8",)) from error
        except (OSError, ValueError) as error:  # the latter for a name that no file can have, or a closed file
            cause = error.strerror if isinstance(error, OSError) else str(error)
            raise DirectoryError(name, (f"cannot be read: {cause or error}",)) from error
        if isinstance(content, str):
            return cls._parsed(content, name)
        if not isinstance(content, bytes):
            raise TypeError(f"the file gives neither text nor bytes, but {type(content).__name__}")
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            raise DirectoryError(name, (f"line {line}: not UTF-8; save the file as « CSV UTF-8 »",)) from error
        return cls._parsed(text, name)

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Return the directory in the text of a CSV file: see ``read()``. Raises ``DirectoryError``."""
        return cls._parsed(text, "<directory>")

    @classmethod
    def _parsed(cls, text: str, name: str) -> Self:
        faults: list[tuple[int, str]] = []
        rows = list(_rows(text, faults))
        structures = tuple(_structures(rows, faults))
        if faults:
            raise DirectoryError(name, tuple(f"line {line}: {fault}" for line, fault in sorted(faults)))
        return cls(structures)

    def __len__(self) -> int:
        return len(self.structures)

    def lookup(self, siret: Siret) -> Structure | None:
        """Return the body with this SIRET, None when there is none."""
        at = bisect_left(self.structures, siret, key=attrgetter("siret"))
        found = self.structures[at : at + 1]
        return found[0] if found and found[0].siret == siret else None

    def search(self, prefix: str) -> Sequence[Structure]:
        """Return the bodies whose SIRET begins so, in the order of their SIRETs; none before six digits."""
        digits = compact(prefix)
        if len(digits) < LEAST_PREFIX or not (digits.isascii() and digits.isdigit()):
            return ()
        start = bisect_left(self.structures, digits, key=attrgetter("siret"))
        return tuple(takewhile(lambda each: each.siret.startswith(digits), self.structures[start:]))


def _name_of(source: object) -> str:
    if isinstance(source, str | os.PathLike):
        return os.fspath(source)
    if not hasattr(source, "read"):
        raise TypeError(f"a directory is a path or an open file, not {type(source).__name__}")
    name = getattr(source, "name", None)
    return name if isinstance(name, str) else "<directory>"


class _Row(NamedTuple):
    """A row that was understood: its line, the body's SIRET, and what its cells tell, empty ones left out."""

    line: int
    siret: Siret
    body: Mapping[str, Any]
    desk: Mapping[str, Any]


_Faults = list[tuple[int, str]]


def _rows(text: str, faults: _Faults) -> Iterator[_Row]:
    text = text.removeprefix("\ufeff")
    head = next((line for line in text.splitlines() if line.strip()), "")
    if not head:
        faults.append((1, "the file is empty"))
        return
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";" if ";" in head else ",", strict=True)
    columns: list[str] | None = None
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            faults.append((line, f"not CSV: {error}"))
            if columns is None:
                return
            continue
        if not any(cell.strip() for cell in cells):
            continue
        if columns is None:
            columns = [cell.strip().lower() for cell in cells]
            faults.extend((line, fault) for fault in _faults_of_header(columns))
            if "siret" not in columns:
                return
            continue
        if len(cells) != len(columns):
            faults.append((line, f"{len(cells)} cells under {len(columns)} columns"))
            continue
        row = _row(line, dict(zip(columns, map(str.strip, cells), strict=True)), faults)
        if row is not None:
            yield row


def _faults_of_header(columns: list[str]) -> Iterator[str]:
    for name, count in Counter(columns).items():
        if name not in COLUMNS:
            close = get_close_matches(name, COLUMNS, n=1)
            yield f"unknown column {name!r}{f'; did you mean {close[0]!r}?' if close else ''}"
        elif count > 1:
            yield f"{count} columns {name!r}"
    if "siret" not in columns:
        yield "no column 'siret'"


def _row(line: int, cells: Mapping[str, str], faults: _Faults) -> _Row | None:
    body: dict[str, Any] = {}
    desk: dict[str, Any] = {}
    siret: Siret | None = None
    for column, cell in cells.items():
        if column not in COLUMNS or (not cell and column != "siret"):
            continue
        value: object = cell
        if column == "siret":
            parsed = parse_siret(cell)
            if not parsed.valid:
                why = "its check digit is wrong" if parsed.fault == "checksum" else "not 14 digits"
                faults.append((line, f"siret {cell!r}: {why}" if cell else "no siret"))
            siret = parsed.value if parsed.valid else None
            continue
        if column in _BOOLEANS:
            if cell.lower() not in WORDS:
                faults.append((line, f"{column} {cell!r}: none of {', '.join(WORDS)}"))
                continue
            value = WORDS[cell.lower()]
        if column in BODY:
            body[BODY[column]] = value
        else:
            desk[DESK[column]] = value
    if desk and "code" not in desk:
        faults.append((line, "no code_service, but other cells of a service"))
        desk = {}
    return None if siret is None else _Row(line, siret, body, desk)


def _structures(rows: Sequence[_Row], faults: _Faults) -> Iterator[Structure]:
    by_siret: dict[Siret, list[_Row]] = {}
    for row in rows:
        by_siret.setdefault(row.siret, []).append(row)
    for siret, own in by_siret.items():
        told: dict[str, Any] = {}
        services: dict[str, Service] = {}
        for row in own:
            for name, value in row.body.items():
                if told.setdefault(name, value) != value:
                    faults.append((row.line, f"{name} of {siret} is not what an earlier line says"))
            if row.desk:
                code = str(row.desk["code"])
                if code.casefold() in services:
                    faults.append((row.line, f"code_service {code!r} of {siret} stands on an earlier line"))
                services.setdefault(code.casefold(), Service(**row.desk))
        yield Structure(siret=siret, services=tuple(services.values()), **told)
