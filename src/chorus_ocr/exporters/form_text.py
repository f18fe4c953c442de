"""The clerk's sheet as text: one field a line, blanks to write on, what to look for under them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from chorus_ocr.compliance.messages import Text
from chorus_ocr.drawing.printable import safe
from chorus_ocr.drawing.wrapping import wrapped
from chorus_ocr.recognition.candidate import Status
from chorus_ocr.report.html import phrases
from chorus_ocr.report.phrases import SEVERITIES, STATUSES

if TYPE_CHECKING:
    from chorus_ocr.exporters.form import FormLine, FormSheet

BLANK: Final = "_" * 14
GAP: Final = "  "
WIDEST: Final = 20
"""Characters of a value beside which its notes still stand; of a longer one they stand below."""

LEAST: Final = 30
"""Characters that a note has at least, however narrow the lines."""

TITLE: Final = Text("Feuille de saisie Chorus Pro", "Chorus Pro keying sheet")
COMPUTED: Final = STATUSES[Status.INFERRED]


def form_text(sheet: "FormSheet", *, width: int, name: str | None) -> str:
    """Return the sheet as text that ends in a line break."""
    return "\n".join(_lines(sheet, width, name)) + "\n"


def _lines(sheet: "FormSheet", width: int, name: str | None) -> Iterator[str]:
    lang = sheet.lang
    yield f"{TITLE.in_lang(lang)} – {safe(name or sheet.file or '<bytes>')}"
    every = [line for block in sheet.blocks for line in block.lines]
    labels = max(len(safe(line.label)) for line in every)
    beside = [len(line.value) for line in every if line.computed or line.notes]
    values = max([len(BLANK), *(size for size in beside if size <= WIDEST)])
    for alert in sheet.alerts:
        yield from _alert(f"{SEVERITIES[alert.severity].in_lang(lang)} {alert.code}", alert.message, alert.hint, width)
    for block in sheet.blocks:
        yield ""
        yield safe(block.title)
        for line in block.lines:
            yield from _line(sheet, line, labels, values, width)
    if sheet.computed:
        yield ""
        yield from wrapped(phrases.NOT_PRINTED.in_lang(lang), width)


def _alert(head: str, message: str, hint: str, width: int) -> Iterator[str]:
    indent = " " * (len(head) + len(GAP))
    room = max(width - len(indent), LEAST)
    for at, line in enumerate(wrapped(safe(message), room)):
        yield f"{head}{GAP}{line}" if at == 0 else indent + line
    for at, line in enumerate(wrapped(safe(hint), room - 2)) if hint else ():
        yield indent + ("→ " if at == 0 else "  ") + line


def _line(sheet: "FormSheet", line: "FormLine", labels: int, values: int, width: int) -> Iterator[str]:
    notes = [*([COMPUTED.in_lang(sheet.lang)] if line.computed else []), *line.notes]
    shown = safe(line.value) or BLANK
    head = f"{GAP}{safe(line.label).ljust(labels)}{GAP}{shown.ljust(values)}"
    indent = " " * (len(GAP) * 3 + labels + values)
    told = [part for note in notes for part in wrapped(safe(note), max(width - len(indent), LEAST))]
    yield f"{head}{GAP}{told[0]}" if told and len(head) <= len(indent) else head.rstrip()
    for part in told if len(head) > len(indent) else told[1:]:
        yield indent + part.strip()
