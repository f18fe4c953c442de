"""Finds the recipient's SIREN on pages that do not print its SIRET."""

from collections.abc import Iterable

from chorus_ocr.compliance.prose import Passage
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.rules.recipient import is_word_of_both
from chorus_ocr.values.siren import SIREN, Siren
from chorus_ocr.values.siret import SIRET

_NUMBER_SIGNS = frozenset({"n", "n°", "no", "numero"})
_PUBLIC = ("1", "2")
"""INSEE keeps the SIRENs that open with these for public bodies."""


def announced_siren(seen: Seen) -> tuple[Siren, Passage] | None:
    """Return the SIREN that stands after a word for the recipient's SIRET, or after the same word said of a SIREN."""
    rule = seen.rules.get("siret_destinataire")
    words = (
        [] if rule is None else [each for each in rule.words() if "SIRET" in each and not is_word_of_both(seen, each)]
    )
    words += [each.replace("SIRET ", "SIRET du ") for each in words if each.startswith("SIRET ")]
    return _after(seen, [*words, *(each.replace("SIRET", "SIREN") for each in words)])


def unclaimed_public_siren(seen: Seen) -> tuple[Siren, Passage] | None:
    """Return the public SIREN that « SIREN » announces alone, where the supplier is known and has another."""
    supplier = str(seen.found("siret_fournisseur") or "")[:9]
    found = _after(seen, ["SIREN"], but=supplier) if supplier else None
    return found if found is not None and found[0].startswith(_PUBLIC) else None


def _after(seen: Seen, phrases: Iterable[str], but: str = "") -> tuple[Siren, Passage] | None:
    for prose in seen.prose:
        for phrase in phrases if " sire" in prose.text else ():
            for rest in prose.after(phrase):
                said = rest.split(" ", 6)[:5]
                own = said[1:] if said and said[0] in _NUMBER_SIGNS else said
                digits = own[:1] if own and len(own[0]) == 9 else own[:3]
                parsed = SIREN.parse(" ".join(digits))
                if parsed.value is None or not parsed.valid or parsed.value == but:
                    continue
                passage = prose.find(" ".join([phrase, *said[: len(said) - len(own)], *digits]))
                # A SIRET is nobody's or the other party's.
                if passage is None or SIRET.parse("".join(own[: len(digits) + 1])).valid:
                    continue
                return parsed.value, passage
    return None
