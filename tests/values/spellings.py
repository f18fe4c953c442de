"""What the tests of the value types share: finding every value of a text, and strategies that spell valid numbers."""

from typing import TypeVar

from hypothesis import strategies as st

from chorus_ocr.values.parsed import Parsed, ValueType

T = TypeVar("T")

_WORDS = (
    "FR76 3000 110 002 011 00044 2024 18/02/2024 12,00 € EUR - ( ) % mars 1er SIRET BIC CMCIFRPP n° 5,5 jours fin"
    " de mois le 10 F CFP XPF DE 123456789 1.234 31/02/2024 à réception 20 + ou"
)

#: Any text; the characters that matter to the patterns; the words of invoices, in any order.
NOISE = st.one_of(
    st.text(),
    st.text(alphabet="0123456789 .,-/'’()+%€\u00a0\u202f−–FRBEICXé°:\x1c"),
    st.lists(st.sampled_from(_WORDS.split(" "))).map(" ".join),
)


def found(kind: ValueType[T], text: str) -> list[T | str | None]:
    """Every value that a type finds in a text; a fault stands for an invalid one."""
    values: list[T | str | None] = []
    for match in kind.pattern.finditer(text):
        parsed: Parsed[T] = kind.parse(match[0])
        values.append(parsed.value if parsed.valid else parsed.fault)
    return values


def raws(kind: ValueType[T], text: str) -> list[str]:
    """Every spelling that a type finds in a text."""
    return [match[0] for match in kind.pattern.finditer(text)]


def luhn_digit(digits: str) -> str:
    """The digit that makes a number pass Luhn's key."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        doubled = int(digit) * (2 - place % 2)
        total += doubled - 9 if doubled > 9 else doubled
    return str(-total % 10)


def passes_luhn(digits: str) -> bool:
    """Whether the last digit of a number is its key."""
    return luhn_digit(digits[:-1]) == digits[-1]


def _digits(length: int) -> st.SearchStrategy[str]:
    return st.text(alphabet="0123456789", min_size=length, max_size=length)


# Neither La Poste, which has a key of its own, nor what starts with 000: Monaco's VAT numbers hold such.
sirens = _digits(8).map(lambda head: head + luhn_digit(head)).filter(lambda siren: siren[:3] not in ("000", "356"))
sirets = st.builds(str.__add__, sirens, _digits(4)).map(lambda head: head + luhn_digit(head))


@st.composite
def french_vat_numbers(draw: st.DrawFn) -> str:
    """A VAT number with the numeric key that its SIREN gives."""
    siren = draw(sirens)
    return f"FR{int(siren + '12') % 97:02}{siren}"


@st.composite
def french_ibans(draw: st.DrawFn) -> str:
    """A French IBAN, with letters in its account now and then."""
    account = draw(st.text(alphabet="0123456789ABMPZ", min_size=11, max_size=11))
    bban = draw(_digits(10)) + account + draw(_digits(2))
    key = 98 - int("".join(str(int(char, 36)) for char in f"{bban}FR00")) % 97
    return f"FR{key:02}{bban}"


@st.composite
def grouped(draw: st.DrawFn, text: str) -> str:
    """A text with single blanks anywhere inside."""
    blanks = draw(st.lists(st.sampled_from(["", "", " ", "\u00a0", "\u202f"]), min_size=len(text), max_size=len(text)))
    return "".join(char + blank for char, blank in zip(text, blanks, strict=True)).strip()
