"""Report: prefill, completed, fields, warnings (first version, for trying recognition)."""

from dataclasses import dataclass, fields as dataclass_fields
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from chorus_ocr.prefill import LigneTva, Prefill
from chorus_ocr.recognition.candidate import Decision, Recognition, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    recognition: Recognition

    @property
    def fields(self) -> Mapping[str, Decision[object]]:
        return self.recognition.decisions

    def to_dict(self) -> dict[str, object]:
        d = self.recognition.decisions
        names = [f.name for f in dataclass_fields(Prefill)]
        return {
            "prefill": {n: js(d[n].value) if n in d and d[n].status is Status.FOUND else None for n in names},
            "fields": {n: {"status": str(x.status), "value": js(x.value), "chosen": x.chosen,
              "premises": list(x.premises),
              "candidates": [{"value": js(c.value), "raw": c.raw, "verdict": c.verdict, "detail": c.detail, "keyword": c.keyword, "relation": c.relation, "page": c.page, "box": list(c.box)} for c in x.candidates]} for n, x in d.items()},
        }


def js(value: object) -> object:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, LigneTva):
        return {"taux": js(value.taux), "base_ht": js(value.base_ht), "montant": js(value.montant)}
    if isinstance(value, tuple):
        return [js(v) for v in value]
    return None if value is None else str(value)
