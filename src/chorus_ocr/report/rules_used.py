"""What a report keeps of the rule pack that made it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Self, SupportsIndex

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
    _pack: RulePack | None = field(default=None, init=False, repr=False, compare=False)
    """The pack, to ask it for its fingerprint: most reports are never asked for it, and to make it takes long."""

    @classmethod
    def of(cls, pack: RulePack) -> Self:
        """Return what a report keeps of a pack: all but its checks, which are done."""
        made = cls(name=pack.name, version=pack.version, fingerprint="", fields=pack.rules, vocabulary=pack.vocabulary)
        object.__delattr__(made, "fingerprint")
        object.__setattr__(made, "_pack", pack)
        return made

    if not TYPE_CHECKING:  # else a type checker would take any name for an attribute

        def __getattr__(self, name: str) -> str:
            # Called for what is not there yet. Two threads may both set it: to the same.
            if name != "fingerprint" or self._pack is None:
                raise AttributeError(f"the rules of a report have no {name!r}", name=name, obj=self)
            object.__setattr__(self, "fingerprint", self._pack.fingerprint)
            return self.fingerprint

    def __reduce_ex__(self, protocol: SupportsIndex) -> str | tuple[Any, ...]:
        # Every process has the standard rules: a report does not carry them along.
        own, standard = self.fields, CHORUS_PRO.rules
        same = own.keys() == standard.keys() and all(rule is standard[name] for name, rule in own.items())
        if same and self.vocabulary is CHORUS_PRO.vocabulary and self.fingerprint == CHORUS_PRO.fingerprint:
            return _standard, (self.name, self.version, self.fingerprint)
        return _own, (self.name, self.version, self.fingerprint, self.fields, self.vocabulary)


def _standard(name: str, version: str, fingerprint: str) -> RulesUsed:
    # The report stays one of the rules that made it, though the process that loads it may hold newer ones.
    return replace(RulesUsed.of(CHORUS_PRO), name=name, version=version, fingerprint=fingerprint)


def _own(
    name: str, version: str, fingerprint: str, fields: Mapping[str, FieldRule[object]], vocabulary: Vocabulary
) -> RulesUsed:
    return RulesUsed(name=name, version=version, fingerprint=fingerprint, fields=fields, vocabulary=vocabulary)
