"""IBAN: an international bank account number, of a length and a structure that its country fixes.

Source: ISO 13616; SWIFT, « IBAN Registry », release 101. The two check digits are ISO 7064 mod 97-10. Checked by
python-stdnum. The French account part may hold letters.

>>> parse("FR76 3000 6000 0112 3456 7890 189")
Parsed(value='FR7630006000011234567890189', fault=None)
>>> parse("FR76 3000 6000 0112 3456 7890 188")
Parsed(value='FR7630006000011234567890188', fault='checksum')
"""

from typing import Final, NewType

from chorus_ocr.values.late import compile_late
from chorus_ocr.values.parsed import Parsed, ValueType
from chorus_ocr.values.spelling import compact

Iban = NewType("Iban", str)

#: The structure of the national part (n digits, a letters, c either) and the countries that have it. It is kept here,
#: although python-stdnum has it too, because a pattern must not load that package; a test compares the two.
STRUCTURES: Final = {
    "a1 n10 c12": "IT SM",
    "a2 n12": "FK",
    "a2 n16": "GE",
    "a4 c13": "LV",
    "a4 c14": "BH",
    "a4 c15": "GI",
    "a4 c16": "PK RO",
    "a4 c20": "AZ",
    "a4 c21": "PS QA",
    "a4 c22": "KW",
    "a4 c24": "LC",
    "a4 n10": "NL",
    "a4 n14": "GB IE",
    "a4 n15": "IQ",
    "a4 n16": "VG",
    "a4 n19 a3": "MU",
    "a4 n20": "HN NI SV",
    "a4 n20 a3": "SC",
    "a4 n4 c18": "JO YE",
    "a4 n5 c18": "MT",
    "a4 n6 c8": "BG",
    "c20": "MD",
    "c24": "GT",
    "c4 n20": "DO",
    "c4 n4 c16": "BY",
    "n10 c11 n2": "FR MC",
    "n11": "NO",
    "n12": "BE",
    "n14": "DK FI FO GL SD",
    "n14 c15": "RU",
    "n15": "SI",
    "n16": "AT BA EE LT MN XK",
    "n17": "HR",
    "n18": "CR DE ME RS VA",
    "n19": "AE IL SO TL",
    "n2 c18": "SA",
    "n20": "CZ ES SE SK TN",
    "n21": "LY PT ST",
    "n22": "IS",
    "n23": "BI DJ MR",
    "n23 a1 c1": "BR",
    "n24": "HU PL",
    "n25": "EG",
    "n3 c10 n2": "MK",
    "n3 c13": "KZ LU",
    "n3 c16": "OM",
    "n4 c20": "LB",
    "n5 c12": "CH LI",
    "n6 c16": "TR",
    "n6 c19": "UA",
    "n7 c16": "GR",
    "n8 c12": "AD",
    "n8 c16": "AL CY",
}

_STRUCTURE: Final = {country: structure for structure, countries in STRUCTURES.items() for country in countries.split()}
_CLASSES: Final = {"n": compile_late("[0-9]+"), "a": compile_late("[A-Z]+"), "c": compile_late("[0-9A-Z]+")}
_SEP: Final = r"[\s.-]?"


def _branches() -> str:
    by_length: dict[int, list[str]] = {}
    for country, structure in _STRUCTURE.items():
        length = 2 + sum(int(part[1:]) for part in structure.split())
        by_length.setdefault(length, []).append(country)
    return "|".join(
        rf"(?:{'|'.join(countries)})(?:{_SEP}[0-9A-Z]){{{length}}}" for length, countries in by_length.items()
    )


# It stops at the length of its own country: a BIC, a word or a letter glued to it is not swallowed, and one more
# digit makes it no IBAN. A keyword may be glued before it (IBANFR76…).
# The two check digits are looked at first, for all countries at once.
# One structure is spelled out, the French: one character short, it must not make a word's first letter its own.
PATTERN: Final = compile_late(
    rf"(?=[A-Zf][A-Zr]{_SEP}[0-9]{_SEP}[0-9])(?<![0-9_])"
    rf"(?:(?:FR|MC|fr)(?:{_SEP}[0-9]){{12}}(?:{_SEP}[0-9A-Z]){{11}}(?:{_SEP}[0-9]){{2}}|(?!FR|MC)(?:{_branches()}))"
    rf"(?![0-9_])"
)


def parse(raw: str) -> Parsed[Iban]:
    """Read a spelling of an IBAN; one that fails its check digits is kept, with the fault ``"checksum"``.

    >>> parse("FR76 3000 6000 0112 3456 7890 18")
    Parsed(value=None, fault='format')
    >>> parse("DL1234567890123456")
    Parsed(value=None, fault='format')
    """
    number = compact(raw)
    if number.startswith("fr"):
        number = f"FR{number[2:]}"
    if not PATTERN.fullmatch(number) or not _has_structure(number):
        return Parsed(None, "format")
    return Parsed(Iban(number), None if _passes(number) else "checksum")


def _passes(number: str) -> bool:
    if number.startswith("FR"):
        # Its structure is checked already: python-stdnum's own module of IBANs has nothing to add for France, and
        # takes as long to load as a page takes to recognise.
        from stdnum.iso7064 import mod_97_10

        return mod_97_10.is_valid(number[4:] + number[:4])
    from stdnum import iban

    return iban.is_valid(number)


def _has_structure(number: str) -> bool:
    position = 4
    for part in _STRUCTURE[number[:2]].split():
        end = position + int(part[1:])
        if not _CLASSES[part[0]].fullmatch(number, position, end):
            return False
        position = end
    return True


def format_iban(iban: Iban) -> str:
    """Print an IBAN in groups of four.

    >>> format_iban(Iban("FR7630006000011234567890189"))
    'FR76 3000 6000 0112 3456 7890 189'
    """
    return " ".join(iban[start : start + 4] for start in range(0, len(iban), 4))


IBAN: Final[ValueType[Iban]] = ValueType(name="iban", pattern=PATTERN, parse=parse)
