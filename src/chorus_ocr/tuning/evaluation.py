"""What an evaluation found: per field, per document, and in sum; as text, as JSON, as records for a data frame.

The wrong-rate is told before the recall, everywhere: a wrong value sends an invoice to the wrong desk, a blank one
costs somebody a minute.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from chorus_ocr.report.plain import Json, plain_decision
from chorus_ocr.report.rules_used import RulesUsed
from chorus_ocr.tuning.corpus import Skipped, Unread
from chorus_ocr.tuning.grading import Outcome, Tally
from chorus_ocr.tuning.tables import indented, listed, outcome_lines, shown, tally_table
from chorus_ocr.tuning.truth import plain_truth

SCHEMA_VERSION: Final = 1

CORE: Final = (
    "numero_facture", "date_facture", "type_facture", "siret_destinataire", "code_service", "siret_fournisseur",
    "numero_engagement", "devise", "montant_ht", "montant_tva", "montant_ttc", "montant_a_payer",
)  # fmt: skip
"""The fields that the portal itself reads off a PDF, save the type of VAT, which a page seldom prints."""

MOST_SKIPPED: Final = 10
"""How many documents that are not scored the text lists; the JSON lists all."""

Record: TypeAlias = dict[str, str | int | None]
"""One row of a data frame."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class DocumentOutcome:
    """One document: the outcome of each field. ``error``: why nothing was read, and every printed value is missing.

    ``source`` is the path, or whatever the document was called; ``language`` and ``kind`` are the truth's own words.
    """

    id: str
    source: str
    language: str | None
    kind: str
    outcomes: tuple[Outcome, ...]
    error: Unread | None = None

    @property
    def failures(self) -> tuple[Outcome, ...]:
        """The fields that are wrong, spurious or missing."""
        return tuple(each for each in self.outcomes if each.failed)

    @property
    def wholly_right(self) -> bool:
        """Whether the document was read and no field is wrong, spurious or missing."""
        return self.error is None and not self.failures

    @property
    def tally(self) -> Tally:
        """The document's own tally."""
        return tally(self.outcomes)

    def __repr__(self) -> str:
        told = ", ".join(f"{each.field} {each.grade}" for each in self.failures) or "wholly right"
        return f"<DocumentOutcome {self.id}: {told if self.error is None else 'not read'}>"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Evaluation:
    """What a rule pack is worth on a corpus.

    ``fields``: the names graded, in the order of the form. ``unknown_fields``: what truths speak of and the pack does
    not have. ``unread``: files that could not be read or understood; a PDF with a truth is among ``documents`` too,
    with every printed value missing.
    """

    rules: RulesUsed
    fields: tuple[str, ...]
    documents: tuple[DocumentOutcome, ...]
    unread: tuple[Unread, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    unknown_fields: tuple[str, ...] = ()

    @property
    def tallies(self) -> Mapping[str, Tally]:
        """The tally of each field of which any truth speaks, in the order of the form."""
        outcomes: dict[str, list[Outcome]] = {name: [] for name in self.fields}
        for document in self.documents:
            for outcome in document.outcomes:
                outcomes[outcome.field].append(outcome)
        counted = {name: tally(each) for name, each in outcomes.items()}
        return {name: each for name, each in counted.items() if each.scored}

    @property
    def total(self) -> Tally:
        """The tally over all fields."""
        return tally(outcome for document in self.documents for outcome in document.outcomes)

    @property
    def core(self) -> Tally:
        """The tally over the fields that the portal itself reads off a PDF (``CORE``)."""
        return tally(each for document in self.documents for each in document.outcomes if each.field in CORE)

    @property
    def wrong_rate(self) -> float:
        """The share of wrong and spurious values among those returned, over all fields."""
        return self.total.wrong_rate

    @property
    def recall(self) -> float:
        """The share of printed values that were returned right, or rightly flagged, over all fields."""
        return self.total.recall

    @property
    def wholly_right(self) -> int:
        """How many documents have no field wrong, spurious or missing."""
        return sum(document.wholly_right for document in self.documents)

    def worst(self, count: int | None = None) -> tuple[DocumentOutcome, ...]:
        """Return the documents that are not wholly right, those with the most wrong values first."""

        def badness(document: DocumentOutcome) -> tuple[int, int, str]:
            own = document.tally
            return -(own.wrong + own.spurious), -own.missing, document.id

        return tuple(sorted((each for each in self.documents if not each.wholly_right), key=badness)[:count])

    def meets(self, *, recall: float, wrong_rate: float) -> bool:
        """Whether the recall is no lower, and the wrong-rate no higher, and every file was read."""
        return self.recall >= recall and self.wrong_rate <= wrong_rate and not self.unread

    def to_text(self, *, worst: int = 5) -> str:
        """Return the tallies, the ``worst`` documents with their candidates' verdicts, and what was not read."""
        count = len(self.documents)
        lines = [
            f"{self.rules.name} {self.rules.version} ({self.rules.fingerprint}): {count} documents, "
            f"{self.wholly_right} wholly right",
            "",
            *tally_table([*self.tallies.items(), ("core fields", self.core), ("all fields", self.total)]),
        ]
        for document in self.worst(worst):
            own = document.tally
            lines += ["", f"{document.id}: {own.wrong + own.spurious} wrong, {own.missing} missing · {document.source}"]
            if document.error is not None:
                lines.append(f"  not read: {document.error.message}")
            else:
                lines += indented(line for outcome in document.failures for line in outcome_lines(outcome))
        more = count - self.wholly_right - len(self.worst(worst))
        if more:
            lines += ["", f"and {more} more documents that are not wholly right"]
        lines += listed("Not read", list(map(str, self.unread)))
        lines += listed("Not scored", list(map(str, self.skipped)), most=MOST_SKIPPED)
        lines += listed("Not in the rule pack", self.unknown_fields)
        return "\n".join(lines) + "\n"

    def to_dict(self, *, worst: int | None = None) -> dict[str, Json]:
        """Return the evaluation as plain data, ready for JSON; ``worst`` None: every document that is not right."""
        return {
            "schema_version": SCHEMA_VERSION,
            "rules": plain_rules(self.rules),
            "documents": len(self.documents),
            "wholly_right": self.wholly_right,
            "all_fields": {**self.total.to_dict()},
            "core_fields": {**self.core.to_dict()},
            "fields": {name: {**each.to_dict()} for name, each in self.tallies.items()},
            "worst": [_plain_document(each) for each in self.worst(worst)],
            "unread": [each.to_dict() for each in self.unread],
            "skipped": [each.to_dict() for each in self.skipped],
            "unknown_fields": list(self.unknown_fields),
        }

    def to_json(self, *, worst: int | None = None, indent: int | None = 2) -> str:
        """Return the evaluation as JSON text, accents as they are."""
        return json.dumps(self.to_dict(worst=worst), ensure_ascii=False, indent=indent)

    def to_records(self) -> list[Record]:
        """Return one flat record for each field of each document, for a data frame: ``pandas.DataFrame(records)``."""
        return [_record(document, outcome) for document in self.documents for outcome in document.outcomes]

    def _repr_html_(self) -> str:
        from chorus_ocr.tuning.notebook import evaluation_html

        return evaluation_html(self)

    def __repr__(self) -> str:
        total = self.total
        return (
            f"<Evaluation of {self.rules.name}: wrong-rate {total.wrong_rate:.4f}, recall {total.recall:.4f}, "
            f"{self.wholly_right} of {len(self.documents)} documents wholly right, {len(self.unread)} unread>"
        )


def tally(outcomes: Iterable[Outcome]) -> Tally:
    """Count the grades of outcomes."""
    return Tally.of(Counter(each.grade for each in outcomes))


def plain_rules(rules: RulesUsed) -> Json:
    """Return which pack it was, as plain data."""
    return {"name": rules.name, "version": rules.version, "fingerprint": rules.fingerprint}


def _plain_document(document: DocumentOutcome) -> Json:
    return {
        "id": document.id,
        "source": document.source,
        "language": document.language,
        "kind": document.kind,
        "error_type": None if document.error is None else document.error.error_type,
        "failures": [plain_outcome(each) for each in document.failures],
    }


def plain_outcome(outcome: Outcome) -> Json:
    """Return the outcome of a field as plain data, with all its candidates."""
    return {
        "field": outcome.field,
        "grade": str(outcome.grade),
        "expected": plain_truth(outcome.expected),
        "returned": plain_truth(outcome.returned),
        "decision": None if outcome.decision is None else plain_truth(plain_decision(outcome.decision)),
    }


def _record(document: DocumentOutcome, outcome: Outcome) -> Record:
    return {
        "document": document.id,
        "source": document.source,
        "language": document.language,
        "kind": document.kind,
        "field": outcome.field,
        **record_of(outcome),
        "error_type": None if document.error is None else document.error.error_type,
    }


def record_of(outcome: Outcome) -> Record:
    """Return what a flat record tells of an outcome."""
    decision = outcome.decision
    choice = None if decision is None else decision.choice
    return {
        "grade": str(outcome.grade),
        "expected": cell(outcome.expected),
        "returned": cell(outcome.returned),
        "status": None if decision is None else str(decision.status),
        "keyword": None if choice is None else choice.keyword,
        "relation": None if choice is None else choice.relation,
        "page": None if choice is None else choice.page,
        "candidates": 0 if decision is None else len(decision.candidates),
        "verdicts": None
        if decision is None
        else "; ".join(f"{each.verdict} {shown(each.value)}" for each in decision.candidates),
    }


def cell(value: object) -> str | None:
    """Return a value as a record holds it: on one line, None for nothing."""
    return None if value is None or value == () else shown(value)
