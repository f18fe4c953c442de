"""Where everything meets: read a file, recognise its fields, check them.

The module is not named after ``scan()``: a submodule of that name would take the function's place in the package.
"""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from chorus_ocr.arguments import check_day, check_directory, check_rules, kind_of, one_of
from chorus_ocr.compliance.cadre import Cadre
from chorus_ocr.compliance.check import run_checks
from chorus_ocr.compliance.directory import Directory
from chorus_ocr.compliance.messages import Lang
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.reading.document import Document, PageScope
from chorus_ocr.reading.limits import DEFAULT_LIMITS, Limits
from chorus_ocr.reading.pdfium import PdfiumReader
from chorus_ocr.reading.reader import Reader
from chorus_ocr.reading.source import PdfSource, Source, load_source
from chorus_ocr.recognition.candidate import Recognition
from chorus_ocr.recognition.recognise import recognise
from chorus_ocr.recognition.timed import under_timeout
from chorus_ocr.report import Report
from chorus_ocr.report.fill import forms
from chorus_ocr.report.rules_used import RulesUsed
from chorus_ocr.rules import CHORUS_PRO, RulePack


class Checksums(StrEnum):
    """What becomes of an identifier that fails its checksum.

    ``strict``: it stays out of the form. ``flag``: it is kept there, its status still invalid and its warning still
    raised: the portal's sandbox holds such numbers.
    """

    STRICT = "strict"
    FLAG = "flag"


def _pdfplumber() -> Reader:
    # Imported where it is asked for: it costs more than reading most invoices does.
    from chorus_ocr.reading.plumber import PdfplumberReader

    return PdfplumberReader()


READERS: dict[str, Callable[[], Reader]] = {"pdfium": PdfiumReader, "pdfplumber": _pdfplumber}
"""What makes a reader, by its name."""


def read(
    source: PdfSource,
    *,
    pages: PageScope | str = PageScope.FIRST_THREE,
    password: str | None = None,
    file_name: str | None = None,
    reader: Reader | str = "pdfium",
    limits: Limits = DEFAULT_LIMITS,
    isolated: bool = False,
) -> Document:
    """Read the pages of a PDF: the only function that touches a file.

    ``source``: a path, bytes or a file open in binary mode. ``pages``: which pages are in scope. ``password``: tried
    after none. ``file_name``: the name the file is deposited under, where the source does not tell it or tells another.
    ``reader``: ``pdfium``, ``pdfplumber`` (slow: to compare with) or a ``Reader`` of the application's own.
    ``limits``: the largest document that is taken on, see ``Limits``.
    ``isolated``: the PDF engine works in a process of its own, which ``limits.seconds`` and ``limits.memory`` bound; a
    file that crashes the engine ends that process only. The source is loaded here.

    Raises ``UnreadableDocument`` (``NotAPdf``, ``EncryptedDocument``, ``DamagedDocument``, ``LimitExceeded``) for a
    file that cannot be read, and ``TypeError`` or ``ValueError`` for a wrong argument; with ``isolated``, also
    ``IsolationError`` where no process starts.
    """
    if file_name is not None and not isinstance(file_name, str):
        raise TypeError(f"file_name is a str or None, not {kind_of(file_name)}")
    way = way_of_reading(pages=pages, password=password, reader=reader, limits=limits)
    loaded = way.load(source, file_name)
    return way.read_isolated(loaded) if isolated else way.read(loaded)


def recognize(
    document: Document,
    *,
    rules: RulePack = CHORUS_PRO,
    cadre: Cadre | str = Cadre.A1,
    today: date | None = None,
    directory: Directory | None = None,
    lang: Lang | str = Lang.FR,
    checksums: Checksums | str = Checksums.STRICT,
    limits: Limits = DEFAULT_LIMITS,
) -> Report:
    """Recognise the fields of a document and check them: a pure function of its arguments.

    ``cadre``: the cadre de facturation chosen on the portal. ``today``: without it the checks of dates do not run, and
    ``Report.not_run`` names them. ``directory``: knows what each public body asks for; likewise. ``lang``: the language
    of messages. ``checksums``: see ``Checksums``. ``limits``: of these, ``seconds_per_pattern`` alone holds here.

    Raises ``TypeError`` or ``ValueError`` for a wrong argument, ``RuleError`` when a rule of the pack fills an
    attribute of the form with another type than the form holds, and ``LimitExceeded`` when a pattern that such a rule
    brings runs too long.
    """
    if not isinstance(document, Document):
        raise TypeError(f"document is a Document, as read() returns it, not {kind_of(document)}")
    if document.bare:
        raise ValueError("the document is that of a report that came back from its data: it has no words to recognise")
    way = way_of_recognising(
        rules=rules, cadre=cadre, today=today, directory=directory, lang=lang, checksums=checksums, limits=limits
    )
    keep_failed = way.checksums is Checksums.FLAG

    by_name = rules.rules
    running = under_timeout(by_name, rules.brought, way.limits.seconds_per_pattern, document.file_name or "<document>")

    def again(other: Document) -> Recognition:
        return recognise(other, running, rules.lexicon, rules.vocabulary, rules.stop_rules)

    recognition = again(document)
    seen = Seen(
        document=document,
        recognition=recognition,
        cadre=way.cadre,
        today=today,
        directory=directory,
        lang=way.lang,
        rules=by_name,
        again=again,
    )
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
        cadre=way.cadre,
        lang=way.lang,
        keep_failed=keep_failed,
    )


