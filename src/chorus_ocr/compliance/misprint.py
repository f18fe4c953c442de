"""What a SIRET whose key is wrong may have been meant to be: one digit changed, or two that changed places."""

from collections.abc import Iterator
from itertools import combinations

from chorus_ocr.compliance.seen import Seen
from chorus_ocr.values.siren import SIREN, Siren, format_siren
from chorus_ocr.values.siret import Siret, passes

_SIRENS = 9


def readings(siret: str) -> tuple[Siret, ...]:
    """Return every valid SIRET that one other digit, or two digits in each other's place, make of fourteen digits.

    >>> "11000201100044" in readings("11000201100045"), "11000201100044" in readings("11000210100044")
    (True, True)
    """
    return tuple(Siret(each) for each in dict.fromkeys(_changed(siret)) if passes(each))


def _changed(siret: str) -> Iterator[str]:
    for at, digit in enumerate(siret):
        for other in "0123456789":
            if other != digit:
                yield siret[:at] + other + siret[at + 1 :]
    for one, two in combinations(range(len(siret)), 2):
        if siret[one] != siret[two]:
            yield siret[:one] + siret[two] + siret[one + 1 : two] + siret[one] + siret[two + 1 :]


def printed_reading(seen: Seen, siret: str) -> Siret | None:
    """Return the one reading of a wrong SIRET that something else on the pages supports, or None.

    A SIRET that is printed supports it, else a SIREN, alone or in a VAT number. A wrong SIRET whose SIREN is right
    errs in its last five digits, which no SIREN tells; and the supplier's numbers are not the recipient's.
    """
    supplier = str(seen.found("siret_fournisseur") or "")[:_SIRENS]
    likely = [each for each in readings(siret) if each[:_SIRENS] != supplier]
    names = ("siret_destinataire", "siret_fournisseur", "tva_destinataire", "tva_fournisseur")
    numbers = {str(each.value) for name in names for each in seen.decision(name).candidates}
    whole = [each for each in likely if each in numbers]
    if whole:
        return whole[0] if len(whole) == 1 else None
    if SIREN.parse(siret[:_SIRENS]).valid:
        return None
    inside = {number[4:] for number in numbers if number.startswith("FR")} | {
        number[:_SIRENS] for number in numbers if number != siret and number.isdigit()
    }
    supported = [
        each
        for each in likely
        if each[:_SIRENS] in inside or seen.says(each[:_SIRENS], format_siren(Siren(each[:_SIRENS]))) is not None
    ]
    return supported[0] if len(supported) == 1 else None
