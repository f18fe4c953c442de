"""BIC: the ISO 9362 code of a bank, 4 letters, an ISO country, 2 characters of place, 3 optional ones of branch.

Source: ISO 9362:2022; SWIFT, « Business Identifier Code (BIC) ». No key at all: one capitalised word in a few has the
shape, which is why the country decides here. It must be real, and a code without a single digit must name a country
whose banks do have such codes, or end with the head office's ``XXX``. That refuses ALEXINUX (« IN ») and VIREMENT
(« ME »), at the price of a blank for a few remote banks.

>>> parse("BNPA FR PP XXX")
Parsed(value='BNPAFRPPXXX', fault=None)
>>> parse("ALEXINUX")
Parsed(value=None, fault='format')
"""

import re
from typing import Final, NewType

from chorus_ocr.values.late import compile_late
from chorus_ocr.values.parsed import Parsed, ValueType
from chorus_ocr.values.spelling import compact

Bic = NewType("Bic", str)

#: ISO 3166-1 alpha-2, and XK for Kosovo.
_COUNTRIES: Final = (
    "A[DEFGILMOQRSTUWXZ]|B[ABDEFGHIJLMNOQRSTVWYZ]|C[ACDFGHIKLMNORUVWXYZ]|D[EJKMOZ]|E[CEGHRST]|F[IJKMOR]"
    "|G[ABDEFGHILMNPQRSTUWY]|H[KMNRTU]|I[DELMNOQRST]|J[EMOP]|K[EGHIMNPRWYZ]|L[ABCIKRSTUVY]"
    "|M[ACDEFGHKLMNOPQRSTUVWXYZ]|N[ACEFGILOPRUZ]|OM|P[AEFGHKLMNRSTWY]|QA|R[EOSUW]|S[ABCDEGHIJKLMNORSTVXYZ]"
    "|T[CDFGHJKLMNORTVWZ]|U[AGMSYZ]|V[ACEGINU]|W[FS]|XK|Y[ET]|Z[AMW]"
)
#: Where the codes without any digit are: the country, and the letters that their place starts with (FRPP is Paris,
#: BEBB Brussels). In this list are the euro payments area and the French territories, less the countries whose places
#: all hold a digit (IE2D, NL2A, GB22). Without it CONTROLE would be Romanian, VENDREDI from La Réunion, CHAMBERY
#: Belgian, RESULTAT Lithuanian and PAIEMENT Montenegrin.
_PLACES: Final = {
    "AD": "A",
    "AL": "T",
    "AT": "W",
    "BE": "B",
    "BG": "S",
    "CH": "BGZ",
    "CZ": "P",
    "DE": "BDFHKMS",
    "DK": "K",
    "ES": "BMV",
    "FI": "H",
    "FR": "P",
    "GF": "G",
    "GP": "G",
    "GR": "A",
    "HU": "H",
    "IS": "R",
    "IT": "GMRT",
    "LU": "L",
    "MC": "M",
    "MQ": "M",
    "MT": "M",
    "NC": "N",
    "NO": "K",
    "PF": "T",
    "PL": "P",
    "PT": "P",
    "RE": "R",
    "RO": "B",
    "SE": "GS",
    "SK": "B",
    "SM": "S",
    "VA": "V",
}
_ALL_LETTERS: Final = "|".join(f"{country}(?=[{letters}])" for country, letters in _PLACES.items())
# The place never starts with 0 or 1 and never ends with the letter O (SWIFT's own schema).
_PLACE: Final = "[A-Z2-9][A-NP-Z0-9]"
_SOLID: Final = (
    rf"[A-Z]{{4}}(?:(?:{_ALL_LETTERS}){_PLACE}(?:[A-Z0-9]{{3}})?"
    rf"|(?:{_COUNTRIES})(?=[A-Z0-9]{{0,4}}[0-9]|[A-Z]{{2}}XXX){_PLACE}(?:[A-Z0-9]{{3}})?)"
)
# With inner spaces, or hyphenated at a line end, only French banks: « PAIX DE LA » has the shape of a German one.
# After a code in groups, three more characters are its branch, unless they open the next line of a footer.
_GAP: Final = r"(?:\s|-\s?)"
_SPACED: Final = (
    rf"[A-Z]{{4}}(?:{_GAP}(?:FR|MC){_GAP}?{_PLACE}|(?:FR|MC){_GAP}{_PLACE})(?![A-Z0-9]|\s[0-9]{{4}})"
    rf"(?:{_GAP}(?!APE|BIC|DOM|EUR|FAX|NAF|RCS|RIB|SAS|TEL|TTC|TVA|VAT|[0-9]{{0,3}}\s?[€%])[A-Z0-9]{{3}}(?![A-Z0-9]))?"
    rf"|[A-Z]{{4}}(?:FR|MC){_PLACE}{_GAP}XXX"
)

PATTERN: Final = compile_late(
    rf"""
    (?=[A-Z]{{4}}) (?!IBAN)
    # A keyword may be glued to it (BICCMCIFR2A): then the code starts after the keyword, not at « BICC ».
    (?: (?<![^\W_]) (?!(?:BIC|SWIFT)[A-Z]{{6}}[A-Z0-9]{{2}}(?:[A-Z0-9]{{3}})?(?!\w)) | (?<=\bBIC) | (?<=\bSWIFT) )
    (?<!_)
    (?: {_SPACED} | {_SOLID} )
    (?![^\W]) (?!['’])
    """,
    re.VERBOSE,
)


def parse(raw: str) -> Parsed[Bic]:
    """Read a spelling of a BIC. There is no key, so that the only fault is ``"format"``.

    >>> parse("AGRIFRPP882").value, parse("CMCIFR2A").value
    ('AGRIFRPP882', 'CMCIFR2A')
    >>> parse("SERVICES"), parse("agrifrpp")
    (Parsed(value=None, fault='format'), Parsed(value=None, fault='format'))
    """
    number = compact(raw)
    if not PATTERN.fullmatch(number):
        return Parsed(None, "format")
    from stdnum import bic

    return Parsed(Bic(number)) if bic.is_valid(number) else Parsed(None, "format")


BIC: Final[ValueType[Bic]] = ValueType(name="bic", pattern=PATTERN, parse=parse)
