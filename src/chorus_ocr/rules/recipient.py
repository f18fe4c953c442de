"""Whose word announces the recipient's SIRET, and whose number it turned out to be."""

from chorus_ocr.compliance.seen import Seen
from chorus_ocr.recognition.candidate import Candidate, Detail, Status, Verdict

_NAME = "siret_destinataire"


def is_word_of_both(seen: Seen, keyword: str | None) -> bool:
    """Whether a phrase announces a number of either party: « SIRET » alone."""
    supplier = seen.rules.get("siret_fournisseur")
    return supplier is not None and keyword in supplier.words()


def signed_by_the_supplier(seen: Seen) -> Candidate[object] | None:
    """Return the SIRET that a word of the recipient's announces, though the supplier signs with it: hence blank."""
    decision = seen.decision(_NAME)
    if decision.status is not Status.ABSENT:
        return None
    for each in decision.candidates:
        signed = each.verdict == Verdict.WRONG_ROLE and each.detail == Detail.REGISTER
        if signed and each.keyword is not None and not is_word_of_both(seen, each.keyword):
            return each
    return None
