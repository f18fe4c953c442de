"""Values announced as well as the one that was taken, where a rule takes the first on the pages."""

from collections.abc import Iterator

from chorus_ocr.compliance.seen import Seen
from chorus_ocr.recognition.candidate import Candidate, Verdict


def overruled(seen: Seen, name: str) -> Iterator[Candidate[object]]:
    """Yield one candidate for each other value that a word of its own announces on the page of the value taken.

    Other pages may be other invoices, which a check of their own tells; and a bare word, « Date » or « N° », stands
    for many things.
    """
    rule, taken = seen.rules.get(name), seen.decision(name).choice
    if rule is None or taken is None:
        return
    bare = {None, *rule.weak_keywords, *rule.weak_aliases, *rule.title_aliases}
    told = {taken.value}
    for each in seen.decision(name).candidates:
        # What lost to the value itself was announced as well; what lost to a phrase has a better claim elsewhere.
        lost = each.verdict == Verdict.LOST_TO and each.detail in (taken.raw, str(taken.value))
        if lost and each.page == taken.page and each.keyword not in bare and each.value not in told:
            told.add(each.value)
            yield each
