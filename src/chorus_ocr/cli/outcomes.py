"""What becomes of the files of a command line, in their order: scanned here one by one, or by worker processes."""

from collections.abc import Callable, Generator, Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from chorus_ocr.cli.arguments import Arguments
from chorus_ocr.cli.failures import NO_PDF, cause_of_walk
from chorus_ocr.cli.files import pdf_files
from chorus_ocr.errors import UnreadableDocument
from chorus_ocr.report import Report

if TYPE_CHECKING:
    from chorus_ocr.scanning_many import ScanResult

Outcome = Report | Exception
"""A report, or what kept a file from being read."""


def outcomes(arguments: Arguments, scan: Callable[..., Report]) -> Generator[tuple[str, Outcome], None, None]:
    """Yield each file with what became of it; ``scan`` is called where no process of its own is asked for."""
    today = datetime.now().astimezone().date()
    if arguments.workers is None and arguments.timeout is None and not arguments.isolated:
        yield from _outcomes_of_this_process(arguments, scan, today)
    else:
        yield from _outcomes_of_workers(arguments, today)


def _outcomes_of_this_process(
    arguments: Arguments, scan: Callable[..., Report], today: date
) -> Iterator[tuple[str, Outcome]]:
    files = list(_files(arguments.paths))
    how = _how(arguments, today)
    if len(files) == 1:  # the bar belongs to a room that one file does without
        [(path, failure)] = files
        yield path, failure or _outcome(path, scan, how)
        return
    from chorus_ocr.tuning.progress import Bar

    with Bar() as bar:
        for done, (path, failure) in enumerate(files):
            bar.show(done, len(files))
            outcome = failure or _outcome(path, scan, how)
            bar.wipe()
            yield path, outcome


def _outcomes_of_workers(arguments: Arguments, today: date) -> Iterator[tuple[str, Outcome]]:
    # Loaded here: one file does without.
    from chorus_ocr.scanning_many import scan_many
    from chorus_ocr.tuning.progress import Bar

    files = list(_files(arguments.paths))
    paths = [path for path, failure in files if failure is None]
    with Bar() as bar:
        results = scan_many(
            paths,
            workers=arguments.workers or 1,
            timeout=arguments.timeout,
            progress=lambda done, _: bar.show(done, len(paths)),
            **_how(arguments, today),
        )
        try:
            for path, failure in files:
                outcome = failure or _outcome_of(next(results))
                bar.wipe()
                yield path, outcome
        finally:
            results.close()


def _outcome_of(result: "ScanResult") -> Outcome:
    outcome = result.report or result.error
    assert outcome is not None
    return outcome


def _how(arguments: Arguments, today: date) -> dict[str, Any]:
    return {
        "rules": arguments.pack,
        "pages": arguments.pages,
        "password": arguments.password,
        "cadre": arguments.cadre,
        "today": today,
        "directory": arguments.directory,
        "lang": arguments.lang,
        "checksums": arguments.checksums,
    }


def _outcome(path: str, scan: Callable[..., Report], how: dict[str, Any]) -> Outcome:
    try:
        return scan(path, **how)
    except Exception as error:  # a fault of ours on one file must not keep the others from being scanned
        return error


def _files(arguments: list[str]) -> Iterator[tuple[str, Exception | None]]:
    """Yield the files that arguments name, and what cannot be walked with the reason."""
    for argument in arguments:
        failures: list[OSError] = []
        path = None
        for path in pdf_files(argument, failures.append):
            yield path, None
        for failure in failures:
            yield str(failure.filename or argument), UnreadableDocument(argument, cause_of_walk(failure))
        if path is None and not failures:
            yield argument, UnreadableDocument(argument, NO_PDF.en)
