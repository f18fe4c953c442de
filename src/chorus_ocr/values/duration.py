"""Payment term: a number of days after the invoice date, perhaps carried to the end of the month.

Source: Code de commerce, art. L441-10 (30 days, 60 at most, or 45 « fin de mois »). « Fin de mois » has two admitted
readings: DGCCRF, « Délais de paiement : les règles à connaître », and CEPC, « Sur la computation des délais », allow
both invoice + days + end of the month, which comes first and is the one here, and invoice + end of the month + days.
``PaymentTerm.one_reading`` tells where they cannot differ. « le 10 » is the tenth of the month after it.

Not read, because this type cannot hold them: working days (« jours ouvrés »), the other order (« fin de mois +
30 jours »), « 30 jours le 10 » without an end of month, terms in months.

>>> parse("45 jours fin de mois le 10").value
PaymentTerm(days=45, end_of_month=True, then_day=10)
>>> parse("30 jours ouvrés")
Parsed(value=None, fault='format')
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from chorus_ocr.values.late import compile_late
from chorus_ocr.values.parsed import Parsed, ValueType
from chorus_ocr.values.spelling import trim


@dataclass(frozen=True, slots=True)
class PaymentTerm:
    """``days`` after the invoice, then the end of that month if ``end_of_month``, then day ``then_day`` of the next.

    >>> PaymentTerm(30).due(date(2024, 1, 31))
    datetime.date(2024, 3, 1)
    """

    days: int
    end_of_month: bool = False
    then_day: int | None = None

    @property
    def one_reading(self) -> bool:
        """Whether both ways of counting « fin de mois » give the same day, whatever the invoice's date.

        >>> PaymentTerm(30).one_reading, PaymentTerm(0, True).one_reading, PaymentTerm(45, True).one_reading
        (True, True, False)
        """
        return not (self.end_of_month and self.days)

    def due(self, invoice_date: date) -> date:
        """The last day to pay an invoice of that date.

        >>> PaymentTerm(45, end_of_month=True).due(date(2024, 1, 20))
        datetime.date(2024, 3, 31)
        >>> PaymentTerm(45, end_of_month=True, then_day=10).due(date(2024, 1, 20))
        datetime.date(2024, 4, 10)
        """
        from calendar import monthrange  # loads the names of the days in every language, for a rare need

        due = invoice_date + timedelta(days=self.days)
        if self.end_of_month:
            due = due.replace(day=monthrange(due.year, due.month)[1])
        if self.then_day is not None:
            year, month = (due.year + 1, 1) if due.month == 12 else (due.year, due.month + 1)
            due = date(year, month, min(self.then_day, monthrange(year, month)[1]))
        return due


_WORDS: Final = {"quinze": 15, "trente": 30, "quarante-cinq": 45, "soixante": 60}
_END_OF_MONTH: Final = r"(?:fin\sd[eu]\smois|f\.?d\.?m\b\.?)"
_THEN: Final = r"\s?,?\s?(?:et\s)?(?:payable\s)?le\s"
_INVOICE: Final = r"(?:\s(?:de\s(?:la\s)?|d['’])?(?:factures?|facturation))?"
# From when: the invoice's date or its reception, which the portal cannot tell apart either.
_FROM: Final = rf"""(?:
    (?: (?:apr[èe]s|suivant)\s(?:la\s)? )? date\s(?:de\s(?:la\s)?|d['’])?(?:facture|facturation)
  | (?:à|dès|apr[èe]s|suivant)\s(?:la\s)?r[ée]ception{_INVOICE}
  | (?:à\scompter|à\spartir)\sde\sla\s(?:r[ée]ception{_INVOICE}|date{_INVOICE}|facture)
)"""

PATTERN: Final = compile_late(
    rf"""
    (?=[0-9aàcdfnqrst]) (?<![\w.,/-])
    (?<!\+) (?<!\+\s) (?<!\bmois\s) (?<!\bfdm\s) (?<!\bou\s) (?<!\bet\s)      # one half of another term
    (?:
        (?: (?:à|a|sous|dans|net(?:\sà)?)\s )?
        (?: (?P<days>[0-9]{{1,3}})
          | (?P<words>quinze|trente|quarante[-\s]cinq|soixante)(?:\s?\((?P<figures>[0-9]{{1,3}})\))?
        )
        \s? (?: jours? | jrs?\.? | j\.? ) (?!\w)
        (?: \s(?:calendaires?|nets?) )?
        (?: \s?,?\s? {_FROM} (?!\w) )?
        (?: \s?,?\s? (?P<eom>{_END_OF_MONTH}) )?
        (?: {_THEN}(?P<then>[0-9]{{1,2}})(?!\w|[/.-][0-9]) )?
      | (?: à\s )? (?P<eom2>{_END_OF_MONTH}) (?: {_THEN}(?P<then2>[0-9]{{1,2}})(?!\w|[/.-][0-9]) )?
      | (?P<cash> (?:au\s)?comptant
          | (?:à|dès|a)\s(?:la\s)?r[ée]ception{_INVOICE} | r[ée]ception\s(?:de\s)?(?:la\s)?facture )
    )
    (?!\w)
    # What would make it another term.
    (?! \s?\+ | \s(?:ouvr|francs?\b|apr[èe]s\b|de\sretard|[0-9]{{1,3}}\s?j)
      | \s?,?\s?{_END_OF_MONTH} | {_THEN}[0-9] )
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
        spelled = _WORDS[re.sub(r"[-\s]", "-", parts["words"].lower())]
        if parts["figures"] and days != spelled:
            return Parsed(None, "format")
        days = spelled
    end_of_month = bool(parts["eom"] or parts["eom2"])
    then = parts["then"] or parts["then2"]
    if days > 365 or (then and not (end_of_month and 1 <= int(then) <= 31)):
        return Parsed(None, "format")
    return Parsed(PaymentTerm(days, end_of_month, int(then) if then else None))


DURATION: Final[ValueType[PaymentTerm]] = ValueType(name="duration", pattern=PATTERN, parse=parse)
