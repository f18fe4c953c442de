"""Entries of the catalogue as text for a terminal."""

import textwrap
from collections.abc import Iterator

from chorus_ocr.catalogue.entries import FAMILIES, SEVERITIES, Entry, family
from chorus_ocr.compliance.messages import Lang, Text
from chorus_ocr.rules import RulePack, published_words

NO_BREAK = "\N{NO-BREAK SPACE}"

_FIELDS = Text("Champs", "Fields")
_CHECKS = Text("Contrôles", "Checks")
_PUBLISHED = Text("publiés : {words}", "published: {words}")
_OTHERS = Text("autres : {words}", "others: {words}")


def entry_lines(entry: Entry, width: int) -> Iterator[str]:
    """Yield an entry line by line; print is never wrapped."""
    yield f"{entry.name}  {entry.title}"
    yield entry.about
    for section in entry.sections:
        yield ""
        yield section.title
        for item in section.items:
            if section.quoted:
                yield f"    {item}"
            else:
                yield from _wrapped(item, width, "  ", "  ")


def pack_lines(pack: RulePack, lang: Lang, width: int) -> Iterator[str]:
    """Yield what a pack holds: its fields with the words that announce them, and its checks."""
    yield f"{pack.name} {pack.version} ({pack.fingerprint})"
    yield ""
    yield f"{_FIELDS.in_lang(lang)} ({len(pack.fields)})"
    for rule in pack.fields:
        yield f"  {rule.name}  {rule.label}"
        published = published_words(rule.name)
        for told, words in (
            (_PUBLISHED, tuple(word for word in rule.words() if word in published)),
            (_OTHERS, tuple(word for word in rule.words() if word not in published)),
        ):
            if words:
                line = told.in_lang(lang, words=", ".join(f"« {word} »" for word in words))
                yield from _wrapped(line, width, "    ", "      ")
    yield ""
    yield f"{_CHECKS.in_lang(lang)} ({len(pack.checks)})"
    known = ""
    for check in pack.checks:
        letters = family(check.code)
        if letters != known:
            known = letters
            yield f"  {FAMILIES[letters].in_lang(lang)}" if letters in FAMILIES else f"  {letters}"
        severity = SEVERITIES[check.severity].in_lang(lang)
        yield f"    {check.code}  {severity:9}  {check.title.in_lang(lang)}"


def _wrapped(text: str, width: int, first: str, others: str) -> Iterator[str]:
    """Yield a text in lines that break neither a quotation mark from its word nor a colon from the word before."""
    for mark in ("« ", " »", " :", " ;"):
        text = text.replace(mark, mark.replace(" ", NO_BREAK))
    for line in textwrap.wrap(text, width, initial_indent=first, subsequent_indent=others):
        yield line.replace(NO_BREAK, " ")
