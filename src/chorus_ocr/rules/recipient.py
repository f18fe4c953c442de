"""Whose word announces the recipient's SIRET, and whose number it turned out to be."""

from chorus_ocr.compliance.seen import Seen
from chorus_ocr.recognition.candidate import Candidate, Detail, Status, Verdict

_NAME = "siret_destinataire"


def is_word_of_both(seen: Seen, keyword: str | None) -> bool:
    """Whether a phrase announces a number of either party: « SIRET » alone."""
    supplier = seen.rules.get("siret_fournisseur")
    return supplier is not None and keyword in supplier.words()


def announcement(seen: Seen) -> Candidate[object] | None:
    """Return the candidate by which the recipient's SIRET is best announced: the one taken, or one of the same print.

    In « SIRET client / Customer SIRET : … » the word next to the number is « SIRET »; the one before it says whose.
    """
    decision = seen.decision(_NAME)
    taken = decision.choice
    if taken is None or not is_word_of_both(seen, taken.keyword):
        return taken
    same = [
        each
        for each in decision.candidates
        if each.box == taken.box and each.page == taken.page and each.keyword is not None
    ]
    own = [each for each in same if not is_word_of_both(seen, each.keyword)]
    return min(own, key=lambda each: not each.published) if own else taken


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
