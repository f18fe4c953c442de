"""The catalogue as pages of documentation: one for each family of checks, one for the fields, one that lists all."""

import re
from collections.abc import Iterator, Mapping

from chorus_ocr.catalogue.entries import FAMILIES, SEVERITIES, Entry, check_entry, family, field_entry
from chorus_ocr.compliance.messages import Lang, Text
from chorus_ocr.rules import RulePack

_TITLE = Text("Catalogue des contrôles", "Catalogue of checks")
_FIELDS = Text("Champs du formulaire", "Fields of the form")
_HEAD = Text("| Code | Gravité | Ce qui est signalé |", "| Code | Severity | What is told |")
_INTRO = Text(
    "Un code et son nom ne changent jamais. `python docs/make_catalogue.py` écrit ces pages d'après les règles.",
    "A code and its name never change. `python docs/make_catalogue.py` writes these pages from the rules.",
)
_COUNT = Text("{checks} contrôles, {fields} champs.", "{checks} checks, {fields} fields.")


def catalogue_pages(pack: RulePack, lang: Lang) -> Mapping[str, str]:
    """Return the pages of the catalogue in one language, by file name."""
    families: dict[str, list[Entry]] = {}
    for check in pack.checks:
        families.setdefault(family(check.code), []).append(check_entry(check, lang))
    pages = {"index.md": "\n".join(_index(pack, lang)) + "\n"}
    fields = [field_entry(rule, lang) for rule in pack.fields]
    pages["fields.md"] = _page(_FIELDS.in_lang(lang), fields)
    for letters, entries in families.items():
        pages[f"{letters.lower()}.md"] = _page(f"{letters} : {_family(letters, lang)}", entries)
    return pages


def _family(letters: str, lang: Lang) -> str:
    return FAMILIES[letters].in_lang(lang) if letters in FAMILIES else letters


def _index(pack: RulePack, lang: Lang) -> Iterator[str]:
    yield f"# {_TITLE.in_lang(lang)}"
    yield ""
    yield _COUNT.in_lang(lang, checks=len(pack.checks), fields=len(pack.fields)) + " " + _INTRO.in_lang(lang)
    yield ""
    yield f"- [{_FIELDS.in_lang(lang)}](fields.md)"
    known = ""
    for check in pack.checks:
        letters = family(check.code)
        if letters != known:
            known = letters
            yield from ("", f"## {letters} : {_family(letters, lang)}", "", _HEAD.in_lang(lang), "|---|---|---|")
        severity = SEVERITIES[check.severity].in_lang(lang)
        link = f"{letters.lower()}.md#{check.code.lower()}"
        yield f"| [{check.code}]({link}) | {severity} | {_plain(check.title.in_lang(lang))} |"


def _page(title: str, entries: list[Entry]) -> str:
    lines = [f"# {title}"]
    for entry in entries:
        lines += ["", f"## {entry.name}", "", f"**{_plain(entry.title)}** · `{entry.about}`"]
        for section in entry.sections:
            lines += ["", f"**{section.title}**", ""]
            if section.quoted:
                lines += ["```text", *section.items, "```"]
            else:
                lines += (
                    [f"- {_plain(item)}" for item in section.items]
                    if len(section.items) > 1
                    else [_plain(section.items[0])]
                )
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    """Return a text in which nothing is taken for a mark of Markdown.

    >>> _plain("lettres, chiffres, - _ / + et <b>")
    'lettres, chiffres, - \\\\_ / + et \\\\<b>'
    """
    return re.sub(r"([\\`*_<|\[\]])", r"\\\1", text)
