"""From laid-out pages to one decision a field: find, link, decide over all fields together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from chorus_ocr.layout import lay_out
from chorus_ocr.layout.cells import CellSpan
from chorus_ocr.reading.document import Document
from chorus_ocr.recognition import inferred, mentions, numbers
from chorus_ocr.recognition.accounts import reject_accounts_of_the_customer
from chorus_ocr.recognition.amounts import decide_amounts, set_aside
from chorus_ocr.recognition.anchors import PageText, read_page
from chorus_ocr.recognition.candidate import Decision, Detail, DocumentKind, Recognition, Unanswered, Verdict
from chorus_ocr.recognition.dates import AFTER_NUMBER, reject_dates_of_other_languages, reject_other_deadlines
from chorus_ocr.recognition.decide import decide_field, mentions_of_one_place
from chorus_ocr.recognition.field import FieldRule, Part
from chorus_ocr.recognition.lexicon import EntryKind, Lexicon
from chorus_ocr.recognition.link import Link
from chorus_ocr.recognition.links import Linker
from chorus_ocr.recognition.other_invoices import numbers_of_corrected_invoices, reject_other_invoices
from chorus_ocr.recognition.parties import decide_parties
from chorus_ocr.recognition.terms import reject_refused_modes
from chorus_ocr.recognition.title import Title, document_kind, is_annex, is_specimen, titles
from chorus_ocr.recognition.vat import vat_rows
from chorus_ocr.recognition.vat_row import VatRow
from chorus_ocr.recognition.vocabulary import Vocabulary
from chorus_ocr.recognition.within import reject_words_within_numbers

NO_INVOICE = frozenset({DocumentKind.QUOTE, DocumentKind.ORDER})

IDENTIFYING = frozenset(
    {Part.NUMBER, Part.ISSUED, Part.TYPE, Part.ROUTING, Part.RECIPIENT_SIRET, Part.SUPPLIER_SIRET, Part.DUE_DATE}
)
"""What stays blank on a quote or an order: it would be the number and the date of something else."""


@dataclass(slots=True, eq=False, repr=False)
class Findings:
    """All that was found on the pages, before and while it is decided."""

    pages: list[PageText]
    rules: Mapping[str, FieldRule[object]]
    parts: Mapping[Part, Sequence[FieldRule[object]]]
    """The same rules, by the part that they play."""
    links: dict[str, list[Link]] = field(default_factory=lambda: defaultdict(list))
    titles: list[Title] = field(default_factory=list)
    kind: DocumentKind = DocumentKind.UNKNOWN
    title: Title | None = None
    vat: list[VatRow] = field(default_factory=list)

    def add(self, links: Iterable[Link]) -> None:
        """Take links in, each for the field of its rule."""
        for link in links:
            self.links[link.rule.name].append(link)

    def every(self) -> list[Link]:
        """Return the links of all fields."""
        return [link for links in self.links.values() for link in links]

    def of(self, part: Part) -> list[Link]:
        """Return the links of the fields that play one part."""
        return [link for rule in self.playing(part) for link in self.links[rule.name]]

    def playing(self, part: Part) -> Sequence[FieldRule[object]]:
        """Return the rules of the fields that play one part."""
        return self.parts.get(part, ())

    def by_part(self) -> dict[Part, list[Link]]:
        parts: dict[Part, list[Link]] = defaultdict(list)
        for name, rule in self.rules.items():
            parts[rule.part].extend(self.links[name])
        return parts


def recognise(
    document: Document,
    rules: Mapping[str, FieldRule[object]],
    lexicon: Lexicon,
    vocabulary: Vocabulary,
    stop_rules: Mapping[str, tuple[str, ...]],
) -> Recognition:
    """Decide every field of a document. Never raises, whatever the words, unless a caller's own rule does."""
    found = find(document, rules, lexicon, vocabulary, stop_rules)
    decide_together(found, vocabulary)
    unanswered = unanswered_keywords(found)
    decisions: dict[str, Decision[object]] = {
        name: decide_field(rule, found.links[name], tuple(unanswered.get(name, ()))) for name, rule in rules.items()
    }
    inferred.complete(decisions, found.pages, rules, found.vat, found.kind)
    return Recognition(decisions=decisions, kind=found.kind)


