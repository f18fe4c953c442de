"""A decision in words: which keyword announced the value, from where, and why every other candidate was set aside."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from chorus_ocr.compliance.messages import Lang, Text, written
from chorus_ocr.compliance.verdicts import why
from chorus_ocr.compliance.warning import ComplianceWarning
from chorus_ocr.recognition.candidate import Candidate, Decision, Status, Verdict
from chorus_ocr.recognition.field import FieldRule, Relation
from chorus_ocr.rules import published_words

MOST_WORDS = 6
"""How many of the words that announce a field, or that led nowhere, are named."""

STATUSES: Final[Mapping[Status, Text]] = MappingProxyType(
    {
        Status.FOUND: Text("Trouvé : {value}", "Found: {value}"),
        Status.AMBIGUOUS: Text(
            "Ambigu : plusieurs valeurs ont le même droit, le champ reste vide",
            "Ambiguous: several values have an equal right, the field stays blank",
        ),
        Status.INVALID: Text(
            "Invalide : la valeur annoncée ne peut pas être juste, le champ reste vide",
            "Invalid: the value announced cannot be right, the field stays blank",
        ),
        Status.ABSENT: Text(
            "Absent : rien ne l'annonce sur les pages lues, le champ reste vide",
            "Absent: nothing announces it on the pages read, the field stays blank",
        ),
        Status.INFERRED: Text(
            "Calculé : {value}, qui n'est pas imprimé ; le champ reste vide",
            "Inferred: {value}, which is not printed; the field stays blank",
        ),
    }
)

RELATIONS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        Relation.SAME_CELL: Text("après « {keyword} »", "after « {keyword} »"),
        Relation.RIGHT: Text("à droite de « {keyword} »", "to the right of « {keyword} »"),
        Relation.BELOW: Text("sous « {keyword} »", "below « {keyword} »"),
        Relation.ABOVE: Text("au-dessus de « {keyword} »", "above « {keyword} »"),
        Relation.BEFORE: Text("juste avant « {keyword} »", "right before « {keyword} »"),
        Relation.ITSELF: Text("reconnu par les mots « {keyword} »", "recognised by the words « {keyword} »"),
        Relation.BLOCK: Text(
            "après « {keyword} », dans un bloc qui dit de qui il s'agit",
            "after « {keyword} », in a block that tells whose it is",
        ),
    }
)

WITHOUT_KEYWORD: Final[Mapping[str | None, Text]] = MappingProxyType(
    {
        Relation.ITSELF: Text("lu tel quel", "read as it stands"),
        Relation.BLOCK: Text("d'après sa place sur la page", "by its place on the page"),
        Relation.RIGHT: Text("à côté de son libellé", "beside its label"),
        None: Text("sans mot-clé", "without a keyword"),
    }
)

_PAGE = Text("page {page}", "page {page}")
_PUBLISHED = Text("mot-clé publié", "a published keyword")
_OF_THE_PACK = Text("mot-clé du jeu de règles", "a keyword of the rule pack")
_UNPUBLISHED = Text("mot non publié", "an unpublished word")
_CANDIDATES = Text("Candidats écartés :", "Candidates set aside:")
_CANDIDATE = Text("{place} : {why}", "{place}: {why}")
_PREMISES = Text("D'après : {premises}", "It follows from: {premises}")
_WORDS = Text("Mots qui l'annoncent : {words}", "Words that announce it: {words}")
_AND_MORE = Text("et {count} autres", "and {count} more")
_UNANSWERED = Text("Mots-clés sans valeur à portée : {words}", "Keywords with no value in reach: {words}")
_PLACES = {
    1: Text("« {word} » (page {page})", "« {word} » (page {page})"),
    2: Text("« {word} » (page {page}, {count} fois)", "« {word} » (page {page}, {count} times)"),
}
_WARNINGS = Text("Avertissements :", "Warnings:")


class Part(NamedTuple):
    """A part of an explanation: what it says (empty for what only goes on), and what belongs to it, one a line."""

    head: str
    items: tuple[str, ...]


def explain(
    rule: FieldRule[object],
    decision: Decision[object],
    rules: Mapping[str, FieldRule[object]],
    warnings: Sequence[ComplianceWarning],
    lang: Lang,
) -> str:
    """Return the decision on a field in words, one candidate a line, with the warnings about the field."""
    lines = [f"{rule.label} ({rule.name})"]
    parts = [*explanation(rule, decision, rules, lang)]
    if warnings:
        parts.append(Part(_WARNINGS.in_lang(lang), tuple(_warning(each, lang) for each in warnings)))
    for head, items in parts:
        lines += [head] if head else []
        lines += [f"  {item}" for item in items]
    return "\n".join(lines)


def explanation(
    rule: FieldRule[object], decision: Decision[object], rules: Mapping[str, FieldRule[object]], lang: Lang
) -> Iterator[Part]:
    """Yield the decision on a field in words: what and why, the candidates set aside, the words that led nowhere."""
    value = written(decision.value, lang, rule.value.name)
    why_so = []
    if decision.premises:
        named = [rules[each].label if each in rules else f"« {each} »" for each in decision.premises]
        why_so.append(_PREMISES.in_lang(lang, premises=" ; ".join(named)))
    if decision.choice is not None:
        why_so.append(place(rule, decision.choice, lang))
    yield Part(STATUSES[decision.status].in_lang(lang, value=value), tuple(why_so))
    others = [each for at, each in enumerate(decision.candidates) if at != decision.chosen]
    if others:
        yield Part(_CANDIDATES.in_lang(lang), tuple(set_aside(rule, each, lang) for each in others))
    if decision.unanswered:
        yield Part("", (unanswered(decision, lang),))
    if decision.status is Status.ABSENT and rule.words():
        yield Part("", (_words(rule, lang),))


def announced(candidate: Candidate[object], lang: Lang) -> str:
    """Return how a candidate is announced: by which keyword, and from where."""
    relation = candidate.relation or Relation.SAME_CELL
    if candidate.keyword is None:
        return WITHOUT_KEYWORD.get(candidate.relation, WITHOUT_KEYWORD[None]).in_lang(lang)
    return RELATIONS[relation].in_lang(lang, keyword=candidate.keyword)


def set_aside(rule: FieldRule[object], candidate: Candidate[object], lang: Lang) -> str:
    """Return where a candidate stands, and why it was set aside."""
    return _CANDIDATE.in_lang(lang, place=place(rule, candidate, lang), why=why(candidate, lang))


def place(rule: FieldRule[object], candidate: Candidate[object], lang: Lang) -> str:
    """Return where a candidate stands: its print, its page, and what announces it."""
    told = [_PAGE.in_lang(lang, page=candidate.page), announced(candidate, lang)]
    if rule.published and candidate.keyword is not None and candidate.verdict == Verdict.CHOSEN:
        told.append(_standing(rule, candidate).in_lang(lang))
    return f"« {candidate.raw} », {', '.join(told)}"


def _standing(rule: FieldRule[object], candidate: Candidate[object]) -> Text:
    """Return what a word is to AIFE, which publishes a few, and knows none that an application made a keyword."""
    if not candidate.published:
        return _UNPUBLISHED
    return _PUBLISHED if candidate.keyword in published_words(rule.name) else _OF_THE_PACK


def _warning(warning: ComplianceWarning, lang: Lang) -> str:
    if warning.wording is None:
        return f"{warning.code} {warning.message} {warning.hint}"
    message, hint, arguments = warning.wording
    return f"{warning.code} {message.in_lang(lang, **arguments)} {hint.in_lang(lang, **arguments)}"


def unanswered(decision: Decision[object], lang: Lang) -> str:
    """Return which keywords of a field have no value in reach."""
    counted = Counter((each.page, each.keyword) for each in decision.unanswered)
    told = [
        _PLACES[min(count, 2)].in_lang(lang, word=word, page=page, count=count)
        for (page, word), count in counted.items()
    ]
    return _UNANSWERED.in_lang(lang, words=_few(told, lang))


def _words(rule: FieldRule[object], lang: Lang) -> str:
    return _WORDS.in_lang(lang, words=_few([f"« {word} »" for word in rule.words()], lang))


def _few(told: Sequence[str], lang: Lang) -> str:
    named, more = ", ".join(told[:MOST_WORDS]), len(told) - MOST_WORDS
    return f"{named} {_AND_MORE.in_lang(lang, count=more)}" if more > 0 else named
