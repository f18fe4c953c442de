"""The sheet that a clerk keys in from: the portal's form, block by block in its order, as the fields take it.

Values are spelled as they are typed: amounts with a decimal comma and no spaces, a SIRET as 14 digits, a day as
« 12/03/2026 ». Source of the order and of the comma: the Isère department's guide « Déposer une facture ».
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from chorus_ocr.arguments import kind_of
from chorus_ocr.compliance.messages import Lang, Text, written
from chorus_ocr.compliance.warning import ComplianceWarning, Severity
from chorus_ocr.prefill import LigneTva, Prefill, TypeFacture, TypeTva
from chorus_ocr.recognition.candidate import Status
from chorus_ocr.recognition.inferred import STATE_SIRET
from chorus_ocr.report import Report
from chorus_ocr.report.fill import printed_value
from chorus_ocr.report.form import Entry, form_entries, lines_to_print, near_told
from chorus_ocr.report.html import phrases
from chorus_ocr.values.amount import format_amount
from chorus_ocr.values.date import format_date

BLOCKS: Final = (
    ("Identification", ("numero_facture", "date_facture", "type_facture")),
    ("Destinataire", ("siret_destinataire", "code_service")),
    ("Fournisseur", ("siret_fournisseur",)),
    ("Références", ("numero_engagement", "numero_marche", "numero_facture_origine", "mode_paiement")),
    ("Montants", ("devise", "montant_ht", "montant_tva", "montant_ttc", "montant_a_payer", "type_tva",
                  "motif_exoneration")),
    ("TVA", ("lignes_tva",)),
)  # fmt: skip
"""The fields that are keyed in, in the portal's order. What a PDF prints besides has no place on the form."""

STATE_QUESTION: Final = "Le destinataire est-il l'État ?"

_KEYED: Final = frozenset(name for _, names in BLOCKS for name in names)
_OF_THE_FORM: Final = frozenset(each.name for each in fields(Prefill))

_ONLY_FOR: Final[Mapping[str, Callable[[Prefill], bool]]] = MappingProxyType(
    {
        "numero_facture_origine": lambda form: form.type_facture is TypeFacture.AVOIR,
        "motif_exoneration": lambda form: form.type_tva is TypeTva.EXONERATION,
        "lignes_tva": lambda form: form.type_tva not in (TypeTva.EXONERATION, TypeTva.SANS_TVA),
    }
)
"""Fields that the form shows for some invoices only: on the sheet of others a blank of them would be in the way."""

_BY_THE_SIRET: Final = Text("d'après le SIRET", "by the SIRET")
_UNANSWERED: Final = Text("oui si c'est un ministère, non pour tout autre", "yes for a ministry, no for anyone else")
_MAIN_FILE: Final = "Facture"
_OTHER_FILES: Final = "Pièces complémentaires"
_ANY_FILES: Final = Text("s'il y a lieu", "where there are some")
_NO_NAME: Final = Text("le PDF, dont le nom n'est pas connu ici", "the PDF, whose name is not known here")
_ASIDE: Final = Text("Pour mémoire", "For the record")
_NO_MODE: Final = Text("à laisser vide : un avoir n'en a pas", "to be left blank: a credit note has none")
_PART: Final = Text("pas imprimé sur cette ligne", "not printed on this row")
_ROW: Final = ("Taux", "Base HT", "Montant TVA")


