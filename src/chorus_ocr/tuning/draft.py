"""A sidecar drafted from a report, for a person to compare with the page and correct."""

from collections.abc import Iterator, Mapping
from pathlib import PurePath

from chorus_ocr.recognition.candidate import Candidate, Decision, Status, Verdict
from chorus_ocr.report import Report
from chorus_ocr.report.plain import Json, plain
from chorus_ocr.tuning.printed import Print
from chorus_ocr.tuning.truth import Truth, plain_truth

UNNAMED = "document"
"""The ``id`` of a truth about bytes that nobody named."""

_BAD = (Verdict.CHECKSUM, Verdict.IMPOSSIBLE_DATE)


def draft_truth(report: Report, *, name: str | None = None) -> dict[str, Json]:
    """Return a sidecar as a report would have it: every field of the pack, null where the form stays blank.

    It is a draft: ``complete`` is false until a person has compared it with the page. An inferred value stands in
    ``derivable``, a printed one that cannot be right in ``invalid``, values that cannot be told apart in ``rivals``,
    and ``notes`` names each of them, and valid values that no keyword announces. ``name`` is its ``id``, by default
    the name of the file without ``.pdf``.

    ``Truth.from_dict`` reads it, ``write_truth`` writes it. Raises ``ValueError`` for a report that came back from its
    data, which has no words.
    """
    if report.document.bare:
        raise ValueError("a draft is made of the words of the pages, and the report came back from its data")
    decisions = report.fields
    printed = {
        each: (decision.value if decision.status is Status.FOUND else None) for each, decision in decisions.items()
    }
    data: dict[str, object] = {
        "id": name or _stem(report.document.file_name) or UNNAMED,
        "origin": "draft",
        "kind": str(report.recognition.kind),
        "language": Print.of(report.document).language,
        "complete": False,
        "truth_source": f"draft by {report.rules.name} {report.rules.version}, not yet read by a person",
        "text_extractable": any(len(page.words) for page in report.document.pages),
        "prefill": printed,
        "invalid": {each: text for each, decision in decisions.items() if (text := _invalid(decision)) is not None},
        "rivals": {each: values for each, decision in decisions.items() if (values := _rivals(decision))},
        "derivable": {
            each: decision.value for each, decision in decisions.items() if decision.status is Status.INFERRED
        },
        "labels": {
            each: choice.keyword
            for each, decision in decisions.items()
            if (choice := decision.choice) is not None and choice.keyword
        },
        "notes": " ".join(_notes(decisions)),
    }
    return Truth.from_dict({key: plain_truth(value) for key, value in data.items()}).to_dict()


def _invalid(decision: Decision[object]) -> str | None:
    if decision.status is not Status.INVALID:
        return None
    best = next((each for each in decision.candidates if each.verdict in _BAD), None)
    return None if best is None else _text(best)


def _rivals(decision: Decision[object]) -> list[str]:
    if decision.status is not Status.AMBIGUOUS:
        return []
    return list(dict.fromkeys(_text(each) for each in decision.candidates if each.verdict == Verdict.RIVAL))


def _notes(decisions: Mapping[str, Decision[object]]) -> Iterator[str]:
    for name, decision in decisions.items():
        match decision.status:
            case Status.INFERRED:
                yield f"{name} is inferred from {', '.join(decision.premises)}."
            case Status.AMBIGUOUS:
                yield f"{name} is ambiguous: {', '.join(_rivals(decision))}."
            case Status.INVALID:
                yield f"{name} is invalid: {_invalid(decision)}."
            case Status.ABSENT:
                silent = [each for each in decision.candidates if each.verdict == Verdict.NOT_ANNOUNCED]
                if silent:
                    values = ", ".join(dict.fromkeys(map(_text, silent)))
                    yield f"{name} is blank, and no keyword announces {values}."


def _text(candidate: Candidate[object]) -> str:
    return candidate.raw if candidate.value is None else str(plain(candidate.value))


def _stem(file_name: str | None) -> str | None:
    return None if file_name is None else PurePath(file_name).stem or None
