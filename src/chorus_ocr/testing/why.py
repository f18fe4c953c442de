"""Why a field holds something else than was meant, in words: the same decision as ``Report.explain()`` tells, in brief.

What speaks of the value that was meant comes first: where it stands, and why it was not taken.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from chorus_ocr.compliance.blank import near_miss
from chorus_ocr.compliance.messages import Lang, Text, written
from chorus_ocr.compliance.verdicts import VERDICTS
from chorus_ocr.prefill import Fields
from chorus_ocr.recognition.candidate import Candidate, Decision, Status, Verdict
from chorus_ocr.recognition.field import FieldRule
from chorus_ocr.report import Report
from chorus_ocr.report.explain import explanation, place, set_aside, unanswered
from chorus_ocr.testing.meant import ENUMERATIONS
from chorus_ocr.testing.whereabouts import Whereabouts, whereabouts
from chorus_ocr.tuning.grading import normal

MOST: Final = 3
"""How many candidates are told of one field: ``Report.explain()`` tells them all."""

_READ: Final = Text("lu à cet endroit : {place}", "read there: {place}")
_FAULTY: Final = Text("« {value} » ne peut pas être lu : {why}", "« {value} » cannot be read: {why}")
ANNOUNCED_BY_NOTHING: Final = Text(
    "rien ne l'annonce sur les pages lues", "nothing announces it on the pages that are read"
)
_NOWHERE: Final = Text(
    "« {value} » ne se lit nulle part sur les pages lues", "« {value} » stands nowhere on the pages that are read"
)
_THERE: Final = {
    Whereabouts.PLAIN: Text(
        "« {printed} » se lit page {page}, sans qu'un mot de ce champ l'annonce",
        "« {printed} » stands on page {page}, and no word of this field announces it",
    ),
    Whereabouts.GLUED: Text(
        "page {page}, la valeur est collée à autre chose : « {printed} »",
        "on page {page} the value is glued to something else: « {printed} »",
    ),
    Whereabouts.HIDDEN: Text(
        "« {printed} » est dans le PDF, page {page}, mais personne ne l'y voit",
        "« {printed} » is in the PDF, on page {page}, but nobody can see it there",
    ),
    Whereabouts.BEYOND: Text(
        "« {printed} » n'est imprimé qu'à la page {page}, qui n'est pas lue",
        "« {printed} » is printed on page {page} only, which is not read",
    ),
}


def fault_of(rule: FieldRule[object], meant: object) -> str | None:
    """Return why a text that was meant can be no value of its field of the form; None where it can, or is no text."""
    if not isinstance(meant, str) or rule.name in ENUMERATIONS or rule.name not in Fields.__annotations__:
        return None
    return rule.value.parse(meant).fault


def spelt_as(rule: FieldRule[object], value: object) -> str:
    """Return the name of the value type whose spelling a value has; none for a text that is none of its values."""
    return "" if fault_of(rule, value) == "format" else rule.value.name


def why(
    rule: FieldRule[object], decision: Decision[object], meant: object, report: Report, *, told: bool = False
) -> Iterator[str]:
    """Yield why a field does not hold what was meant, a sentence each.

    ``meant`` None: it was to stay blank. ``told``: warnings about this field say besides what hides it.
    """
    lang, choice = report.lang, decision.choice
    if decision.status is Status.FOUND and choice is not None:
        yield _READ.in_lang(lang, place=place(rule, choice, lang))
    if meant is None:
        return
    others = [each for at, each in enumerate(decision.candidates) if at != decision.chosen]
    own = [each for each in others if _is(rule.name, each, meant)]
    if own:
        yield from _told(rule, own, lang)
        yield from _told(rule, [each for each in others if each.verdict == Verdict.RIVAL and each not in own], lang)
        return
    fault = fault_of(rule, meant)
    if fault is not None:
        yield _FAULTY.in_lang(lang, value=meant, why=VERDICTS[fault].in_lang(lang))
    yield from _not_among(rule, decision, meant, report, told)


def _is(name: str, candidate: Candidate[object], meant: object) -> bool:
    printed = candidate.raw if candidate.value is None else candidate.value
    return candidate.value == meant or normal(name, printed) == normal(name, meant)


def _told(rule: FieldRule[object], candidates: Sequence[Candidate[object]], lang: Lang) -> Iterator[str]:
    yield from dict.fromkeys(set_aside(rule, each, lang) for each in candidates[:MOST])


def _not_among(
    rule: FieldRule[object], decision: Decision[object], meant: object, report: Report, told: bool
) -> Iterator[str]:
    """Yield why nothing was read, where no candidate is the value that was meant."""
    lang, shown = report.lang, "" if isinstance(meant, tuple) else written(meant, Lang.FR, spelt_as(rule, meant))
    found = whereabouts(report.document, shown)
    for each in found:
        if not (told and each.how in (Whereabouts.HIDDEN, Whereabouts.BEYOND)):
            yield _THERE[each.how].in_lang(lang, printed=each.printed, page=each.page)
    match decision.status:
        case Status.AMBIGUOUS | Status.INVALID:
            verdicts = (Verdict.RIVAL, Verdict.CHECKSUM, Verdict.IMPOSSIBLE_DATE)
            yield from _told(rule, [each for each in decision.candidates if each.verdict in verdicts], lang)
        case Status.INFERRED:
            head, items = next(explanation(rule, decision, report.rules.fields, lang))
            yield head
            yield from items
        case Status.ABSENT if not found:
            near = near_miss(decision)
            if near is not None:
                yield set_aside(rule, near.candidate, lang)
            elif not decision.unanswered:
                yield ANNOUNCED_BY_NOTHING.in_lang(lang)
        case Status.FOUND if not found and isinstance(meant, str) and fault_of(rule, meant) is None:
            yield _NOWHERE.in_lang(lang, value=shown)
    if decision.unanswered and decision.status is not Status.FOUND:
        yield unanswered(decision, lang)
