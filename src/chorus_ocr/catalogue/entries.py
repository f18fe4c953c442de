"""A check or a field as an entry of the catalogue: the same sections wherever it is shown."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from chorus_ocr.compliance.check import Check, Firmness
from chorus_ocr.compliance.messages import Lang, Text
from chorus_ocr.compliance.seen import Need
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.recognition.field import FieldRule, Relation
from chorus_ocr.rules import published_words

SEVERITIES: Final = {
    Severity.BLOCKING: Text("bloquant", "blocking"),
    Severity.WARNING: Text("attention", "warning"),
    Severity.INFO: Text("info", "info"),
}

FIRMNESS: Final = {
    Firmness.HIGH: Text(
        "H : texte officiel, ou plusieurs sources qui concordent",
        "H: an official text, or several sources that agree",
    ),
    Firmness.MEDIUM: Text("M : une bonne source", "M: one good source"),
    Firmness.LOW: Text("L : déduit, donc une simple information", "L: inferred, and so for information only"),
}

NEEDS: Final = {
    Need.PAGE: Text("un document lu", "a document that was read"),
    Need.TODAY: Text("la date du jour (today)", "the day's date (today)"),
    Need.DIRECTORY: Text("l'annuaire des structures (directory)", "the directory of public bodies (directory)"),
    Need.FILES: Text("les fichiers du dépôt (check_attachments)", "the files of the deposit (check_attachments)"),
}

RELATIONS: Final = {
    Relation.SAME_CELL: Text("après le mot, dans la même case", "after the word, in the same cell"),
    Relation.RIGHT: Text("à droite, sur la même ligne", "to the right, on the same row"),
    Relation.BELOW: Text("sous le mot", "below the word"),
    Relation.ABOVE: Text("au-dessus du mot", "above the word"),
    Relation.BEFORE: Text("juste avant le mot", "right before the word"),
    Relation.ITSELF: Text("le mot est la valeur", "the word is the value"),
    Relation.BLOCK: Text("dans le bloc d'une partie", "in the block of a party"),
}

FAMILIES: Final = {
    "DOC": Text("Fichier et lisibilité", "File and readability"),
    "IDE": Text("Identification", "Identification"),
    "DES": Text("Destinataire", "Recipient"),
    "FOU": Text("Fournisseur", "Supplier"),
    "REF": Text("Références", "References"),
    "MNT": Text("Montants", "Amounts"),
    "PAI": Text("Paiement", "Payment"),
    "CAD": Text("Cadre de facturation", "Cadre de facturation"),
    "PJ": Text("Pièces jointes", "Attachments"),
    "MEN": Text("Mentions", "Legal mentions"),
    "XML": Text("Factur-X", "Factur-X"),
}
"""What the letters of a code stand for, in the order of the catalogue."""

_MESSAGE = Text("Ce qu'il dit", "What it says")
_WHY = Text("Pourquoi", "Why")
_FAILS = Text("Se déclenche", "Trips on")
_PASSES = Text("Se tait", "Is silent on")
_PRINT = Text("Que faire, qu'imprimer", "What to do, what to print")
_NEEDS = Text("Il lui faut", "It needs")
_SOURCE = Text("Source", "Source")
_FIRM = Text("Solidité", "Firmness")
_SINCE = Text("Depuis la version", "Since version")

_PUBLISHED = Text("Mots publiés par l'AIFE", "Words that AIFE publishes")
_KEYWORDS = Text("Mots-clés du jeu de règles", "Keywords of the rule pack")
_ALIASES = Text("Autres mots qui l'annoncent", "Other words that announce it")
_WEAK = Text("Mots qui l'annoncent faute de mieux", "Words that announce it where none of the others does")
_TITLES = Text("Mots qui l'annoncent à côté du titre", "Words that announce it beside the title")
_TERMS = Text("Mots qui en sont la valeur", "Words that are its value")
_WHERE = Text("Où la valeur est cherchée", "Where the value is looked for")
_READ = Text("Lu", "Read")
_NOT_READ = Text("Non lu", "Not read")

NO_MORE_THAN = "…"
"""Stands in a message for what it says of the invoice at hand."""


class Section(NamedTuple):
    """A part of an entry. ``items`` are lines; ``quoted`` those that are print, to be set as it is."""

    title: str
    items: Sequence[str]
    quoted: bool = False


class Entry(NamedTuple):
    """A check or a field: its name for ever, a line that says what it is, and the rest in sections."""

    name: str
    title: str
    about: str
    sections: Sequence[Section]


def family(code: str) -> str:
    """Return the letters of a code.

    >>> family("DES01"), family("PJ04")
    ('DES', 'PJ')
    """
    return code.rstrip("0123456789")


def check_entry(check: Check, lang: Lang) -> Entry:
    """Return the entry of a check."""

    def told(text: Text) -> str:
        return re.sub(r"\{\w+\}", NO_MORE_THAN, text.fr if lang is Lang.FR else text.en)

    sections = [
        Section(_WHY.in_lang(lang), [told(check.rationale)]),
        Section(_MESSAGE.in_lang(lang), list(dict.fromkeys(told(each) for each in check.messages.values()))),
    ]
    if check.example is not None:
        sections.append(Section(_FAILS.in_lang(lang), [check.example.fails.in_lang(lang)], quoted=True))
        sections.append(Section(_PASSES.in_lang(lang), [check.example.passes.in_lang(lang)], quoted=True))
    sections.append(Section(_PRINT.in_lang(lang), list(dict.fromkeys(told(each) for each in check.hints.values()))))
    needs = [need for need in Need if need in check.needs]
    if needs:
        sections.append(Section(_NEEDS.in_lang(lang), [NEEDS[need].in_lang(lang) for need in needs]))
    sections += [
        Section(_SOURCE.in_lang(lang), [check.source]),
        Section(_FIRM.in_lang(lang), [FIRMNESS[check.firmness].in_lang(lang)]),
        Section(_SINCE.in_lang(lang), [check.since]),
    ]
    about = f"{check.slug} ({SEVERITIES[check.severity].in_lang(lang)})"
    return Entry(check.code, check.title.in_lang(lang), about, sections)


def field_entry(rule: FieldRule[object], lang: Lang) -> Entry:
    """Return the entry of a field."""
    return Entry(rule.name, rule.label, rule.value.name, list(_field_sections(rule, lang)))


def _field_sections(rule: FieldRule[object], lang: Lang) -> Iterator[Section]:
    keywords, published = rule.keywords + rule.weak_keywords, published_words(rule.name)
    for title, words in (
        (_PUBLISHED, tuple(word for word in keywords if word in published)),
        (_KEYWORDS, tuple(word for word in keywords if word not in published)),
        (_ALIASES, rule.aliases),
        (_WEAK, rule.weak_aliases),
        (_TITLES, rule.title_aliases),
        (_TERMS, tuple(phrase for phrase, _ in rule.terms)),
    ):
        if words:
            yield Section(title.in_lang(lang), [", ".join(f"« {word} »" for word in words)])
    yield Section(_WHERE.in_lang(lang), [RELATIONS[relation].in_lang(lang) for relation in rule.relations])
    if rule.examples:
        yield Section(_READ.in_lang(lang), [f"{line}  →  {value}" for line, value in rule.examples], quoted=True)
    if rule.counter_examples:
        yield Section(_NOT_READ.in_lang(lang), list(rule.counter_examples), quoted=True)
    yield Section(_SOURCE.in_lang(lang), [rule.source])
