"""Date, day first, as French invoices print it: ``18/02/2024``, ``1er mars 2024``; and ISO 8601, year first.

Source: Imprimerie nationale, « Lexique des règles typographiques », *Date*; ISO 8601-1:2019. Strict on purpose:
general date parsers take ``36 mois``, ``A1`` and ``mars`` for dates, and swap day and month where it suits them.

- Three numbers are day, month, year, or year, month, day; never month first. A day or month that does not exist is
  the fault ``"impossible_date"``, not a reason to try another order. Two digits of year are 20xx.
- With the name of a month, French or English, the order is plain: ``November 21, 2022`` is read too.
- Eight digits in one run are a date only if they can be one between 1990 and 2099 (``20240218``).
- Two digits, two digits and four, set apart by blanks only, are a date only with a possible day and month.

>>> parse("18/02/2024")
Parsed(value=datetime.date(2024, 2, 18), fault=None)
>>> parse("31/02/2024")
Parsed(value=None, fault='impossible_date')
"""

import datetime
import re
import unicodedata
from typing import Final

from chorus_ocr.values.late import compile_late
from chorus_ocr.values.parsed import Parsed, ValueType
from chorus_ocr.values.spelling import FAR_HYPHENS, LATIN_HYPHENS, any_of, trim

_E: Final = r"(?:é|e\u0301?)"
_U: Final = r"(?:û|u\u0302?)"
_LETTER: Final = r"[^\W\d_]"

_ENGLISH: Final = (
    "january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep|october|oct"
    "|november|nov|december|dec"
)
# Its first letter is looked at before any name: most numbers are followed by something else.
_MONTH: Final = (
    rf"(?=[JFMASONDjfmasond])(?i:janvier|janv|f{_E}vrier|f{_E}vr|f{_E}v|mars|avril|avr|mai|juin|juillet|juil|ao{_U}t|septembre|octobre"
    rf"|novembre|d{_E}cembre|d{_E}c|{_ENGLISH})(?!{_LETTER})"
)
_WEEKDAY: Final = (
    r"(?i:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:lun|mar|mer|jeu|ven|sam|dim)(?=\.)"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
)
_STOP: Final = any_of(f".{LATIN_HYPHENS}", FAR_HYPHENS)
_SLASH: Final = any_of(f"/{LATIN_HYPHENS}", FAR_HYPHENS)
_MARK: Final = any_of(f"/.{LATIN_HYPHENS}", FAR_HYPHENS)
_YEAR: Final = "(?:19|20)[0-9]{2}"
# « 2 5 mars » may be a 25 that kerning has split.
_DAY: Final = r"(?:[0-9]{2}|(?<![0-9]\s)[0-9])"