def scan(
    source: PdfSource,
    *,
    pages: PageScope | str = PageScope.FIRST_THREE,
    password: str | None = None,
    file_name: str | None = None,
    reader: Reader | str = "pdfium",
    limits: Limits = DEFAULT_LIMITS,
    isolated: bool = False,
    rules: RulePack = CHORUS_PRO,
    cadre: Cadre | str = Cadre.A1,
    today: date | None = None,
    directory: Directory | None = None,
    lang: Lang | str = Lang.FR,
    checksums: Checksums | str = Checksums.STRICT,
) -> Report:
    """Read a PDF and recognise it: ``recognize(read(source))``, with the arguments of both."""
    document = read(
        source,
        pages=pages,
        password=password,
        file_name=file_name,
        reader=reader,
        limits=limits,
        isolated=isolated,
    )
    return recognize(
        document,
        rules=rules,
        cadre=cadre,
        today=today,
        directory=directory,
        lang=lang,
        checksums=checksums,
        limits=limits,
    )


class WayOfReading(NamedTuple):
    """How sources are read: the arguments of ``read()``, checked."""

    scope: PageScope
    password: str | None
    reader: Reader
    limits: Limits

    def load(self, source: PdfSource, file_name: str | None = None) -> Source:
        """Return the bytes of a source."""
        return load_source(source, file_name=file_name, limits=self.limits)

    def read(self, source: Source) -> Document:
        """Return the document in a source, read in this process."""
        return self.reader.read(source, scope=self.scope, password=self.password, limits=self.limits)

    def read_isolated(self, source: Source) -> Document:
        """Return the document in a source, read in a process of its own."""
        # Not at the top: what starts processes takes longer to load than most invoices take to read.
        from chorus_ocr.reading.isolated import read_isolated

        return read_isolated(self.reader, source, scope=self.scope, password=self.password, limits=self.limits)


class WayOfRecognising(NamedTuple):
    """How documents are recognised: the arguments of ``recognize()``, checked."""

    rules: RulePack
    cadre: Cadre
    today: date | None
    directory: Directory | None
    lang: Lang
    checksums: Checksums
    limits: Limits

    def recognize(self, document: Document) -> Report:
        """Return the report on a document."""
        return recognize(
            document,
            rules=self.rules,
            cadre=self.cadre,
            today=self.today,
            directory=self.directory,
            lang=self.lang,
            checksums=self.checksums,
            limits=self.limits,
        )


def way_of_reading(
    *, pages: PageScope | str, password: str | None, reader: Reader | str, limits: Limits
) -> WayOfReading:
    """Check the arguments of ``read()``. Raises ``TypeError`` or ``ValueError`` for a wrong one."""
    scope = one_of(PageScope, "pages", pages)
    if password is not None and not isinstance(password, str):
        raise TypeError(f"password is a str or None, not {kind_of(password)}")
    return WayOfReading(scope=scope, password=password, reader=_reader(reader), limits=_limits(limits))


def way_of_recognising(
    *,
    rules: RulePack,
    cadre: Cadre | str,
    today: date | None,
    directory: Directory | None,
    lang: Lang | str,
    checksums: Checksums | str,
    limits: Limits,
) -> WayOfRecognising:
    """Check the arguments of ``recognize()``. Raises ``TypeError`` or ``ValueError`` for a wrong one."""
    check_rules(rules)
    check_day(today)
    check_directory(directory)
    return WayOfRecognising(
        rules=rules,
        cadre=one_of(Cadre, "cadre", cadre),
        today=today,
        directory=directory,
        lang=one_of(Lang, "lang", lang),
        checksums=one_of(Checksums, "checksums", checksums),
        limits=_limits(limits),
    )


def _limits(limits: object) -> Limits:
    if not isinstance(limits, Limits):
        raise TypeError(f"limits is a Limits, not {kind_of(limits)}")
    return limits


def _reader(reader: Reader | str) -> Reader:
    if isinstance(reader, str) and reader in READERS:
        return READERS[reader]()
    allowed = ", ".join(map(repr, READERS))
    if isinstance(reader, str):
        raise ValueError(f"reader is one of {allowed}, or a Reader, not {reader!r}")
    if isinstance(reader, type) or not callable(getattr(reader, "read", None)):
        raise TypeError(f"reader is one of {allowed}, or a Reader, not {kind_of(reader)}")
    return reader
