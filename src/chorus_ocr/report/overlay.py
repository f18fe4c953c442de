"""The decisions on a page as marks: each place that might have been a value, by number, and what became of it.

It tells what ``report.fields`` holds, in the words of ``report.explain``, and decides nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from chorus_ocr.compliance.messages import Lang, Text
from chorus_ocr.compliance.verdicts import why
from chorus_ocr.compliance.warning import ComplianceWarning
from chorus_ocr.drawing.marks import FRAMES, MOST_MARKS, MOST_ROWS, MOST_WORDS, SIGNS, Kind, Mark, Row, Sheet, Tie, cut
from chorus_ocr.reading.document import Box, Page
from chorus_ocr.reading.shown import LEAST, prints
from chorus_ocr.recognition.candidate import Candidate, Decision, Status, Verdict
from chorus_ocr.report.explain import announced
from chorus_ocr.report.phrases import STATUSES
from chorus_ocr.report.reported import Reported

MOST_PAGES: Final = 10
"""How many pages are drawn of a document, where no page is asked for."""

MOST_CANDIDATES: Final = 12
"""Of one field on one page, that the table names; the drawing shows them all."""

MOST_WARNINGS: Final = 60
MOST_RAW: Final = 60
"""Characters of a print that the table shows."""

VERDICT_LABEL: Final = 60
"""Characters of a verdict that stand on the page, where one field is shown alone."""

KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        Verdict.CHOSEN: Kind.TAKEN,
        Verdict.SAME_VALUE: Kind.SAME,
        Verdict.RIVAL: Kind.DOUBTFUL,
        Verdict.CHECKSUM: Kind.DOUBTFUL,
        Verdict.IMPOSSIBLE_DATE: Kind.DOUBTFUL,
        Verdict.AMBIGUOUS_DATE: Kind.DOUBTFUL,
    }
)
"""How a candidate is marked by its verdict; with any other it was set aside."""

LEGEND: Final[Mapping[Kind, Text]] = MappingProxyType(
    {
        Kind.TAKEN: Text("retenu", "taken"),
        Kind.SAME: Text("= dit la même chose", "= says the same"),
        Kind.DOUBTFUL: Text("? annoncé, non retenu", "? announced, not taken"),
        Kind.SET_ASIDE: Text("× écarté", "× set aside"),
        Kind.KEYWORD: Text("mot-clé → ce qu'il annonce", "keyword → what it announces"),
        Kind.WARNING: Text("! avertissement", "! warning"),
    }
)

_TITLE = Text("Page {number} sur {count}", "Page {number} of {count}")
_HEADS = (Text("Repère", "Mark"), Text("Champ", "Field"), Text("Lecture", "Reading"))
_UNANSWERED = Text("« {word} » : aucune valeur à portée", "« {word} »: no value in reach")
_HERE = Text("Rien sur cette page", "Nothing on this page")
_MORE = Text("et {count} autres", "and {count} more")
_WORDS = Text("{drawn} mots dessinés sur {count}.", "{drawn} of {count} words are drawn.")
_MARKS = Text(
    "{drawn} repères dessinés sur {count} ; « .show(field=…) » montre ceux d'un champ.",
    "{drawn} of {count} marks are drawn; « .show(field=…) » shows those of one field.",
)
_ROWS = Text("{drawn} lignes sur {count} dans la table.", "{drawn} of {count} rows stand in the table.")
_PAGES = Text("{drawn} pages dessinées sur {count} lues.", "{drawn} of the {count} pages read are drawn.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A candidate on a page, the field it is one of, and the number of its place."""

    field: str
    candidate: Candidate[object]
    number: int

    @property
    def kind(self) -> Kind:
        """How it is marked."""
        return KINDS.get(self.candidate.verdict, Kind.SET_ASIDE)

    @property
    def tag(self) -> str:
        """What its mark is called."""
        return f"{SIGNS[self.kind]}{self.number}"


def drawn_pages(report: Reported) -> list[int]:
    """Return the numbers of the pages that are drawn where none is asked for: none of a document without its words."""
    return [] if report.document.bare else [page.number for page in report.document.pages[:MOST_PAGES]]


def sheet(report: Reported, number: int, field: str | None = None) -> Sheet:
    """Return a page in scope with the decisions on it; ``field``: those of one field only.

    The number of a place is the same whichever field is shown.
    """
    page, lang = report.document.page(number), report.lang
    placed = [each for each in _placed(report, number) if field in (None, each.field)]
    warnings = [each for each in report.warnings if field in (None, each.field) and _belongs(each, report, number)]
    marks = [*_frames(placed, report, alone=field is not None), *_keywords(placed), *_warning_marks(warnings, number)]
    if field is not None:
        marks += _unanswered(report.recognition[field], number, lang)
    ties = _ties(placed)
    used = {mark.kind for mark in marks}
    rows = [*_rows(placed, report, number, field), *_warning_rows(warnings)]
    return Sheet(
        title=_TITLE.in_lang(lang, number=number, count=report.document.page_count),
        file=report.document.file_name or "<bytes>",
        width=max(page.width, LEAST),
        height=max(page.height, LEAST),
        words=prints(page),
        images=page.images,
        marks=tuple(marks),
        ties=ties,
        legend=tuple((kind, text.in_lang(lang)) for kind, text in LEGEND.items() if kind in used),
        heads=(_HEADS[0].in_lang(lang), _HEADS[1].in_lang(lang), _HEADS[2].in_lang(lang)),
        rows=tuple(rows),
        notes=tuple(_notes(report, page, len(marks), len(rows))),
    )


