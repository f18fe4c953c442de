"""The dates that may be the invoice's own: which of them leave the field blank, and which stand beside it."""

from chorus_ocr.compliance.seen import Seen
from chorus_ocr.recognition.candidate import Candidate, Verdict

_NAME = "date_facture"


def read_two_ways(seen: Seen) -> Candidate[object] | None:
    """Return the first announced date of which day and month cannot be told apart, on an invoice without a date."""
    if not seen.is_blank(_NAME):
        return None
    return next((each for each in seen.decision(_NAME).candidates if each.verdict == Verdict.AMBIGUOUS_DATE), None)


def unlabelled(seen: Seen) -> tuple[Candidate[object], ...]:
    """Return the dates that stand as that of a letter does, where they differ and nothing tells which one it is."""
    if not seen.is_blank(_NAME):
        return ()
    found = {
        each.value: each
        for each in reversed(seen.decision(_NAME).candidates)
        if each.verdict == Verdict.NOT_ANNOUNCED and each.detail is None and each.keyword is None
    }
    return tuple(reversed(found.values())) if len(found) > 1 else ()


def is_ambiguous(seen: Seen) -> bool:
    """Whether the date is blank because of what is printed for it, not for lack of it."""
    return read_two_ways(seen) is not None or bool(unlabelled(seen))