def find(
    document: Document,
    rules: Mapping[str, FieldRule[object]],
    lexicon: Lexicon,
    vocabulary: Vocabulary,
    stop_rules: Mapping[str, tuple[str, ...]],
) -> Findings:
    """Lay out the pages and link every keyword to the value it announces."""
    pages = [read_page(lay_out(page), lexicon) for page in document.pages]
    specimens = [page for page in pages[1:] if is_specimen(page) or is_annex(page, rules)]
    pages = [page for page in pages if page not in specimens]
    parts: dict[Part, list[FieldRule[object]]] = defaultdict(list)
    for rule in rules.values():
        parts[rule.part].append(rule)
    found = Findings(pages, rules, parts)
    linker = Linker(rules, lexicon, vocabulary.reach, stop_rules)
    for page in pages:
        found.add(linker.links(page))
    for page in specimens:
        for link in linker.links(page):
            link.reject(Verdict.SPECIMEN)
            found.add((link,))
    found.titles = titles(pages, rules)
    found.kind, found.title = document_kind(found.titles)
    found.vat = vat_rows(pages, linker)
    _add_what_no_keyword_announces(found)
    return found


def _add_what_no_keyword_announces(found: Findings) -> None:
    """Take in what is told by its form, by the title of the document, or by the value before it."""
    found.add(
        mentions.all_mentions(found.pages, found.rules, found.parts, found.titles, found.kind, found.title, found.vat)
    )
    own = found.of(Part.NUMBER)
    numbers.prefer_the_number_in_the_title(own, found.title)
    for rule in found.playing(Part.NUMBER):
        found.add(numbers.number_beside_the_title(rule, found.title))
    for rule in found.playing(Part.CORRECTED):
        found.add(numbers_of_corrected_invoices(own, found.kind, found.title, rule))
    for rule in found.playing(Part.ISSUED):
        found.add(mentions.values_after(rule, found.of(Part.NUMBER), AFTER_NUMBER))
    ibans = [link for link in found.every() if link.rule.value.name == "iban"]
    for rule in found.rules.values():
        if rule.value.name == "bic":
            found.add(mentions.values_after(rule, ibans, mentions.BESIDE_IBAN))


def unanswered_keywords(found: Findings) -> dict[str, list[Unanswered]]:
    """Return, by field, the keywords on the pages that led to no candidate of it.

    A word that announces only beside the title of the document (« N° ») is none anywhere else, and one that stands in
    a value of the field (« EJ-26-0731 ») belongs to it.
    """
    within: dict[tuple[str, int, int], list[CellSpan]] = defaultdict(list)
    for name, links in found.links.items():
        for link in links:
            for span in link.spans:
                within[name, link.page.layout.page.number, span.cell].append(span)
    answered = {
        (name, link.page.layout.page.number, link.anchor.cell, link.anchor.start)
        for name, links in found.links.items()
        for link in links
        if link.anchor is not None
    }
    told: dict[str, list[Unanswered]] = defaultdict(list)
    for page in found.pages:
        number = page.layout.page.number
        for anchor in page.of_kind(EntryKind.FIELD):
            for entry in anchor.entries:
                place = (entry.name, number, anchor.cell, anchor.start)
                if entry.kind is not EntryKind.FIELD or entry.by_title or place in answered:
                    continue
                spans = within.get((entry.name, number, anchor.cell), ())
                if not any(span.start <= anchor.start < span.end for span in spans):
                    answered.add(place)
                    told[entry.name].append(
                        Unanswered(
                            keyword=entry.phrase,
                            published=entry.published,
                            page=number,
                            box=page.layout.box(anchor.span),
                        )
                    )
    return told


def decide_together(found: Findings, vocabulary: Vocabulary) -> None:
    """Give the verdicts that concern several fields at once."""
    reject_dates_of_other_languages(found.of(Part.ISSUED) + found.of(Part.DUE_DATE), found.pages)
    numbers.keep_title_aliases_by_the_title(found.links, found.titles)
    mentions_of_one_place(found.every())
    if found.kind in NO_INVOICE:
        for name, rule in found.rules.items():
            if rule.part in IDENTIFYING:
                for link in found.links[name]:
                    link.reject(Verdict.NOT_AN_INVOICE, str(found.kind))
    if found.kind is DocumentKind.INVOICE:
        for link in found.of(Part.CORRECTED):
            link.reject(Verdict.WRONG_ROLE, Detail.NO_CREDIT_NOTE)
    reject_refused_modes(found.links)
    reject_accounts_of_the_customer(found.every())
    reject_other_deadlines(found.of(Part.DUE_DATE))
    numbers.reject_numbers_of_others(found.of(Part.NUMBER), found.links, found.title)
    reject_other_invoices(found.of(Part.ISSUED), found.of(Part.NUMBER), found.title)
    reject_words_within_numbers(found.links)
    set_aside(found.every(), found.vat)
    parts = found.by_part()
    decide_amounts(parts, found.vat)
    decide_parties(parts, found.pages, vocabulary.reach)
    for link in found.every() if vocabulary.refused_relations else ():
        if link.relation in vocabulary.refused_relations:  # only now is it known what a block tells
            link.reject(Verdict.NOT_ANNOUNCED, Detail.REFUSED_PLACE)
    mentions.tie_currency_to_amounts(parts)