PATTERN: Final = compile_late(
    rf"""
    (?=[0-9LlMmJjVvSsDdTtWwFfAaOoNn])
    (?: (?=[0-9])
        (?: (?<!\w) (?<![^\W_]{_MARK}) (?<![0-9],)
          | (?<=[a-zé]{{2}})                                     # a keyword glued to its value: « du18/02/2024 »
        )
      | (?![0-9]) (?<!\w) (?: (?i:le)\s )? (?: {_WEEKDAY}\.?,?\s(?:(?i:le)\s)? )?
    )
    (?:
        # 18/02/2024, 18-02-24, 18.02.2024
        (?P<d1>{_DAY}) (?: (?P<slash>\s?/\s?) | (?P<sep1>{_STOP}) )
        (?P<m1>[0-9]{{1,2}}) (?(slash)\s?/\s?|(?P=sep1))
        # The rest of a year that kerning has split would make another year.
        (?P<y1>{_YEAR}|[0-9]{{2}}(?!\s[0-9]{{2}}(?![0-9])))
      | # 18 02 2024
        (?<![0-9]\s) (?P<d2>0[1-9]|[12][0-9]|3[01]) \s (?P<m2>0[1-9]|1[0-2]) \s (?P<y2>{_YEAR})
        (?! \s[0-9] | \s?[€%] )
      | # 2024-02-18
        (?P<y3>{_YEAR}) (?P<sep3>{_MARK}) (?P<m3>[0-9]{{2}}) (?P=sep3) (?P<d3>[0-9]{{2}})
      | # 20240218
        (?P<y4>199[0-9]|20[0-9]{{2}}) (?P<m4>0[1-9]|1[0-2]) (?P<d4>0[1-9]|[12][0-9]|3[01])
      | # 1er mars 2024, 5 déc. 2026, 05-déc-2026; 05-déc-26
        (?P<d5>{_DAY})
        (?: (?P<sep5>{_SLASH})
          | (?:\s?(?i:er|ᵉʳ|st|nd|rd|th)(?!{_LETTER}{{3}}))? (?:\s|\s?{_MARK}\s?)?
        )
        (?P<m5>{_MONTH})\.?
        (?: (?:\s|\s?(?:,|{_SLASH})\s?)? (?={_YEAR}) | (?(sep5)(?P=sep5)|(?!)) )
        (?P<y5>{_YEAR}|[0-9]{{2}})
      | # November 21, 2022
        (?P<m6>(?i:{_ENGLISH}))\.?\s (?P<d6>[0-9]{{1,2}})(?i:st|nd|rd|th)? (?:,\s?|\s) (?P<y6>{_YEAR})
    )
    (?![0-9_]) (?! (?!T[0-9]{{2}}:) {_LETTER} ) (?! {_SLASH}\w | [.,][0-9] )
    """,
    re.VERBOSE,
)

_MONTHS: Final = (
    ("jan", "janv", "janvier", "january"),
    ("feb", "fev", "fevr", "fevrier", "february"),
    ("mar", "mars", "march"),
    ("avr", "avril", "apr", "april"),
    ("mai", "may"),
    ("jun", "juin", "june"),
    ("jul", "juil", "juillet", "july"),
    ("aug", "aout", "august"),
    ("sep", "sept", "septembre", "september"),
    ("oct", "octobre", "october"),
    ("nov", "novembre", "november"),
    ("dec", "decembre", "december"),
)
_NUMBERS: Final = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}


def _month(printed: str) -> int:
    if printed.isdigit():
        return int(printed)
    letters = unicodedata.normalize("NFD", printed.lower())
    return _NUMBERS["".join(letter for letter in letters if letter.isalpha())]


def parse(raw: str) -> Parsed[datetime.date]:
    """Read a spelling of a date, strictly day first or year first.

    >>> parse("Le lundi 21 novembre 2022").value, parse("20240218").value
    (datetime.date(2022, 11, 21), datetime.date(2024, 2, 18))
    >>> parse("13/25/2024"), parse("36 mois")
    (Parsed(value=None, fault='impossible_date'), Parsed(value=None, fault='format'))
    """
    match = PATTERN.fullmatch(trim(raw))
    if match is None:
        return Parsed(None, "format")
    parts = match.groupdict()
    forms = ((parts[f"y{form}"], parts[f"m{form}"], parts[f"d{form}"]) for form in "123456")
    year, month, day = next(form for form in forms if None not in form)
    try:
        return Parsed(datetime.date(int(year) + (2000 if len(year) == 2 else 0), _month(month), int(day)))
    except ValueError:
        return Parsed(None, "impossible_date")
    except KeyError:  # « 5 avrıl 2024 »: a letter that passes for another one, whatever its case
        return Parsed(None, "format")


def format_date(value: datetime.date) -> str:
    """Print a date the French way.

    >>> format_date(datetime.date(2024, 2, 18))
    '18/02/2024'
    """
    return f"{value:%d/%m/%Y}"


DATE: Final[ValueType[datetime.date]] = ValueType(name="date", pattern=PATTERN, parse=parse)
