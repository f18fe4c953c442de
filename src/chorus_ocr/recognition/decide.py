"""Decides one field from what is left of its candidates, by named criteria and never by a score.

In this order: a valid value before an invalid one, a strong word before a weak one, then one value only. Two different
values that are equally well announced are ambiguous, unless the rule says that the first one on the pages is meant.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from chorus_ocr.recognition.candidate import Decision, Status, Unanswered, Verdict
from chorus_ocr.recognition.field import FieldRule, Relation, Rivals
from chorus_ocr.recognition.link import Link

NEARNESS = {
    Relation.ITSELF: 0,
    Relation.SAME_CELL: 0,
    Relation.RIGHT: 1,
    Relation.BLOCK: 1,
    Relation.BELOW: 2,
    Relation.ABOVE: 3,
    Relation.BEFORE: 4,
}
"""Which relation is the nearer one, where one place is claimed by two keywords."""


def nearness(link: Link) -> tuple[int, float]:
    """Return how near a value stands to its keyword: by relation, then by distance."""
    return (NEARNESS[link.relation] if link.relation else 9, link.distance)


def mentions_of_one_place(links: Iterable[Link]) -> None:
    """Let the nearest keyword have a place that several announce: one mention serves one role.

    A word that means two fields at once (« SIRET », of either party) claims for both. What has no keyword at all, a
    date in the head of the page, gives way to any.
    """
    unclaimed: list[Link] = []
    places: dict[tuple[int, int, int], list[Link]] = defaultdict(list)
    for link in links:
        if link.anchor is not None and link.verdict != Verdict.NOT_ANNOUNCED:
            places[link.place].append(link)
        elif link.anchor is None and link.loose:
            unclaimed.append(link)
    _inner_keywords(places)
    for claims in places.values():
        if len(claims) < 2:
            continue
        best = min(claims, key=nearness)
        assert best.anchor is not None
        for link in claims:
            assert link.anchor is not None
            same = link.anchor.cell == best.anchor.cell and link.anchor.start == best.anchor.start
            if not same and nearness(link) > nearness(best):
                link.reject(Verdict.LOST_TO, best.entry.phrase if best.entry else None)
    for link in unclaimed:
        claim = next((each for each in places.get(link.place, ()) if each.verdict is None and each.entry), None)
        if claim is not None and claim.entry is not None and claim.rule is not link.rule:
            link.reject(Verdict.LOST_TO, claim.entry.phrase)


def _inner_keywords(places: dict[tuple[int, int, int], list[Link]]) -> None:
    """Let a value that holds a keyword have it: « BDC 2026/110 » after « Commande » is no second reference."""
    by_cell: dict[tuple[int, int], list[Link]] = defaultdict(list)
    for (page, cell, _), claims in places.items():
        by_cell[page, cell].extend(claims)
    for (page, _, _), claims in places.items():
        for link in claims:
            anchor = link.anchor
            assert anchor is not None
            for outer in by_cell.get((page, anchor.cell), ()):
                inside = outer.spans[0].start <= anchor.start < outer.spans[0].end
                if inside and outer is not link and outer.rule is link.rule:
                    link.reject(Verdict.LOST_TO, outer.raw)


_NOTHING: Decision[object] = Decision(status=Status.ABSENT)


def decide_field(
    rule: FieldRule[object], links: Sequence[Link], unanswered: tuple[Unanswered, ...] = ()
) -> Decision[object]:
    """Return the decision on one field, every candidate with its verdict, and the keywords that have none."""
    if not links:
        return Decision(status=Status.ABSENT, unanswered=unanswered) if unanswered else _NOTHING
    live = [link for link in links if link.verdict is None]
    valid = [link for link in live if link.valid]
    failed = [link for link in live if not link.valid]
    strong = [link for link in valid if not link.weak]
    best = strong or valid
    for link in valid:
        if link not in best:
            link.reject(Verdict.SAME_VALUE if link.value in [b.value for b in best] else Verdict.WEAKER_KEYWORD)
    status, choice = Status.ABSENT, None
    if failed and not strong and (not best or any(not link.weak for link in failed)):
        # What the strongest word announces is wrong: a weaker word's value is not put in its place.
        for link in best:
            link.reject(Verdict.WEAKER_KEYWORD)
        best = []
        status = Status.INVALID
    if best:
        status, choice = _choose(rule, best)
    ordered = sorted(links, key=lambda link: (link is not choice, link.position)) if len(links) > 1 else links
    return Decision(
        status=status,
        value=choice.value if choice else None,
        chosen=0 if choice else None,
        candidates=tuple(link.candidate() for link in ordered),
        unanswered=unanswered,
    )


def _choose(rule: FieldRule[object], best: list[Link]) -> tuple[Status, Link | None]:
    if len(best) == 1:
        best[0].reject(Verdict.CHOSEN)
        return Status.FOUND, best[0]
    best = sorted(best, key=lambda link: link.position)
    values = list(dict.fromkeys(_same(link.value) for link in best))
    if len(values) > 1 and rule.rivals is Rivals.AMBIGUOUS:
        for link in best:
            link.reject(Verdict.RIVAL)
        return Status.AMBIGUOUS, None
    if len(values) > 1:
        for link in best:
            if _same(link.value) != values[0]:
                link.reject(Verdict.LOST_TO, best[0].raw)
    same = [link for link in best if link.verdict is None]
    choice = min(same, key=lambda link: (not (link.entry and link.entry.published), link.position))
    choice.reject(Verdict.CHOSEN)
    for link in same:
        link.reject(Verdict.SAME_VALUE)
    return Status.FOUND, choice


def _same(value: object) -> object:
    """Fold what two prints of one reference may differ in: spaces and case."""
    return value.replace(" ", "").upper() if isinstance(value, str) else value
