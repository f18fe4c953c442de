"""Finds the words of a page that are themselves a value: a mention of exemption, of a factor, of a means of payment."""

import re
from collections.abc import Iterator, Mapping, Sequence

from chorus_ocr.layout.cells import CellSpan
from chorus_ocr.recognition.anchors import Anchor, PageText
from chorus_ocr.recognition.candidate import Detail, Verdict
from chorus_ocr.recognition.field import FieldRule, Relation
from chorus_ocr.recognition.lexicon import Entry, EntryKind
from chorus_ocr.recognition.link import Link, plain_link
from chorus_ocr.recognition.value_at import starts_with_label
from chorus_ocr.values.late import compile_late

_SENTENCE_END = compile_late(r"(?<=[a-zà-ÿ)\d])(?<!\bart)(?<!\bArt)(?<!\bal)\.\s|[;•|]")


def terms_on(rule: FieldRule[object], pages: Sequence[PageText]) -> Iterator[Link]:
    """Yield the words of the page that are themselves a value of the rule."""
    values = dict(rule.terms)
    for page in pages:
        for anchor in page.of_kind(EntryKind.TERM):
            for entry in anchor.entries:
                if entry.kind is not EntryKind.TERM or entry.name != rule.name:
                    continue
                text = page.layout.text[anchor.cell]
                end = anchor.end if anchor.cell == anchor.end_cell else len(text)
                value = values[entry.phrase]
                spans: tuple[CellSpan, ...] = (CellSpan(anchor.cell, anchor.start, end),)
                raw = text[anchor.start : end]
                if rule.value.name == "mention":
                    spans, raw = _sentence(page, anchor, end)
                    value = rule.value.parse(raw).value
                    named = _named_near(rule, page, anchor)
                    if named is not None and rule.value.pattern.search(raw) is None:
                        spans, raw = (named[0],), named[1]
                        value = raw
                link = plain_link(rule, page, spans, raw, value, Relation.ITSELF)
                link.entry = entry._replace(weak=bool(rule.aliases))
                other = _OR_ELSE.match(text, end) or _EITHER.search(text[: anchor.start])
                if other is not None and rule.value.parse(other[1]).value != value:
                    link.reject(Verdict.RIVAL, Detail.ONE_OF_SEVERAL)
                elif _CONDITIONAL.search(page.folded[anchor.cell][: anchor.start]) or not _founded(page, anchor, entry):
                    link.reject(Verdict.NOT_ANNOUNCED, Detail.OTHER_CASE)
                elif rule.value.name == "mode_paiement" and _refused(page.folded[anchor.cell], anchor.start):
                    link.reject(Verdict.NOT_ANNOUNCED, Detail.NOT_CHOSEN)
                yield link


_CONDITIONAL = compile_late(r"\b(?:si|en cas d|lorsque|sauf|quand)\b[^.]*$")
_REFUSED = compile_late(r"interdit|accept|acompte|refuse|ne sont pas")
_LAW = compile_late(r"cgi|tva|t\.v\.a|impot|code general|exoner|autoliquid|livraison|export|intracom|taxe")


def _founded(page: PageText, anchor: Anchor, entry: Entry) -> bool:
    """Whether an article is one of the tax code: « article 261 du bordereau des prix » is none."""
    if not entry.phrase.startswith("art"):
        return True
    near = [anchor.cell, *page.layout.above(anchor.cell, page.layout.size[anchor.cell], most=1)]
    return any(_LAW.search(page.folded[cell]) for cell in near)


_OR_ELSE = compile_late(
    r"\s*(?:,|/|ou|et)\s+(?:par\s+|en\s+)?(virement|ch[èe]que|pr[ée]l[èe]vement|esp[èe]ces|carte)", re.I
)
"""A choice of means of payment is none."""
_EITHER = compile_late(
    r"\b(virement|ch[èe]que|pr[ée]l[èe]vement|esp[èe]ces|carte)\s*(?:,|/|ou|et)\s+(?:par\s+|en\s+)?\Z", re.I
)
"""The same, before the last of them: « par virement ou par chèque »."""


def _refused(folded: str, at: int) -> bool:
    """Whether the sentence that holds a means of payment refuses it, only accepts it or tells of a deposit."""
    start = folded.rfind(". ", 0, at) + 1
    end = folded.find(". ", at)
    return _REFUSED.search(folded, start, end if end > 0 else len(folded)) is not None


