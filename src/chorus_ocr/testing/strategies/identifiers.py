"""Identifiers that are valid and belong to nobody on purpose: SIRETs, VAT numbers, accounts, references."""

from typing import Final

from hypothesis import strategies as st

from chorus_ocr.values.bic import BIC
from chorus_ocr.values.iban import IBAN
from chorus_ocr.values.identifier import REFERENCE, SERVICE
from chorus_ocr.values.parsed import ValueType
from chorus_ocr.values.siren import Siren
from chorus_ocr.values.siret import Siret
from chorus_ocr.values.tva import number_of

LA_POSTE: Final = Siren("356000000")
"""Its establishments have a key of their own: a sum of digits that is a multiple of 5."""

_MONACO: Final = "000"
"""What opens a Monegasque number: no SIREN does."""


def sirens() -> st.SearchStrategy[Siren]:
    """Return a strategy of SIRENs that pass their key; one of them is La Poste's now and then."""
    usual = _digits(8).map(lambda head: Siren(head + _luhn_digit(head))).filter(lambda each: each[:3] != _MONACO)
    return st.one_of(usual, usual, usual, st.just(LA_POSTE))


def sirets(siren: Siren | None = None) -> st.SearchStrategy[Siret]:
    """Return a strategy of SIRETs that pass their key: of any unit, La Poste included, or of one ``siren``."""
    if siren is None:
        return sirens().flatmap(lambda each: sirets(each))
    if siren == LA_POSTE:
        return _digits(4).map(lambda nic: Siret(f"{siren}{nic}{-sum(map(int, siren + nic)) % 5}"))
    return _digits(4).map(lambda nic: Siret(siren + nic + _luhn_digit(siren + nic)))


def vat_numbers(siren: Siren | None = None) -> st.SearchStrategy[str]:
    """Return a strategy of French VAT numbers, of any unit or of one ``siren``."""
    return sirens().map(number_of) if siren is None else st.just(number_of(siren))


def engagements() -> st.SearchStrategy[str]:
    """Return a strategy of engagement numbers, in the shapes that public bodies give and the portal accepts."""
    shapes = (
        "1#########",  # the State's
        "45########",
        "20######",
        "20########",
        "EJ2#-####",
        "BDC/2#/###",
        "CDE2#-#####",
        "LOT-2#/####",
        "##A######",
        "AA########",
        "20##-AAA-###",
        "20##_AAAA/##",
        "20##+AA_####",
    )
    return _readable(REFERENCE, _shaped(*shapes))


def service_codes() -> st.SearchStrategy[str]:
    """Return a strategy of codes of services, as bodies set them up on the portal."""
    words = ("FACTURES_PUBLIQUES", "FINANCES", "TECHNIQUE", "DAF", "COMPTA", "SCOLAIRE", "CTX-EAU")
    shapes = ("D#######", "AAA##", "AAA###", "###", "#####", "AA-AAAA#", "AAA_AAA#", "SVC-###")
    return _readable(SERVICE, st.one_of(st.sampled_from(words), _shaped(*shapes)))


def invoice_numbers() -> st.SearchStrategy[str]:
    """Return a strategy of numbers of invoices, within the portal's twenty characters."""
    shapes = ("F20##-####", "FC-20##-###", "FC20##-#####", "20##0####", "##-####", "AA######", "####/###",
              "FC_####_###")  # fmt: skip
    return _readable(REFERENCE, _shaped(*shapes))


def ibans() -> st.SearchStrategy[str]:
    """Return a strategy of French IBANs, letters in the account now and then."""
    return _readable(IBAN, _shaped("#" * 23, "#" * 23, f"{'#' * 14}AA{'#' * 7}").map(_iban))


def bics() -> st.SearchStrategy[str]:
    """Return a strategy of BICs of French banks."""
    return _readable(BIC, _shaped("AAAAFRPP", "AAAAFRPPXXX", "AAAAFR2A", "AAAAFRPP###", "AAAAFR21"))


def _readable(kind: ValueType[str], spelled: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Keep what is a value of its type as it stands: no date, telephone number or SIRET by chance."""

    def is_one(text: str) -> bool:
        return kind.pattern.fullmatch(text) is not None and kind.parse(text) == (text, None)

    return spelled.filter(is_one)


@st.composite
def _shaped(draw: st.DrawFn, *shapes: str) -> str:
    """Draw a text of one of some shapes, in which « # » stands for any digit and « A » for any capital.

    A letter that a shape means as it stands is written in it: there is no way to mean an « A ».
    """
    shape = draw(st.sampled_from(shapes))
    digits, letters = shape.count("#"), shape.count("A")
    number = draw(_digits(digits)) if digits else ""
    rank = draw(st.integers(0, 26**letters - 1)) if letters else 0
    drawn = iter(number)
    told = []
    for mark in shape:
        if mark == "#":
            told.append(next(drawn))
        elif mark == "A":
            rank, letter = divmod(rank, 26)
            told.append(chr(ord("A") + letter))
        else:
            told.append(mark)
    return "".join(told)


def _digits(length: int) -> st.SearchStrategy[str]:
    # One number, not so many characters: a strategy of texts takes ten times as long.
    return st.integers(0, 10**length - 1).map(lambda number: f"{number:0{length}}")


def _luhn_digit(digits: str) -> str:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        doubled = int(digit) * (2 - place % 2)
        total += doubled - 9 if doubled > 9 else doubled
    return str(-total % 10)


def _iban(bban: str) -> str:
    key = 98 - int("".join(str(int(mark, 36)) for mark in f"{bban}FR00")) % 97
    return f"FR{key:02}{bban}"
