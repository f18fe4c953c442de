"""Where everything meets: read a file, recognise its fields, check them.

The module is not named after ``scan()``: a submodule of that name would take the function's place in the package.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from chorus_ocr.compliance.cadre import Cadre
from chorus_ocr.compliance.check import Seen, run_checks
from chorus_ocr.compliance.messages import Lang
from chorus_ocr.reading.document import Document, PageScope
from chorus_ocr.reading.pdfium import PdfiumReader
from chorus_ocr.reading.reader import Reader
from chorus_ocr.reading.source import PdfSource, load_source
from chorus_ocr.recognition.recognise import recognise
from chorus_ocr.report import Report
from chorus_ocr.report.fill import forms
from chorus_ocr.report.report import RulesUsed
from chorus_ocr.rules import CHORUS_PRO, RulePack

E = TypeVar("E", bound=StrEnum)


class Checksums(StrEnum):
    """What becomes of an identifier that fails its checksum.

    ``strict``: it stays out of the form. ``flag``: it is kept there, its status still invalid and its warning still
    raised: the portal's sandbox holds such numbers.
    """

    STRICT = "strict"
    FLAG = "flag"


READERS: dict[str, type[Reader]] = {"pdfium": PdfiumReader}
"""The readers by name."""


def read(
    source: PdfSource,
    *,
    pages: PageScope | str = PageScope.FIRST_THREE,
    password: str | None = None,
    file_name: str | None = None,
    reader: Reader | str = "pdfium",
) -> Document:
    """Read the pages of a PDF: the only function that touches a file.

    ``source``: a path, bytes or a file open in binary mode. ``pages``: which pages are in scope. ``password``: tried
    after none. ``file_name``: the name the file is deposited under, where the source does not tell it or tells another.

    Raises ``UnreadableDocument`` (``NotAPdf``, ``EncryptedDocument``, ``DamagedDocument``, ``LimitExceeded``) for a
    file that cannot be read, and ``TypeError`` or ``ValueError`` for a wrong argument.
    """
    scope = _one_of(PageScope, "pages", pages)
    for name, text in (("password", password), ("file_name", file_name)):
        if text is not None and not isinstance(text, str):
            raise TypeError(f"{name} is a str or None, not {_kind(text)}")
    return _reader(reader).read(load_source(source, file_name=file_name), scope=scope, password=password)


def recognize(
    document: Document,
    *,
    rules: RulePack = CHORUS_PRO,
    cadre: Cadre | str = Cadre.A1,
    today: date | None = None,
    lang: Lang | str = Lang.FR,
    checksums: Checksums | str = Checksums.STRICT,
) -> Report:
    """Recognise the fields of a document and check them: a pure function of its arguments.

    ``cadre``: the cadre de facturation chosen on the portal. ``today``: without it the checks of dates do not run, and
    ``Report.not_run`` names them. ``lang``: the language of messages. ``checksums``: see ``Checksums``.

    Raises ``TypeError`` or ``ValueError`` for a wrong argument, and ``RuleError`` when a rule of the pack fills an
    attribute of the form with another type than the form holds.
    """
    if not isinstance(document, Document):
        raise TypeError(f"document is a Document, as read() returns it, not {_kind(document)}")
    if not isinstance(rules, RulePack):
        raise TypeError(f"rules is a RulePack such as CHORUS_PRO, not {_kind(rules)}")
    if today is not None and (isinstance(today, datetime) or not isinstance(today, date)):
        raise TypeError(f"today is a datetime.date or None, not {_kind(today)}")
    chosen_cadre = _one_of(Cadre, "cadre", cadre)
    chosen_lang = _one_of(Lang, "lang", lang)
    keep_failed = _one_of(Checksums, "checksums", checksums) is Checksums.FLAG

    by_name = rules.rules
    recognition = recognise(document, by_name, rules.lexicon, rules.vocabulary, rules.stop_rules)
    seen = Seen(document=document, recognition=recognition, cadre=chosen_cadre, today=today, lang=chosen_lang)
    warnings, not_run = run_checks(rules.checks, seen)
    prefill, completed = forms(recognition, keep_failed=keep_failed)
    return Report(
        prefill=prefill,
        completed=completed,
        warnings=warnings,
        not_run=not_run,
        recognition=recognition,
        document=document,
        rules=RulesUsed.of(rules),
        cadre=chosen_cadre,
        lang=chosen_lang,
        keep_failed=keep_failed,
    )


def scan(
    source: PdfSource,
    *,
    pages: PageScope | str = PageScope.FIRST_THREE,
    password: str | None = None,
    file_name: str | None = None,
    reader: Reader | str = "pdfium",
    rules: RulePack = CHORUS_PRO,
    cadre: Cadre | str = Cadre.A1,
    today: date | None = None,
    lang: Lang | str = Lang.FR,
    checksums: Checksums | str = Checksums.STRICT,
) -> Report:
    """Read a PDF and recognise it: ``recognize(read(source))``, with the arguments of both."""
    document = read(source, pages=pages, password=password, file_name=file_name, reader=reader)
    return recognize(document, rules=rules, cadre=cadre, today=today, lang=lang, checksums=checksums)


def _one_of(kind: type[E], name: str, value: object) -> E:
    """Return the member of an enumeration that an argument names. Raises ``TypeError`` or ``ValueError``."""
    if isinstance(value, kind):
        return value
    if isinstance(value, str) and value in [str(member) for member in kind]:
        return kind(value)
    allowed = ", ".join(repr(str(member)) for member in kind)
    if not isinstance(value, str):
        raise TypeError(f"{name} is one of {allowed}, not {_kind(value)}")
    raise ValueError(f"{name} is one of {allowed}, not {value!r}")


def _reader(reader: Reader | str) -> Reader:
    if isinstance(reader, str) and reader in READERS:
        return READERS[reader]()
    allowed = ", ".join(map(repr, READERS))
    if isinstance(reader, str):
        raise ValueError(f"reader is one of {allowed}, or a Reader, not {reader!r}")
    if isinstance(reader, type) or not callable(getattr(reader, "read", None)):
        raise TypeError(f"reader is one of {allowed}, or a Reader, not {_kind(reader)}")
    return reader


def _kind(value: object) -> str:
    return f"the class {value.__name__}" if isinstance(value, type) else type(value).__name__
