"""A report without its invoice: every value, name and word of the pages masked, every decision as it was."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import TypeVar

from chorus_ocr.compliance.messages import Lang
from chorus_ocr.compliance.warning import ComplianceWarning, Wording
from chorus_ocr.reading.document import Document, Page, PageText, WordTable
from chorus_ocr.recognition.candidate import Candidate, Decision, Detail, DocumentKind, Recognition, Verdict
from chorus_ocr.recognition.field import FieldRule
from chorus_ocr.recognition.folding import fold
from chorus_ocr.recognition.lexicon import Lexicon, build_lexicon
from chorus_ocr.recognition.vocabulary import Vocabulary
from chorus_ocr.report.mask import Mask

KIBIBYTE = 1024

T = TypeVar("T")

NO_NAMES = frozenset(
    ("eur", "euro", "euros", "xpf", "cfp", "chf", "usd", "gbp", "pdf", "xml", "factur", "x", "zugferd", "invoice")
)
"""Words that name nobody and that a reader needs: currencies, and the names that the norms give to files."""

READABLE = frozenset({"mention", "currency"})
"""Value types whose values are made of words, not of signs that stand for somebody or something."""

_STANDING = frozenset({Verdict.CHOSEN, Verdict.SAME_VALUE, Verdict.RIVAL, Verdict.CHECKSUM})
_CODES = frozenset({*map(str, Detail), *map(str, DocumentKind)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Masked:
    """The parts of a report that tell of the invoice, masked."""

    document: Document
    recognition: Recognition
    warnings: tuple[ComplianceWarning, ...]


def mask_all(
    document: Document,
    recognition: Recognition,
    warnings: tuple[ComplianceWarning, ...],
    *,
    rules: Mapping[str, FieldRule[object]],
    vocabulary: Vocabulary,
    lang: Lang,
) -> Masked:
    """Mask a document, the decisions on it and the warnings about it, alike in all three."""
    lexicon = build_lexicon(list(rules.values()), vocabulary)
    words = lexicon.words | lexicon.light | lexicon.tail | lexicon.past | lexicon.current | NO_NAMES
    words -= frozenset(_words_of_codes(recognition, rules))

    def with_mask(mask: Mask) -> Masked:
        # The fields go first: they get the first numbers, which are the easiest to speak of.
        decisions = {name: _decision(each, mask, rules, lexicon) for name, each in recognition.items()}
        return Masked(
            recognition=replace(recognition, decisions=decisions),
            warnings=tuple(_warning(each, mask, lang) for each in warnings),
            document=_document(document, mask),
        )

    first = Mask(words=words, phrases=lexicon.paths)
    with_mask(first)  # hears all that is said, so that no mask says it by chance
    return with_mask(
        Mask(words=words, phrases=lexicon.paths, numbers=first.seen_numbers, days=first.seen_days),
    )


def _words_of_codes(recognition: Recognition, rules: Mapping[str, FieldRule[object]]) -> Iterator[str]:
    """Yield the words that identifiers are made of: a desk's code may well be « FACTURATION », which the pack knows."""
    for name, decision in recognition.items():
        if rules[name].value.name not in READABLE:
            standing = [each.value for each in decision.candidates if each.verdict in _STANDING]
            for value in (decision.value, *standing):
                if isinstance(value, str) and not isinstance(value, Enum):
                    yield from re.findall(r"[^\W\d_]+", fold(value))


def _decision(
    decision: Decision[object], mask: Mask, rules: Mapping[str, FieldRule[object]], lexicon: Lexicon
) -> Decision[object]:
    return replace(
        decision,
        value=mask.value(decision.value),
        candidates=tuple(_candidate(each, mask, lexicon) for each in decision.candidates),
        unanswered=tuple(replace(each, keyword=_keyword(each.keyword, mask, lexicon)) for each in decision.unanswered),
        premises=tuple(each if each in rules else mask.text(each) for each in decision.premises),
    )


def _candidate(candidate: Candidate[object], mask: Mask, lexicon: Lexicon) -> Candidate[object]:
    return replace(
        candidate,
        value=mask.value(candidate.value),
        raw=mask.text(candidate.raw),
        detail=candidate.detail if candidate.detail in _CODES else _or_none(mask.text, candidate.detail),
        keyword=None if candidate.keyword is None else _keyword(candidate.keyword, mask, lexicon),
    )


def _keyword(phrase: str, mask: Mask, lexicon: Lexicon) -> str:
    return phrase if phrase in lexicon.paths else mask.text(phrase)


def _warning(warning: ComplianceWarning, mask: Mask, lang: Lang) -> ComplianceWarning:
    print_text = _or_none(mask.text, warning.print_text)
    if warning.wording is None:
        return replace(warning, message=mask.text(warning.message), hint=mask.text(warning.hint), print_text=print_text)
    message, hint, arguments = warning.wording
    told = {name: mask.value(value) for name, value in arguments.items()}
    return replace(
        warning,
        message=message.in_lang(lang, **told),
        hint=hint.in_lang(lang, **told),
        print_text=print_text,
        wording=Wording(message, hint, told),
    )


def _document(document: Document, mask: Mask) -> Document:
    return replace(
        document,
        pages=tuple(_page(page, mask) for page in document.pages),
        beyond_scope=tuple(PageText(number=each.number, text=mask.text(each.text)) for each in document.beyond_scope),
        file_name=_or_none(mask.text, document.file_name),
        # The exact size of a file is as good as its name for whoever holds it: never that one, though by chance.
        byte_size=(document.byte_size // KIBIBYTE + 1) * KIBIBYTE,
        embedded_files=tuple(map(mask.text, document.embedded_files)),
        embedded_xml=(),  # an invoice of its own, with names and all
    )


def _page(page: Page, mask: Mask) -> Page:
    return replace(
        page,
        words=_words(page.words, mask),
        off_page=_words(page.off_page, mask),
        form_values=tuple(
            replace(each, name=mask.text(each.name), value=mask.text(each.value)) for each in page.form_values
        ),
    )


def _words(words: WordTable, mask: Mask) -> WordTable:
    return replace(words, text=tuple(map(mask.text, words.text)))


def _or_none(function: Callable[[str], T], text: str | None) -> T | None:
    return None if text is None else function(text)
