"""What a report keeps of the rule pack that made it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self, SupportsIndex

from chorus_ocr.recognition.field import FieldRule
from chorus_ocr.recognition.vocabulary import Vocabulary
from chorus_ocr.rules import CHORUS_PRO, RulePack


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesUsed:
    """The rule pack that made a report, by name.

    ``fields`` are its rules, in the order of the form; ``vocabulary`` the words around them.
    """

    name: str
    version: str
    fingerprint: str
    fields: Mapping[str, FieldRule[object]] = field(repr=False)
    vocabulary: Vocabulary = field(repr=False)

    @classmethod
    def of(cls, pack: RulePack) -> Self:
        """Return what a report keeps of a pack: all but its checks, which are done."""
        return cls(
            name=pack.name,
            version=pack.version,
            fingerprint=pack.fingerprint,
            fields=pack.rules,
            vocabulary=pack.vocabulary,
        )

    def __reduce_ex__(self, protocol: SupportsIndex) -> str | tuple[Any, ...]:
        # Every process has the standard rules: a report does not carry them along.
        own, standard = self.fields, CHORUS_PRO.rules
        same = own.keys() == standard.keys() and all(rule is standard[name] for name, rule in own.items())
        if same and self.vocabulary is CHORUS_PRO.vocabulary and self.fingerprint == CHORUS_PRO.fingerprint:
            return _standard, (self.name, self.version, self.fingerprint)
        return object.__reduce_ex__(self, protocol)


def _standard(name: str, version: str, fingerprint: str) -> RulesUsed:
    # The report stays one of the rules that made it, though the process that loads it may hold newer ones.
    return replace(RulesUsed.of(CHORUS_PRO), name=name, version=version, fingerprint=fingerprint)