@dataclass(frozen=True, slots=True, kw_only=True)
class FormLine:
    """One field of the sheet.

    ``value``: as it is keyed in; empty for a blank. ``computed``: it is not printed, and follows from what is.
    ``notes``: what to know of the value, or what to look for where it is blank. ``name``: of the field; None for what
    is no field of the report. ``by_choice``: nothing is read from the page: the depositor chooses, or it depends.
    """

    label: str
    value: str = ""
    name: str | None = None
    computed: bool = False
    by_choice: bool = False
    notes: tuple[str, ...] = ()

    @property
    def blank(self) -> bool:
        """Whether there is nothing to key in."""
        return not self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class FormBlock:
    """A block of the sheet, in the portal's words."""

    title: str
    lines: tuple[FormLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class FormSheet:
    """What a clerk keys in from: the blocks of the portal's form in its order, and what would keep it from going.

    ``file``: the name of the PDF, or None. ``alerts``: the blocking warnings. ``str()`` is the sheet as text.
    """

    file: str | None
    lang: Lang
    blocks: tuple[FormBlock, ...]
    alerts: tuple[ComplianceWarning, ...]

    @property
    def computed(self) -> bool:
        """Whether any value is not printed, and follows from what is."""
        return any(line.computed for block in self.blocks for line in block.lines)

    def to_text(self, *, width: int = 100, name: str | None = None) -> str:
        """Return the sheet as text, its lines wrapped to ``width``; ``name``: in its title, by default the file's."""
        from chorus_ocr.exporters.form_text import form_text

        return form_text(self, width=width, name=name)

    def to_html(self) -> str:
        """Return the sheet as a page of HTML that stands alone: escaped, without script; a click selects a value."""
        from chorus_ocr.exporters.form_html import form_html

        return form_html(self)

    def __str__(self) -> str:
        return self.to_text()

    def __repr__(self) -> str:
        lines = [line for block in self.blocks for line in block.lines if line.name is not None]
        filled = sum(not line.blank for line in lines)
        return f"<FormSheet of {self.file or '<bytes>'!r}: {filled} of {len(lines)} fields filled>"


def to_form(report: Report) -> FormSheet:
    """Return the sheet that a clerk keys in from, in the language of the report; the portal's own words are French.

    A blank tells what to look for: the words that announce the field, the candidate that came closest, the line that a
    warning says to print. A value that is not printed but follows from what is, is marked as computed. Due date, IBAN,
    VAT numbers and factor, which the form has no field for, stand at the end, for the record.

    Raises ``TypeError`` for what is no report.
    """
    if not isinstance(report, Report):
        raise TypeError(f"report is a Report, as scan() returns it, not {kind_of(report)}")
    entries = {entry.name: entry for entry in form_entries(report)}
    blocks = [_cadre(report)]
    for title, names in BLOCKS:
        lines = [line for name in names if name in entries for line in _lines(entries[name], report)]
        if title == "Destinataire":
            lines.insert(0, _state(report))
        blocks.append(FormBlock(title=title, lines=tuple(lines)))
    blocks.append(_files(report))
    own = [line for name, entry in entries.items() if name not in _OF_THE_FORM for line in _lines(entry, report)]
    aside = [
        line
        for name, entry in entries.items()
        if name in _OF_THE_FORM - _KEYED and entry.values
        for line in _lines(entry, report)
    ]
    blocks.append(FormBlock(title=phrases.OTHER_FIELDS.in_lang(report.lang), lines=tuple(own)))
    blocks.append(FormBlock(title=_ASIDE.in_lang(report.lang), lines=tuple(aside)))
    return FormSheet(
        file=report.document.file_name,
        lang=report.lang,
        blocks=tuple(block for block in blocks if block.lines),
        alerts=tuple(each for each in report.warnings if each.severity is Severity.BLOCKING),
    )


def keyed(value: object) -> str:
    """Return a value as it is typed into the form: in French whatever the language of the sheet, and without spaces.

    >>> keyed(Decimal("11168.7")), keyed(date(2026, 3, 12)), keyed("11000201100044"), keyed(TypeFacture.AVOIR)
    ('11168,70', '12/03/2026', '11000201100044', 'avoir')
    """
    match value:
        case Decimal():
            return format_amount(value).replace(" ", "")
        case date():
            return format_date(value)
        case _:
            return written(value, Lang.FR)


def _cadre(report: Report) -> FormBlock:
    cadre = report.cadre
    notes = (cadre.label, phrases.CHOSEN.in_lang(report.lang))
    line = FormLine(label="Cadre", value=str(cadre), by_choice=True, notes=notes)
    return FormBlock(title=phrases.CADRE.fr, lines=(line,))


def _state(report: Report) -> FormLine:
    siret, lang = report.completed.siret_destinataire, report.lang
    if siret is None:
        return FormLine(label=STATE_QUESTION, by_choice=True, notes=(_UNANSWERED.in_lang(lang),))
    answer, computed = "Oui" if siret == STATE_SIRET else "Non", report.prefill.siret_destinataire is None
    notes = (_BY_THE_SIRET.in_lang(lang),)
    return FormLine(label=STATE_QUESTION, value=answer, computed=computed, by_choice=True, notes=notes)


def _files(report: Report) -> FormBlock:
    lang, name = report.lang, report.document.file_name
    main = FormLine(label=_MAIN_FILE, value=name or "", by_choice=True, notes=() if name else (_NO_NAME.in_lang(lang),))
    others = FormLine(label=_OTHER_FILES, by_choice=True, notes=(_ANY_FILES.in_lang(lang),))
    return FormBlock(title="Pièces jointes", lines=(main, others))


def _lines(entry: Entry, report: Report) -> Iterator[FormLine]:
    decision, lang = report.recognition[entry.name], report.lang
    computed = decision.status is Status.INFERRED
    value = decision.value if computed else printed_value(decision, keep_failed=report.keep_failed)
    notes = (entry.mark,) if entry.mark and not computed else ()
    credit = report.completed.type_facture is TypeFacture.AVOIR
    if value is None and entry.needless and entry.name in _ONLY_FOR and not _ONLY_FOR[entry.name](report.completed):
        return
    if entry.name == "mode_paiement" and credit:
        yield FormLine(label=entry.label, name=entry.name, by_choice=True, notes=(_NO_MODE.in_lang(lang),))
    elif value is None:
        yield _blank(entry, report)
    elif isinstance(value, tuple) and all(isinstance(each, LigneTva) for each in value):
        for at, line in enumerate(value, 1):
            yield from _vat_line(entry, line, f" {at}" if len(value) > 1 else "", lang, computed=computed)
    else:
        yield FormLine(label=entry.label, value=keyed(value), name=entry.name, computed=computed, notes=notes)


def _vat_line(entry: Entry, line: LigneTva, rank: str, lang: Lang, *, computed: bool) -> Iterator[FormLine]:
    rate = f"{line.taux:f}".replace(".", ",")
    for label, value in zip(_ROW, (rate, line.base_ht, line.montant), strict=True):
        told = "" if value is None else value if isinstance(value, str) else keyed(value)
        notes = () if told else (_PART.in_lang(lang),)
        yield FormLine(
            label=f"{label}{rank}", value=told, name=entry.name, computed=computed and bool(told), notes=notes
        )


def _blank(entry: Entry, report: Report) -> FormLine:
    lang = report.lang
    mark = phrases.IF_ANY.in_lang(lang, mark=entry.mark) if entry.needless else entry.mark
    near = near_told(report, entry.name) if entry.status is Status.ABSENT else None
    lines = tuple(f"{phrases.TO_PRINT.in_lang(lang)} {line}" for line in lines_to_print(report, entry.name))
    notes = tuple(note for note in (mark, near, *lines) if note)
    return FormLine(label=entry.label, name=entry.name, by_choice=entry.needless, notes=notes)
