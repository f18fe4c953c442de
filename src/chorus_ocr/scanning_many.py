"""Many scans, in processes that are ended when they take too long or too much: one file never stops the others."""

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sized
from dataclasses import dataclass, replace
from datetime import date

from chorus_ocr.compliance.cadre import Cadre
from chorus_ocr.compliance.directory import Directory
from chorus_ocr.compliance.messages import Lang
from chorus_ocr.errors import UnreadableDocument
from chorus_ocr.isolation import Ended, NotImportable, Outcome, Pool
from chorus_ocr.reading.document import PageScope
from chorus_ocr.reading.isolated import unreadable
from chorus_ocr.reading.limits import DEFAULT_LIMITS, Limits
from chorus_ocr.reading.reader import Reader
from chorus_ocr.reading.source import PdfSource, Source
from chorus_ocr.report import Report
from chorus_ocr.rules import CHORUS_PRO, RulePack
from chorus_ocr.scanning import Checksums, WayOfReading, WayOfRecognising, way_of_reading, way_of_recognising

AHEAD = 2
"""How many sources a worker may be ahead of the caller: one that it scans, and one that is ready or waits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanResult:
    """What became of one source of ``scan_many()``: a report, or the error that ``scan()`` would have raised.

    ``index``: its place among the sources, from 0. ``source``: the path as given, the name of an open file, or
    ``<bytes>``. One of ``report`` and ``error`` is None.
    """

    index: int
    source: str
    report: Report | None = None
    error: Exception | None = None

    def get(self) -> Report:
        """Return the report. Raises the error where there is none."""
        if self.report is not None:
            return self.report
        assert self.error is not None
        raise self.error


def scan_many(
    sources: Iterable[PdfSource],
    *,
    workers: int | None = None,
    timeout: float | None = None,
    limits: Limits = DEFAULT_LIMITS,
    ordered: bool = True,
    progress: Callable[[int, int | None], object] | None = None,
    pages: PageScope | str = PageScope.FIRST_THREE,
    password: str | None = None,
    reader: Reader | str = "pdfium",
    rules: RulePack = CHORUS_PRO,
    cadre: Cadre | str = Cadre.A1,
    today: date | None = None,
    directory: Directory | None = None,
    lang: Lang | str = Lang.FR,
    checksums: Checksums | str = Checksums.STRICT,
) -> Generator[ScanResult, None, None]:
    """Scan many PDFs in worker processes: yield a ``ScanResult`` for each, whatever becomes of it.

    ``workers``: how many processes; None for as many as this process may use processors. ``timeout``: seconds for one
    scan; None for ``limits.seconds``. ``ordered``: in the order of the sources, or else as they are done.
    ``progress``: called here with the number of scans done, and that of all where ``sources`` has a length. The other
    arguments are those of ``scan()``.

    Sources are taken as results are: at most two for each worker are ahead of the caller. Paths are read by the
    workers; files are read here, when they are taken. A process that exceeds ``timeout`` or ``limits.memory`` is
    ended and replaced, and the result's error is ``LimitExceeded``; one that dies gives ``DamagedDocument``. An error
    of ``sources`` itself is raised after the results of what came before it. When the generator is closed, forgotten
    or left by an error, every process ends at once.

    Raises ``TypeError`` or ``ValueError`` for a wrong argument, at the call; and ``TypeError``, for the first result,
    where the rules or the reader cannot be imported by another process: define them in a module.
    """
    if isinstance(sources, str | bytes | bytearray | memoryview | os.PathLike) or not isinstance(sources, Iterable):
        raise TypeError(f"sources is an iterable of paths, bytes or binary files, not one {type(sources).__name__}")
    if workers is not None and (isinstance(workers, bool) or not isinstance(workers, int)):
        raise TypeError(f"workers is a number of processes or None, not {type(workers).__name__}")
    if workers is not None and workers < 1:
        raise ValueError(f"workers is at least 1, not {workers}")
    if progress is not None and not callable(progress):
        raise TypeError(f"progress is a function or None, not {type(progress).__name__}")
    reading = way_of_reading(pages=pages, password=password, reader=reader, limits=limits)
    if timeout is not None:
        reading = reading._replace(limits=replace(limits, seconds=timeout))
    recognising = way_of_recognising(
        rules=rules, cadre=cadre, today=today, directory=directory, lang=lang, checksums=checksums, limits=limits
    )
    total = len(sources) if isinstance(sources, Sized) else None
    run = _Run(
        scan=_Scan(reading=reading, recognising=recognising),
        workers=workers or _processors(),
        ordered=ordered,
        report_progress=lambda done: progress(done, total) if progress else None,
    )
    return run.results(iter(sources), run.pool())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scan:
    """A scan but for its source: what a worker is sent once."""

    reading: WayOfReading
    recognising: WayOfRecognising

    def __call__(self, source: str | Source) -> Report:
        loaded = self.reading.load(source) if isinstance(source, str) else source
        return self.recognising.recognize(self.reading.read(loaded))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    scan: _Scan
    workers: int
    ordered: bool
    report_progress: Callable[[int], object]

    def pool(self) -> Pool[str | Source, Report]:
        """Return the workers, none of them started. Raises ``TypeError`` for rules or a reader that do not pickle."""
        limits = self.scan.reading.limits
        return Pool(self.scan, self.workers, seconds=limits.seconds, memory=limits.memory)

    def results(
        self, sources: Iterator[PdfSource], pool: Pool[str | Source, Report]
    ) -> Generator[ScanResult, None, None]:
        """Yield the results. Each is kept nowhere once it is yielded."""
        ready: dict[int, ScanResult] = {}
        labels: dict[int, str] = {}  # of what is being scanned
        taken = given = done = 0
        failure: Exception | None = None
        at_end = False
        with pool:
            while True:
                while not at_end and taken - given < AHEAD * self.workers:
                    try:
                        source = next(sources)
                    except StopIteration:
                        at_end = True
                    except Exception as error:  # whatever the caller's iterable raises, once it is its turn
                        failure, at_end = error, True
                    else:
                        loaded = self._load(taken, source)
                        del source
                        if isinstance(loaded, ScanResult):
                            ready[taken] = loaded
                            done += 1
                            self.report_progress(done)
                        else:
                            labels[taken] = loaded if isinstance(loaded, str) else loaded.label
                            pool.submit(taken, loaded)
                        del loaded
                        taken += 1
                if taken == given:
                    break
                while not (given in ready if self.ordered else ready):
                    outcome = pool.take()
                    ready[outcome.job] = self._result(labels.pop(outcome.job), outcome)
                    del outcome
                    done += 1
                    self.report_progress(done)
                result = ready.pop(given if self.ordered else next(iter(ready)))
                given += 1
                yield result
                del result
        if failure is not None:
            raise failure

    def _load(self, index: int, source: PdfSource) -> str | Source | ScanResult:
        """Return a path, the bytes of anything else, or the result of what cannot be loaded."""
        try:
            if isinstance(source, str | os.PathLike):
                return os.fsdecode(source)
            return self.scan.reading.load(source)
        except Exception as error:  # whatever a file of the caller's own raises
            label = error.source if isinstance(error, UnreadableDocument) else f"<{type(source).__name__}>"
            return ScanResult(index=index, source=label, error=error)

    def _result(self, label: str, outcome: Outcome[Report]) -> ScanResult:
        error = outcome.error
        if isinstance(error, NotImportable):
            raise error  # all of them would fail alike
        if isinstance(error, Ended):
            error = unreadable(label, error)
        return ScanResult(index=outcome.job, source=label, report=outcome.value, error=error)


def _processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