def reject_refused_modes(links: Mapping[str, list[Link]]) -> None:
    """Reject a means of payment that a sentence refuses or only accepts: « les chèques ne sont pas acceptés »."""
    for own in links.values():
        for link in own:
            if link.rule.value.name == "mode_paiement" and link.anchor is not None:
                cell = link.spans[0].cell
                if _refused(link.page.folded[cell], link.spans[0].start) or _OR_ELSE.match(
                    link.page.layout.text[cell], link.spans[0].end
                ):
                    link.reject(Verdict.NOT_ANNOUNCED, Detail.NOT_CHOSEN)


def _named_near(rule: FieldRule[object], page: PageText, anchor: Anchor) -> tuple[CellSpan, str] | None:
    """Return the name that a mention is about, where it stands before the mention or on the lines around it."""
    layout = page.layout
    cell, size = anchor.cell, layout.size[anchor.cell]
    for near in (cell, *layout.below(cell, 2.2 * size, most=2), *layout.above(cell, 2.2 * size, most=2)):
        match = rule.value.pattern.search(layout.text[near])
        if match is not None:
            return CellSpan(near, match.start(), match.end()), match.group().strip(" .,;")
    return None


def payees(rule: FieldRule[object], pages: Sequence[PageText]) -> Iterator[Link]:
    """Yield a factor's name in a sentence that tells to pay it: « règlement à l'ordre de Mistral Factor »."""
    for page in pages:
        for cell, folded in enumerate(page.folded):
            if "fact" not in folded or _PAYABLE.search(folded) is None:
                continue  # the trade is in the name, and most cells have neither: looked for first
            match = rule.value.pattern.search(page.layout.text[cell])
            if match is not None and _PAYABLE.search(page.folded[cell][: match.start()]):
                raw = match.group().strip(" .,;")
                yield plain_link(rule, page, (CellSpan(cell, match.start(), match.end()),), raw, raw, Relation.ITSELF)


_PAYABLE = compile_late(
    r"ordre d|regl\w* (?:a|aupres)|pay\w* (?:a|aupres)|creance|cede|subrog|profit d|verse|quittance|cession"
)


def _sentence(page: PageText, anchor: Anchor, end: int) -> tuple[tuple[CellSpan, ...], str]:
    """Return a mention from its first word to the end of its sentence, which may stand on the next line."""
    layout = page.layout
    cell = anchor.end_cell
    spans = [CellSpan(anchor.cell, anchor.start, len(layout.text[anchor.cell]))] if cell != anchor.cell else []
    raw = layout.text[anchor.cell][anchor.start :] if spans else ""
    start = 0 if spans else anchor.start
    for _ in range(MAX_SENTENCE_LINES):
        text = layout.text[cell]
        stop = _SENTENCE_END.search(text, end)
        stop_at = stop.start() if stop else len(text)
        spans.append(CellSpan(cell, start, stop_at))
        raw = f"{raw} {text[start:stop_at]}".strip()
        beside = None if stop else _a_space_apart(page, cell)
        if beside is not None:
            spans.append(CellSpan(beside, 0, len(layout.text[beside])))
            raw = f"{raw} {layout.text[beside]}"
        under = layout.below(cell, 0.9 * layout.size[cell], most=1)
        if stop or raw.endswith(".") or not under or abs(layout.x0[under[0]] - layout.x0[cell]) > layout.size[cell]:
            break
        line = layout.lines[layout.line_of[under[0]]]
        if under[0] > line.start and starts_with_label(page, under[0] - 1):
            break  # « Mode de paiement : | virement »: the value of a label goes on with nothing
        goes_on = (
            layout.text[under[0]][:1].islower() or raw.rsplit(" ", 1)[-1].casefold() in _OPEN_ENDS or raw[-1] == ","
        )
        if not goes_on:
            break
        cell, start, end = under[0], 0, 0
    return tuple(spans), raw


def _a_space_apart(page: PageText, cell: int) -> int | None:
    """Return the cell that goes on with a sentence: only the start of a column has parted it from this one."""
    layout = page.layout
    beside = cell + 1
    if beside not in layout.lines[layout.line_of[cell]]:
        return None
    # « du » and « le » are labels beside a title only.
    if any(not each.start and not all(own.by_title for own in each.entries) for each in page.by_cell.get(beside, ())):
        return None
    return beside if layout.x0[beside] - layout.x1[cell] < SPACE * layout.size[cell] else None


SPACE = 0.6
"""The widest space between two words of a sentence, in multiples of the type size."""

_OPEN_ENDS = frozenset(
    {"de", "du", "des", "la", "le", "les", "à", "au", "aux", "l'ordre", "par", "et", "article", "art."}
)
MAX_SENTENCE_LINES = 3
