"""A decision in words: which keyword announced the value, from where, and why every other candidate was set aside."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from chorus_ocr.compliance.messages import Lang, Text, written
from chorus_ocr.compliance.warning import ComplianceWarning
from chorus_ocr.recognition.candidate import Candidate, Decision, Detail, DocumentKind, Status, Verdict
from chorus_ocr.recognition.field import FieldRule, Relation

MOST_WORDS = 6
"""How many of the words that announce an absent field are named."""

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

VERDICTS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        Verdict.CHOSEN: Text("retenu", "taken"),
        Verdict.SAME_VALUE: Text("même valeur que celle retenue", "the same value as the one taken"),
        Verdict.RIVAL: Text(
            "aussi bien annoncé qu'une autre valeur : aucune n'est retenue",
            "as well announced as another value: neither is taken",
        ),
        Verdict.CHECKSUM: Text("sa clé de contrôle est fausse", "its check digits are wrong"),
        Verdict.IMPOSSIBLE_DATE: Text("cette date n'existe pas", "there is no such date"),
        Verdict.AMBIGUOUS_DATE: Text("on n'y distingue pas le jour du mois", "day and month cannot be told apart"),
        "format": Text("ce n'est pas une valeur de ce champ", "not a value of this field"),
        Verdict.NOT_ANNOUNCED: Text("aucun mot-clé ne l'annonce", "no keyword announces it"),
        Verdict.WRONG_ROLE: Text("c'est celui de l'autre partie", "it is the other party's"),
        Verdict.LOST_TO: Text("une annonce plus proche l'emporte", "a nearer keyword wins"),
        Verdict.WEAKER_KEYWORD: Text("un mot-clé plus précis l'emporte", "a more precise keyword wins"),
        Verdict.DOES_NOT_ADD_UP: Text(
            "ne s'accorde pas avec les autres totaux", "does not add up with the other totals"
        ),
        Verdict.ITEM_COLUMN: Text("montant d'une ligne d'article, non un total", "the amount of an item, not a total"),
        Verdict.VAT_TABLE: Text("ligne du détail de TVA, non un total", "a row of the VAT breakdown, not a total"),
        Verdict.NOT_A_TITLE: Text("ce n'est pas le titre du document", "not the title of the document"),
        Verdict.NOT_AN_INVOICE: Text(
            "le document n'est pas une facture d'après son titre", "the document is no invoice by its title"
        ),
        Verdict.SPECIMEN: Text(
            "sur une page qui explique une facture type", "on a page that explains an invoice with invented figures"
        ),
        "share_capital": Text("c'est un capital social", "it is a share capital"),
        "not_a_reference": Text(
            "ces mots n'annoncent pas cette référence", "these words do not announce the reference"
        ),
        "other_reference": Text("ces mots annoncent une autre référence", "these words announce another reference"),
        "not_factoring": Text("cette subrogation n'est pas un affacturage", "this subrogation is no factoring"),
        "other_date": Text("ces mots annoncent une autre date", "these words announce another date"),
        "not_the_total": Text("ces mots annoncent un autre montant", "these words announce another amount"),
    }
)
"""Why a candidate was taken or not. Other verdicts are those of an application's own stop phrases."""

DETAILS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        Detail.HEADING: Text("d'après l'intitulé de son bloc", "by the heading of its block"),
        Detail.FOOTER: Text("d'après les mentions légales du pied de page", "by the legal mentions of the footer"),
        Detail.REGISTER: Text("d'après la mention du registre", "by the register entry"),
        Detail.ADDRESS: Text("d'après son bloc d'adresse", "by its address block"),
        Detail.PUBLIC_BODY: Text("d'après l'organisme public nommé au-dessus", "by the public body named above it"),
        Detail.STATE: Text("c'est le SIREN de l'État", "it is the State's SIREN"),
        Detail.FACTOR: Text(
            "d'après la mention du factor ou d'un tiers", "by the mention of a factor or a third party"
        ),
        Detail.SAME_SIREN: Text("même SIREN qu'un numéro de cette partie", "same SIREN as a number of that party"),
        Detail.PUBLIC_SIREN: Text("c'est un SIREN d'organisme public", "it is a public body's SIREN"),
        Detail.COMPANY_SIREN: Text("ce n'est pas un SIREN d'organisme public", "it is no public body's SIREN"),
        Detail.ELIMINATION: Text("seul numéro, donc du fournisseur", "the only number, hence the supplier's"),
        Detail.ESTABLISHMENT: Text(
            "le SIRET de l'établissement, non du siège", "the establishment's, not the head office's"
        ),
        Detail.NO_CODE: Text("ce qui suit n'est pas un code", "what follows is no code"),
        Detail.NO_NUMBER_SIGN: Text(
            "ni « n° » ni deux-points avant la valeur", "no number sign or colon before the value"
        ),
        Detail.NOT_AT_HEAD: Text("le mot n'ouvre pas sa case", "the word does not open its cell"),
        Detail.IN_SENTENCE: Text("cité dans une phrase", "told in a sentence"),
        Detail.NOT_CHOSEN: Text("refusé, seulement accepté ou déjà fait", "refused, only accepted or done already"),
        Detail.OTHER_CASE: Text("dit d'un autre cas", "said of another case"),
        Detail.ONE_OF_SEVERAL: Text("un choix parmi plusieurs", "one of several offered"),
        Detail.NO_PAYMENT: Text(
            "le délai d'autre chose que du paiement", "the deadline of something else than the payment"
        ),
        Detail.AWAY_FROM_TITLE: Text("loin du titre du document", "away from the title of the document"),
        Detail.OTHER_CURRENCY: Text("les totaux sont dans une autre devise", "the totals are in another currency"),
        DocumentKind.QUOTE: Text("un devis", "a quote"),
        DocumentKind.ORDER: Text("une commande ou une autre pièce", "an order or another paper"),
        DocumentKind.UNKNOWN: Text("titre inconnu", "unknown title"),
    }
)
"""What recognition adds to a verdict in code; anything else is print, and is quoted."""