def _placed(report: Reported, number: int) -> Iterator[Placed]:
    """Yield the candidates on a page, field by field; places are numbered in the order in which a person reads."""
    own = [
        (name, each)
        for name, decision in report.recognition.items()
        for each in decision.candidates
        if each.page == number
    ]
    places = sorted({each.box for _, each in own}, key=lambda box: (round(box.top), box))
    numbers = {box: at for at, box in enumerate(places, start=1)}
    for name, each in own:
        yield Placed(field=name, candidate=each, number=numbers[each.box])


def _frames(placed: Sequence[Placed], report: Reported, *, alone: bool) -> Iterator[Mark]:
    by_box: dict[Box, list[Placed]] = {}
    for each in placed:
        by_box.setdefault(each.candidate.box, []).append(each)
    for box, own in by_box.items():
        best = min(own, key=lambda each: FRAMES.index(each.kind))
        told = "\n".join(_in_words(each, report) for each in own)
        label = f"{best.tag} {cut(why(best.candidate, report.lang), VERDICT_LABEL)}" if alone else best.tag
        yield Mark(kind=best.kind, box=box, label=label, told=told)


def _keywords(placed: Sequence[Placed]) -> Iterator[Mark]:
    for each in placed:
        if each.candidate.keyword_box is not None and each.candidate.keyword_box != each.candidate.box:
            told = f"« {each.candidate.keyword} »" if each.candidate.keyword else ""
            yield Mark(kind=Kind.KEYWORD, box=each.candidate.keyword_box, told=told)


def _unanswered(decision: Decision[object], number: int, lang: Lang) -> Iterator[Mark]:
    for each in decision.unanswered:
        if each.page == number:
            told = _UNANSWERED.in_lang(lang, word=each.keyword)
            yield Mark(kind=Kind.KEYWORD, box=each.box, told=told)


def _ties(placed: Sequence[Placed]) -> tuple[Tie, ...]:
    ties: dict[tuple[Box, Box], Tie] = {}
    for each in sorted(placed, key=lambda each: FRAMES.index(each.kind)):
        keyword, value = each.candidate.keyword_box, each.candidate.box
        if keyword is not None and keyword != value:
            ties.setdefault((keyword, value), Tie(keyword=keyword, value=value, kind=each.kind))
    return tuple(ties.values())


def _warning_marks(warnings: Sequence[ComplianceWarning], number: int) -> Iterator[Mark]:
    for each in warnings[:MOST_WARNINGS]:
        if each.page == number and each.box is not None:
            told = f"{each.code} {each.message}"
            yield Mark(kind=Kind.WARNING, box=each.box, label=f"{SIGNS[Kind.WARNING]}{each.code}", told=told)


def _belongs(warning: ComplianceWarning, report: Reported, number: int) -> bool:
    """Whether a warning is told beside a page: its own, or the first one where it has none that was read."""
    numbers = [page.number for page in report.document.pages]
    return warning.page == number or (warning.page not in numbers and number == numbers[0])


def _rows(placed: Sequence[Placed], report: Reported, number: int, field: str | None) -> Iterator[Row]:
    lang, blank = report.lang, []
    for name, rule in report.rules.fields.items():
        if field not in (None, name):
            continue
        decision = report.recognition[name]
        own = [each for each in placed if each.field == name]
        title = f"{rule.label}, {STATUSES[decision.status].in_lang(lang)}"
        if not own:
            blank.append(f"{rule.label} ({STATUSES[decision.status].in_lang(lang)}{_elsewhere(decision, number)})")
        for each in _told_first(own, decision):
            yield Row(tag=each.tag, kind=each.kind, title=title, told=_reading(each, lang))
        if len(own) > MOST_CANDIDATES:
            more = _MORE.in_lang(lang, count=len(own) - MOST_CANDIDATES)
            yield Row(tag="", kind=None, title=title, told=(more,))
    if blank:
        yield Row(tag="", kind=None, title=_HERE.in_lang(lang), told=(" ; ".join(blank),))


def _told_first(own: Sequence[Placed], decision: Decision[object]) -> Sequence[Placed]:
    return sorted(own, key=lambda each: each.candidate is not decision.choice)[:MOST_CANDIDATES]


def _elsewhere(decision: Decision[object], number: int) -> str:
    pages = sorted({each.page for each in decision.candidates})
    return f", page {', '.join(map(str, pages))}" if pages and decision.status is not Status.ABSENT else ""


def _reading(each: Placed, lang: Lang) -> tuple[str, ...]:
    candidate = each.candidate
    return (f"« {cut(candidate.raw, MOST_RAW)} », {announced(candidate, lang)} : {why(candidate, lang)}",)


def _in_words(each: Placed, report: Reported) -> str:
    reading = " ".join(_reading(each, report.lang))
    return f"{each.tag} {report.rules.fields[each.field].label} – {reading}"


def _warning_rows(warnings: Sequence[ComplianceWarning]) -> Iterator[Row]:
    for each in warnings[:MOST_WARNINGS]:
        tag = f"{SIGNS[Kind.WARNING]}{each.code}"
        yield Row(tag=tag, kind=Kind.WARNING, title=each.title, told=(each.message, each.hint))


def _notes(report: Reported, page: Page, marks: int, rows: int) -> Iterator[str]:
    lang, pages = report.lang, len(report.document.pages)
    told = ((_WORDS, MOST_WORDS, len(page.words)), (_MARKS, MOST_MARKS, marks), (_ROWS, MOST_ROWS, rows))
    for text, most, count in told:
        if count > most:
            yield text.in_lang(lang, drawn=most, count=count)
    if pages > MOST_PAGES and page.number == report.document.pages[0].number:
        yield _PAGES.in_lang(lang, drawn=MOST_PAGES, count=pages)
