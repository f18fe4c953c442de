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

_DIGITS: Final = "0123456789"
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
        r"1[0-9]{9}|45[0-9]{8}",  # the State's
        r"20[0-9]{2}[0-9]{4,6}",
        r"(?:EJ|BDC|CDE|MAR)[-/]?2[0-9][-/][0-9]{3,5}",
        r"[0-9]{2}[A-Z][0-9]{5,6}",
        r"[A-Z]{2}[0-9]{6,8}",
        r"20[0-9]{2}[-/_+][A-Z]{2,5}[-/_][0-9]{2,5}",
    )
    return _readable(REFERENCE, st.one_of(*(_shaped(shape) for shape in shapes)))


def service_codes() -> st.SearchStrategy[str]:
    """Return a strategy of codes of services, as bodies set them up on the portal."""
    words = ("FACTURES_PUBLIQUES", "FINANCES", "TECHNIQUE", "DAF", "COMPTA", "SCOLAIRE", "CTX-EAU")
    shapes = (r"D[0-9]{7}", r"[A-Z]{3}[0-9]{2,3}", r"[0-9]{3,5}", r"[A-Z]{2,4}[-_][A-Z]{2,6}[0-9]", r"SVC-[0-9]{3}")
    return _readable(SERVICE, st.one_of(st.sampled_from(words), *(_shaped(shape) for shape in shapes)))


def invoice_numbers() -> st.SearchStrategy[str]:
    """Return a strategy of numbers of invoices, within the portal's twenty characters."""
    shapes = (
        r"F(?:A|AC)?-?20[0-9]{2}-[0-9]{3,5}",
        r"20[0-9]{2}[01][0-9]{3,5}",
        r"[0-9]{2}-[0-9]{3,5}",
        r"[A-Z]{2}[0-9]{6}",
        r"[0-9]{4}/[0-9]{3}",
        r"FC_[0-9]{4}_[0-9]{3}",
    )
    return _readable(REFERENCE, st.one_of(*(_shaped(shape) for shape in shapes)))


def ibans() -> st.SearchStrategy[str]:
    """Return a strategy of French IBANs, letters in the account now and then."""
    account = st.one_of(_digits(11), st.text(alphabet=_DIGITS + "ABMPZ", min_size=11, max_size=11))
    numbers = st.builds(lambda bank, each, key: _iban(bank + each + key), _digits(10), account, _digits(2))
    return _readable(IBAN, numbers)


def bics() -> st.SearchStrategy[str]:
    """Return a strategy of BICs of French banks."""
    return _readable(BIC, _shaped(r"[A-Z]{4}FR(?:PP|2A|21)(?:XXX|[0-9]{3})?"))


def _readable(kind: ValueType[str], spelled: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Keep what is a value of its type as it stands: no date, telephone number or SIRET by chance."""

    def is_one(text: str) -> bool:
        return kind.pattern.fullmatch(text) is not None and kind.parse(text) == (text, None)

    return spelled.filter(is_one)


def _shaped(shape: str) -> st.SearchStrategy[str]:
    return st.from_regex(shape, fullmatch=True)


def _digits(length: int) -> st.SearchStrategy[str]:
    return st.text(alphabet=_DIGITS, min_size=length, max_size=length)


def _luhn_digit(digits: str) -> str:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        doubled = int(digit) * (2 - place % 2)
        total += doubled - 9 if doubled > 9 else doubled
    return str(-total % 10)


def _iban(bban: str) -> str:
    key = 98 - int("".join(str(int(mark, 36)) for mark in f"{bban}FR00")) % 97
    return f"FR{key:02}{bban}"
