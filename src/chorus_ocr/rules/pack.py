"""A rule pack as a value: the fields, the checks and the words of a recognition, immutable and validated."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from dataclasses import fields as dataclass_fields
from importlib import import_module
from typing import Any, Self, SupportsIndex

from chorus_ocr.compliance.check import Check
from chorus_ocr.errors import RuleError
from chorus_ocr.recognition.field import FieldRule, Part, Relation
from chorus_ocr.recognition.lexicon import Lexicon, build_lexicon, phrase_tokens
from chorus_ocr.recognition.timed import compile_brought, is_brought
from chorus_ocr.recognition.vocabulary import Party, Reach, StopPhrase, Vocabulary

_SHARED = (
    frozenset({Part.RECIPIENT_SIRET, Part.SUPPLIER_SIRET, Part.RECIPIENT_VAT, Part.SUPPLIER_VAT}),
    frozenset({Part.GROSS, Part.DUE}),  # « Net à payer TTC » says both
)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RulePack:
    """The fields, checks and words of a recognition.

    Every ``with_…`` and ``without…`` method returns a new pack; none changes this one. Raises ``RuleError``, at
    construction, listing every fault.

    A pack goes through ``pickle`` and comes back equal; ``CHORUS_PRO`` as a bare name. What a rule or a check calls
    goes by its name, too: a function of a module can be pickled, a lambda or a function inside another cannot, and
    ``pickle`` says which.
    """

    name: str
    version: str
    fields: tuple[FieldRule[object], ...]
    checks: tuple[Check, ...] = ()
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    lexicon: Lexicon = field(init=False, repr=False, compare=False)
    stop_rules: Mapping[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)
    brought: Mapping[str, Any] = field(init=False, repr=False, compare=False)
    """The patterns of the application's own value types, by the name of the rule, compiled to run under a timeout."""
    _known_fingerprint: str = field(default="", init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        lexicon = build_lexicon(self.fields, self.vocabulary)
        faults = [*_faults(self), *_faults_of(self.checks), *_claimed_twice(self, lexicon)]
        brought: dict[str, Any] = {}
        for rule in filter(is_brought, self.fields):
            try:
                brought[rule.name] = compile_brought(rule)
            except ValueError as error:
                faults.append(f"{rule.name}: {error}")
        if faults:
            raise RuleError(tuple(faults))
        object.__setattr__(self, "lexicon", lexicon)
        object.__setattr__(self, "brought", brought)
        object.__setattr__(self, "stop_rules", _stop_rules(self, lexicon))

    def __reduce_ex__(self, protocol: SupportsIndex) -> str | tuple[Any, ...]:
        if self is standard_pack():
            return standard_pack, ()
        return object.__reduce_ex__(self, protocol)

    def __repr__(self) -> str:
        told = f"{len(self.fields)} fields, {len(self.checks)} checks"
        return f"<RulePack {self.name} {self.version} ({self.fingerprint}): {told}>"

    @property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits that change with any word, rule or check of the pack."""
        if not self._known_fingerprint:  # two threads may both make it: they make the same
            object.__setattr__(self, "_known_fingerprint", _fingerprint(self))
        return self._known_fingerprint

    @property
    def rules(self) -> dict[str, FieldRule[object]]:
        """The field rules by name, in the order of the form."""
        return {rule.name: rule for rule in self.fields}

    def with_keywords(self, name: str, *phrases: str) -> Self:
        """Return a pack in which these phrases announce a field as strongly as the published ones."""
        rule = self._rule(name)
        return self._with_rule(replace(rule, keywords=rule.keywords + phrases))

    def with_aliases(self, name: str, *phrases: str) -> Self:
        """Return a pack in which these phrases announce a field, with a warning where AIFE publishes others."""
        rule = self._rule(name)
        return self._with_rule(replace(rule, aliases=rule.aliases + phrases))

    def without_keywords(self, name: str, *phrases: str) -> Self:
        """Return a pack in which these phrases, published or not, no longer announce a field."""
        rule = self._rule(name)
        gone = {phrase.casefold() for phrase in phrases}
        faults = [
            f"{name}: no keyword or alias {phrase!r}{_suggest(phrase, rule.words())}"
            for phrase in phrases
            if phrase.casefold() not in {word.casefold() for word in rule.words()}
        ]
        if faults:
            raise RuleError(tuple(faults))

        def kept(words: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(word for word in words if word.casefold() not in gone)

        return self._with_rule(
            replace(
                rule,
                keywords=kept(rule.keywords),
                weak_keywords=kept(rule.weak_keywords),
                aliases=kept(rule.aliases),
                weak_aliases=kept(rule.weak_aliases),
                title_aliases=kept(rule.title_aliases),
            )
        )

    def with_field(self, rule: FieldRule[object]) -> Self:
        """Return a pack with one more field, after the others; a field of the same name is replaced."""
        if rule.name in self.rules:
            return self._with_rule(rule)
        return replace(self, fields=(*self.fields, rule))

    def with_check(self, check: Check) -> Self:
        """Return a pack with one more check, after the others; a check of the same code is replaced."""
        kept = tuple(check if old.code == check.code else old for old in self.checks)
        return self._with_checks(kept if check in kept else (*kept, check))

    def with_vocabulary(self, vocabulary: Vocabulary) -> Self:
        """Return a pack with other role words, stop phrases, abbreviations, reach."""
        return replace(self, vocabulary=vocabulary)

    def with_stop_phrases(self, *stops: StopPhrase) -> Self:
        """Return a pack with more phrases that only look like keywords."""
        return self.with_vocabulary(replace(self.vocabulary, stop_phrases=self.vocabulary.stop_phrases + stops))

    def with_roles(self, party: Party, *phrases: str) -> Self:
        """Return a pack in which these phrases head the address block of a party."""
        more = tuple((phrase, party) for phrase in phrases)
        return self.with_vocabulary(replace(self.vocabulary, roles=self.vocabulary.roles + more))

    def with_relations(self, name: str, *relations: Relation) -> Self:
        """Return a pack in which a field's words announce its value in these places only."""
        return self._with_rule(replace(self._rule(name), relations=relations))

    def without_relations(self, *relations: Relation) -> Self:
        """Return a pack that takes no value of any field from these places, and shows what stands there as refused."""
        known = list(map(str, Relation))
        faults = [f"no relation {each!r}{_suggest(str(each), known)}" for each in relations if each not in known]
        if faults:
            raise RuleError(tuple(faults))
        refused = dict.fromkeys((*self.vocabulary.refused_relations, *relations))
        return self.with_vocabulary(replace(self.vocabulary, refused_relations=tuple(refused)))

    def with_reach(self, *, below: float | None = None, block: float | None = None) -> Self:
        """Return a pack whose words announce further, or less far: see ``Reach``. None leaves a distance as it is."""
        reach = self.vocabulary.reach
        return self.with_vocabulary(
            replace(
                self.vocabulary,
                reach=Reach(
                    below=reach.below if below is None else below,
                    block=reach.block if block is None else block,
                ),
            )
        )

    def without(self, *names: str) -> Self:
        """Return a pack without these fields (by name) or checks (by code)."""
        known = [rule.name for rule in self.fields] + [check.code for check in self.checks]
        faults = [f"no field or check {name!r}{_suggest(name, known)}" for name in names if name not in known]
        if faults:
            raise RuleError(tuple(faults))
        pack = self._with_checks(tuple(check for check in self.checks if check.code not in names))
        fields = tuple(rule for rule in self.fields if rule.name not in names)
        return pack if fields == self.fields else replace(pack, fields=fields)

    def _rule(self, name: str) -> FieldRule[object]:
        rule = self.rules.get(name)
        if rule is None:
            raise RuleError((f"no field {name!r}{_suggest(name, self.rules)}",))
        return rule

    def _with_checks(self, checks: tuple[Check, ...]) -> Self:
        """Return a pack with other checks. What is made of the words, which takes long, is handed on."""
        pack = object.__new__(type(self))  # no copy(): it makes what ``__reduce_ex__`` names, which may be this pack
        for own in dataclass_fields(self):
            object.__setattr__(pack, own.name, getattr(self, own.name))
        object.__setattr__(pack, "checks", checks)
        object.__setattr__(pack, "_known_fingerprint", "")
        return pack

    def _with_rule(self, rule: FieldRule[object]) -> Self:
        return replace(self, fields=tuple(rule if old.name == rule.name else old for old in self.fields))


def standard_pack() -> RulePack:
    """Return ``CHORUS_PRO``, which every process has: by its name, because it is made of packs, not the reverse."""
    pack: RulePack = import_module("chorus_ocr.rules").CHORUS_PRO
    return pack


def _fingerprint(pack: RulePack) -> str:
    from hashlib import sha256  # loads a library of its own

    told = repr((pack.name, pack.version, pack.vocabulary, [_told(rule) for rule in pack.fields]))
    told += repr([(check.code, check.severity) for check in pack.checks])
    return sha256(told.encode()).hexdigest()[:12]


def _told(rule: FieldRule[object]) -> tuple[object, ...]:
    return (rule.name, rule.words(), rule.weak_aliases, rule.weak_keywords, rule.part, rule.relations, rule.rivals,
            rule.value.name, rule.value.pattern.pattern)  # fmt: skip


def _suggest(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches  # for errors only

    close = get_close_matches(name, list(known), n=1)
    return f"; did you mean {close[0]!r}?" if close else ""


def _faults(pack: RulePack) -> Iterable[str]:
    if not pack.name.strip() or not pack.version.strip():
        yield "a pack has a name and a version"
    if not pack.fields:
        yield "a pack has at least one field"
    names: set[str] = set()
    for rule in pack.fields:
        if rule.name in names:
            yield f"{rule.name}: two rules have this name"
        names.add(rule.name)


def _faults_of(checks: Iterable[Check]) -> Iterable[str]:
    codes: set[str] = set()
    for check in checks:
        if check.code in codes:
            yield f"{check.code}: two checks have this code"
        codes.add(check.code)


def _claimed_twice(pack: RulePack, lexicon: Lexicon) -> Iterable[str]:
    """Name every phrase that two fields claim, unless both are of the two parties, which generic words may mean."""
    owners: dict[tuple[str, ...], FieldRule[object]] = {}
    for rule in pack.fields:
        for phrase in rule.keywords + rule.weak_keywords + rule.aliases + rule.weak_aliases + rule.title_aliases:
            key = tuple(phrase_tokens(lexicon, phrase))
            owner = owners.setdefault(key, rule)
            if (
                owner is not rule
                and owner.value.name == rule.value.name
                and not any({owner.part, rule.part} <= shared for shared in _SHARED)
            ):
                yield f"{rule.name}: the phrase {phrase!r} already announces {owner.name}"


def _stop_rules(pack: RulePack, lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """Tell for each stop phrase which fields its candidates are shown with: those whose own words it contains."""
    rank = {rule.name: at for at, rule in enumerate(pack.fields)}
    owners: dict[tuple[str, ...], list[str]] = {}
    for rule in pack.fields:
        for phrase in rule.keywords + rule.weak_keywords + rule.aliases + rule.weak_aliases:
            owners.setdefault(tuple(phrase_tokens(lexicon, phrase)), []).append(rule.name)
    shown: dict[str, tuple[str, ...]] = {}
    for stop in pack.vocabulary.stop_phrases:
        own = phrase_tokens(lexicon, stop.phrase)
        names = {
            name
            for start in range(len(own))
            for end in range(start + 1, len(own) + 1)
            for name in owners.get(tuple(own[start:end]), ())
        }
        if stop.field in rank:
            names.add(stop.field)
        shown[stop.phrase] = tuple(sorted(names, key=rank.__getitem__))
    return shown
