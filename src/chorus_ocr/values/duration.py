"""Payment term: a number of days after the invoice date, perhaps carried to the end of the month.

Source: Code de commerce, art. L441-10 (30 days, 60 at most, or 45 « fin de mois »). That text leaves open which comes
first; here the days are counted from the invoice date and the end of the month then reached is taken, which is
DGCCRF's first reading (« Les délais de paiement », fiche pratique). « le 10 » is the tenth of the month after it.

Not read, because this type cannot hold them: working days (« jours ouvrés »), the other order (« fin de mois +
30 jours »), « 30 jours le 10 » without an end of month, terms in months.

>>> parse("45 jours fin de mois le 10").value
PaymentTerm(days=45, end_of_month=True, then_day=10)
>>> parse("30 jours ouvrés")
Parsed(value=None, fault='format')
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from chorus_ocr.values.parsed import Parsed, ValueType
from chorus_ocr.values.spelling import BLANKS, trim


@dataclass(frozen=True, slots=True)
class PaymentTerm:
    """``days`` after the invoice, then the end of that month if ``end_of_month``, then day ``then_day`` of the next.

    >>> PaymentTerm(30).due(date(2024, 1, 31))
    datetime.date(2024, 3, 1)
    """

    days: int
    end_of_month: bool = False
    then_day: int | None = None

    def due(self, invoice_date: date) -> date:
        """The last day to pay an invoice of that date.

        >>> PaymentTerm(45, end_of_month=True).due(date(2024, 1, 20))
        datetime.date(2024, 3, 31)
        >>> PaymentTerm(45, end_of_month=True, then_day=10).due(date(2024, 1, 20))
        datetime.date(2024, 4, 10)
        """
        due = invoice_date + timedelta(days=self.days)
        if self.end_of_month:
            due = due.replace(day=monthrange(due.year, due.month)[1])
        if self.then_day is not None:
            year, month = (due.year + 1, 1) if due.month == 12 else (due.year, due.month + 1)
            due = date(year, month, min(self.then_day, monthrange(year, month)[1]))
        return due


_S: Final = f"[{BLANKS}]"
_WORDS: Final = {"quinze": 15, "trente": 30, "quarante-cinq": 45, "soixante": 60}
_END_OF_MONTH: Final = rf"(?:fin{_S}d[eu]{_S}mois|f\.?d\.?m\b\.?)"
_THEN: Final = rf"{_S}?,?{_S}?(?:et{_S})?(?:payable{_S})?le{_S}"
_INVOICE: Final = rf"(?:{_S}(?:de{_S}(?:la{_S})?|d['’])?(?:factures?|facturation))?"
# From when: the invoice's date or its reception, which the portal cannot tell apart either.
_FROM: Final = rf"""(?:
    (?: (?:apr[èe]s|suivant){_S}(?:la{_S})? )? date{_S}(?:de{_S}(?:la{_S})?|d['’])?(?:facture|facturation)
  | (?:à|dès|apr[èe]s|suivant){_S}(?:la{_S})?r[ée]ception{_INVOICE}
  | (?:à{_S}compter|à{_S}partir){_S}de{_S}la{_S}(?:r[ée]ception{_INVOICE}|date{_INVOICE}|facture)
)"""

PATTERN: Final = re.compile(
    rf"""
    (?=[0-9aàcdfnqrst]) (?<![\w.,/-])
    (?<!\+) (?<!\+{_S}) (?<!\bmois{_S}) (?<!\bfdm{_S}) (?<!\bou{_S}) (?<!\bet{_S})      # one half of another term
    (?:
        (?: (?:à|a|sous|dans|net(?:{_S}à)?){_S} )?
        (?: (?P<days>[0-9]{{1,3}})
          | (?P<words>quinze|trente|quarante[-{BLANKS}]cinq|soixante)(?:{_S}?\((?P<figures>[0-9]{{1,3}})\))?
        )
        {_S}? (?: jours? | jrs?\.? | j\.? ) (?!\w)
        (?: {_S}(?:calendaires?|nets?) )?
        (?: {_S}?,?{_S}? {_FROM} (?!\w) )?
        (?: {_S}?,?{_S}? (?P<eom>{_END_OF_MONTH}) )?
        (?: {_THEN}(?P<then>[0-9]{{1,2}})(?!\w|[/.-][0-9]) )?
      | (?: à{_S} )? (?P<eom2>{_END_OF_MONTH}) (?: {_THEN}(?P<then2>[0-9]{{1,2}})(?!\w|[/.-][0-9]) )?
      | (?P<cash> (?:au{_S})?comptant
          | (?:à|dès|a){_S}(?:la{_S})?r[ée]ception{_INVOICE} | r[ée]ception{_S}(?:de{_S})?(?:la{_S})?facture )
    )
    (?!\w)
    # What would make it another term.
    (?! {_S}?\+ | {_S}(?:ouvr|francs?\b|apr[èe]s\b|de{_S}retard|[0-9]{{1,3}}{_S}?j)
      | {_S}?,?{_S}?{_END_OF_MONTH} | {_THEN}[0-9] )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def parse(raw: str) -> Parsed[PaymentTerm]:
    """Read a payment term.

    >>> parse("30j FDM").value
    PaymentTerm(days=30, end_of_month=True, then_day=None)
    >>> parse("à réception de facture").value
    PaymentTerm(days=0, end_of_month=False, then_day=None)
    """
    match = PATTERN.fullmatch(trim(raw))
    if match is None:
        return Parsed(None, "format")
    parts = match.groupdict()
    if parts["cash"]:
        return Parsed(PaymentTerm(0))
    days = int(parts["days"] or parts["figures"] or 0)
    if parts["words"]:
        spelled = _WORDS[re.sub(rf"[-{BLANKS}]", "-", parts["words"].lower())]
        if parts["figures"] and days != spelled:
            return Parsed(None, "format")
        days = spelled
    end_of_month = bool(parts["eom"] or parts["eom2"])
    then = parts["then"] or parts["then2"]
    if days > 365 or (then and not (end_of_month and 1 <= int(then) <= 31)):
        return Parsed(None, "format")
    return Parsed(PaymentTerm(days, end_of_month, int(then) if then else None))


DURATION: Final[ValueType[PaymentTerm]] = ValueType(name="duration", pattern=PATTERN, parse=parse)