REASONS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        Detail.NO_PARTY: Text("rien ne dit à qui il est", "nothing tells whose it is"),
        Detail.SUBCONTRACTOR: Text(
            "c'est celui du titulaire, or un sous-traitant ou un cotraitant facture",
            "it is the main contractor's, and a subcontractor or a partner bills",
        ),
        Detail.CUSTOMERS_ACCOUNT: Text("c'est le compte du client", "it is the customer's own account"),
        Detail.OTHER_INVOICE: Text("c'est celui d'une autre facture", "it is another invoice's"),
        Detail.DEPOSIT: Text("c'est celui d'un acompte ou d'un solde antérieur", "a deposit's or an earlier balance's"),
        Detail.NO_CREDIT_NOTE: Text("le document n'est pas un avoir", "the document is no credit note"),
        Detail.OTHER_NUMBER: Text("c'est le numéro d'autre chose", "it is the number of something else"),
        Detail.POLICY: Text("c'est le numéro d'un contrat d'assurance", "it is an insurance policy's number"),
        Detail.THING: Text("c'est la référence d'un article", "it is the reference of an article"),
    }
)
"""Details that say the whole reason: the verdict adds nothing to them."""

_PAGE = Text("page {page}", "page {page}")
_PUBLISHED = Text("mot-clé publié", "a published keyword")
_UNPUBLISHED = Text("mot non publié", "an unpublished word")
_CANDIDATES = Text("Candidats écartés :", "Candidates set aside:")
_CANDIDATE = Text("{place} : {why}", "{place}: {why}")
_PREMISES = Text("D'après : {premises}", "It follows from: {premises}")
_WORDS = Text("Mots qui l'annoncent : {words}", "Words that announce it: {words}")
_AND_MORE = Text("et {count} autres", "and {count} more")
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
        told = tuple(f"{each.code} {each.message} {each.hint}" for each in warnings)
        parts.append(Part(_WARNINGS.in_lang(lang), told))
    for head, items in parts:
        lines += [head] if head else []
        lines += [f"  {item}" for item in items]
    return "\n".join(lines)


def explanation(
    rule: FieldRule[object], decision: Decision[object], rules: Mapping[str, FieldRule[object]], lang: Lang
) -> Iterator[Part]:
    """Yield the decision on a field in words: what it is and why, then the candidates set aside."""
    value = written(decision.value, lang, rule.value.name)
    why_so = []
    if decision.premises:
        named = [rules[each].label if each in rules else f"« {each} »" for each in decision.premises]
        why_so.append(_PREMISES.in_lang(lang, premises=" ; ".join(named)))
    if decision.choice is not None:
        why_so.append(_place(rule, decision.choice, lang))
    yield Part(STATUSES[decision.status].in_lang(lang, value=value), tuple(why_so))
    others = [each for at, each in enumerate(decision.candidates) if at != decision.chosen]
    if others:
        told = (_CANDIDATE.in_lang(lang, place=_place(rule, each, lang), why=why(each, lang)) for each in others)
        yield Part(_CANDIDATES.in_lang(lang), tuple(told))
    if decision.status is Status.ABSENT and rule.words():
        yield Part("", (_words(rule, lang),))


def why(candidate: Candidate[object], lang: Lang) -> str:
    """Return the reason why a candidate was taken or set aside."""
    if candidate.detail is not None and candidate.detail in REASONS:
        return REASONS[candidate.detail].in_lang(lang)
    verdict = VERDICTS.get(candidate.verdict)
    reason = candidate.verdict if verdict is None else verdict.in_lang(lang)
    if candidate.detail is None or candidate.detail == candidate.keyword:
        return reason
    known = DETAILS.get(candidate.detail)
    return f"{reason} ({f'« {candidate.detail} »' if known is None else known.in_lang(lang)})"


def announced(candidate: Candidate[object], lang: Lang) -> str:
    """Return how a candidate is announced: by which keyword, and from where."""
    relation = candidate.relation or Relation.SAME_CELL
    if candidate.keyword is None:
        return WITHOUT_KEYWORD.get(candidate.relation, WITHOUT_KEYWORD[None]).in_lang(lang)
    return RELATIONS[relation].in_lang(lang, keyword=candidate.keyword)


def _place(rule: FieldRule[object], candidate: Candidate[object], lang: Lang) -> str:
    told = [_PAGE.in_lang(lang, page=candidate.page), announced(candidate, lang)]
    if rule.published and candidate.keyword is not None and candidate.verdict == Verdict.CHOSEN:
        told.append((_PUBLISHED if candidate.published else _UNPUBLISHED).in_lang(lang))
    return f"« {candidate.raw} », {', '.join(told)}"


def _words(rule: FieldRule[object], lang: Lang) -> str:
    words = rule.words()
    named = ", ".join(f"« {word} »" for word in words[:MOST_WORDS])
    more = len(words) - MOST_WORDS
    if more > 0:
        named = f"{named} {_AND_MORE.in_lang(lang, count=more)}"
    return _WORDS.in_lang(lang, words=named)
