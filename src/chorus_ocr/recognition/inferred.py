"""Fills in what is not printed but follows from what is: ``inferred`` values, each with its premises."""

from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from chorus_ocr.recognition.anchors import PageText
from chorus_ocr.recognition.blocks import ministry_block
from chorus_ocr.recognition.candidate import Decision, DocumentKind, Status
from chorus_ocr.recognition.field import FieldRule, Part
from chorus_ocr.recognition.parties import STATE_SIREN
from chorus_ocr.recognition.vat_row import VatRow
from chorus_ocr.values.duration import DURATION, PaymentTerm
from chorus_ocr.values.late import compile_late
from chorus_ocr.values.portal import TypeTva
from chorus_ocr.values.siret import Siret

STATE_SIRET = Siret(STATE_SIREN + "00044")
"""« Services de l'État pour la facturation électronique »: one SIRET for all ministries, and nobody else."""

_TERM_WORDS = compile_late("paiement|reglement|echeance|payable|regler")

_Decisions = MutableMapping[str, Decision[object]]


def complete(
    decisions: _Decisions,
    pages: Sequence[PageText],
    rules: Mapping[str, FieldRule[object]],
    rows: Sequence[VatRow],
    kind: DocumentKind,
) -> None:
    """Infer what follows from the decisions; a value that is printed is never touched."""
    names = {rule.part: name for name, rule in rules.items()}
    if kind in (DocumentKind.QUOTE, DocumentKind.ORDER):
        return
    _infer_amounts(decisions, names, rows)
    _infer_recipient(decisions, names, pages)
    _infer_due_date(decisions, names, pages)
    _infer_regime(decisions, rules, names, pages)


def _infer(decisions: _Decisions, name: str, value: object, *premises: str) -> None:
    old = decisions[name]
    if old.status is Status.ABSENT:
        decisions[name] = replace(old, status=Status.INFERRED, value=value, chosen=None, premises=premises)


def _found(decisions: _Decisions, names: Mapping[Part, str], part: Part) -> Decimal | None:
    name = names.get(part)
    if name is None or decisions[name].status is not Status.FOUND:
        return None
    value = decisions[name].value
    return value if isinstance(value, Decimal) else None


def _infer_amounts(decisions: _Decisions, names: Mapping[Part, str], rows: Sequence[VatRow]) -> None:
    net, tax, gross, due = (_found(decisions, names, part) for part in (Part.NET, Part.TAX, Part.GROSS, Part.DUE))
    if Part.TAX in names and tax is None and net is not None and gross is not None:
        _infer(decisions, names[Part.TAX], gross - net, names[Part.GROSS], names[Part.NET])
    elif Part.TAX in names and tax is None and len({row.rate for row in rows}) == len(rows) > 0:
        total = sum((row.tax.value for row in rows), Decimal(0))
        _infer(decisions, names[Part.TAX], total, "lignes_tva")
    if Part.GROSS in names and gross is None and net is not None and tax is not None and due == net + tax:
        _infer(decisions, names[Part.GROSS], due, names[Part.NET], names[Part.TAX], names[Part.DUE])
    if Part.DUE in names and due is None and gross is not None:
        _infer(decisions, names[Part.DUE], gross, names[Part.GROSS])


def _infer_recipient(decisions: _Decisions, names: Mapping[Part, str], pages: Sequence[PageText]) -> None:
    name = names.get(Part.RECIPIENT_SIRET)
    if name is None or decisions[name].status is not Status.ABSENT:
        return
    block = ministry_block(pages)
    if block is not None:
        page, cell = block
        _infer(decisions, name, STATE_SIRET, page.layout.text[cell])


def _infer_due_date(decisions: _Decisions, names: Mapping[Part, str], pages: Sequence[PageText]) -> None:
    """« à 30 jours fin de mois » tells the due date, once the invoice's own date is known."""
    due, issued = names.get(Part.DUE_DATE), names.get(Part.ISSUED)
    if due is None or issued is None or decisions[due].status is not Status.ABSENT:
        return
    day = decisions[issued].value
    if not isinstance(day, date):
        return
    terms: dict[PaymentTerm, str] = {}
    for page in pages:
        if _TERM_WORDS.search(page.whole) is None:
            continue
        for folded, text in zip(page.folded, page.layout.text, strict=True):
            if len(text) > 200 or _TERM_WORDS.search(folded) is None or "retard" in folded:
                continue
            for match in DURATION.pattern.finditer(text):
                parsed = DURATION.parse(match.group())
                if parsed.value is not None:
                    terms[parsed.value] = match.group()
    if len(terms) == 1:
        [(term, raw)] = terms.items()
        _infer(decisions, due, term.due(day), issued, raw)


def _infer_regime(
    decisions: _Decisions, rules: Mapping[str, FieldRule[object]], names: Mapping[Part, str], pages: Sequence[PageText]
) -> None:
    """No VAT and no word about it anywhere: the portal's SANS_TVA (derivation rule of its API annex)."""
    regime = next((name for name, rule in rules.items() if rule.value.name == "type_tva"), None)
    if regime is None or decisions[regime].status is not Status.ABSENT:
        return
    if any("tva" in page.whole or "t.v.a" in page.whole for page in pages):
        return
    gross, net = _found(decisions, names, Part.GROSS), _found(decisions, names, Part.NET)
    if gross is not None and net in (None, gross) and _found(decisions, names, Part.TAX) is None:
        _infer(decisions, regime, TypeTva.SANS_TVA, names[Part.GROSS])
