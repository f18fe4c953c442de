"""Reads a golden block back: its lines laid out as words, without a PDF, and recognised as any page is."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from chorus_ocr.compliance.messages import Lang, Text, written
from chorus_ocr.golden.block import GoldenBlock
from chorus_ocr.golden.faults import Fault
from chorus_ocr.prefill import Prefill
from chorus_ocr.reading.document import Document, Page, WordTable
from chorus_ocr.recognition.candidate import Recognition, Status
from chorus_ocr.recognition.recognise import recognise
from chorus_ocr.rules import RulePack

_SIZE: Final = 10.0
_CHAR: Final = 5.0
"""The width of a character of typewriter print, in points."""
_LEADING: Final = 14.0
_MARGIN: Final = 40.0
_GUTTER: Final = 20.0
_A4: Final = (595.0, 842.0)
_BLACK: Final = 0x000000FF

NOT_READ: Final = Text("« {value} » ne se relirait pas ({status})", "« {value} » would not be read back ({status})")
READ_AS: Final = Text("« {value} » serait relu « {read} »", "« {value} » would be read back as « {read} »")
SAID_BESIDES: Final = Text(
    "le bloc dit aussi « {read} » : l'indiquer, ou retirer ce qui le dit",
    "the block says « {read} » as well: give it, or leave out what says so",
)

_Cells = Sequence[tuple[float, str]]


def read_back(prefill: Prefill, block: GoldenBlock, rules: RulePack) -> Iterator[Fault]:
    """Yield every field that does not come back as it was, from the lines of a block or from its table."""
    told: set[str] = set()
    for drawn in (_as_lines(block), _as_table(block)):
        seen = recognise(drawn, rules.rules, rules.lexicon, rules.vocabulary, rules.stop_rules)
        for fault in _differences(prefill, seen, rules):
            if fault.field not in told:
                told.add(fault.field)
                yield fault


def _differences(prefill: Prefill, seen: Recognition, rules: RulePack) -> Iterator[Fault]:
    for name, rule in rules.rules.items():
        decision = seen[name]
        meant = getattr(prefill, name)
        read = decision.value if decision.status is Status.FOUND else None
        if read == meant:
            continue
        arguments = {"value": _shown(meant, rule.value.name), "read": _shown(read, rule.value.name)}
        if meant is None:
            yield Fault(name, SAID_BESIDES, arguments)
        elif read is None:
            yield Fault(name, NOT_READ, {**arguments, "status": str(decision.status)})
        else:
            yield Fault(name, READ_AS, arguments)


def _shown(value: object, kind: str) -> str:
    return "" if value is None else written(value, Lang.FR, kind)


def _as_lines(block: GoldenBlock) -> Document:
    return _document([(_MARGIN, str(line))] for line in block.lines)


def _as_table(block: GoldenBlock) -> Document:
    rows = block.to_rows()
    second = _MARGIN + _GUTTER + _CHAR * max((len(label) for label, _ in rows), default=0)
    return _document([(_MARGIN, label), (second, value)] for label, value in rows)


def _document(lines: Iterable[_Cells]) -> Document:
    words: list[tuple[str, float, float]] = []
    top = _MARGIN
    for cells in lines:
        for x, text in cells:
            at = x
            for word in text.split(" "):
                if word:
                    words.append((word, at, top))
                at += (len(word) + 1) * _CHAR
        top += _LEADING
    ends = [x + len(word) * _CHAR for word, x, _ in words]
    count = len(words)
    page = Page(
        number=1,
        width=max(_A4[0], _MARGIN + max(ends, default=0.0)),
        height=max(_A4[1], top + _MARGIN),
        words=WordTable(
            text=tuple(word for word, _, _ in words),
            x0=tuple(x for _, x, _ in words),
            top=tuple(y for _, _, y in words),
            x1=tuple(ends),
            bottom=tuple(y + _SIZE for _, _, y in words),
            size=(_SIZE,) * count,
            colour=(_BLACK,) * count,
            mode=(0,) * count,
            angle=(0,) * count,
        ),
    )
    return Document(pages=(page,), page_count=1)
