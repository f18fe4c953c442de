"""What callers may pass: the arguments that several functions of the door share, checked in one way."""

from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from chorus_ocr.compliance.directory import Directory
from chorus_ocr.rules import RulePack

E = TypeVar("E", bound=StrEnum)


def one_of(kind: type[E], name: str, value: object) -> E:
    """Return the member of an enumeration that an argument names. Raises ``TypeError`` or ``ValueError``."""
    if isinstance(value, kind):
        return value
    if isinstance(value, str) and value in [str(member) for member in kind]:
        return kind(value)
    allowed = ", ".join(repr(str(member)) for member in kind)
    if not isinstance(value, str):
        raise TypeError(f"{name} is one of {allowed}, not {kind_of(value)}")
    raise ValueError(f"{name} is one of {allowed}, not {value!r}")


def check_rules(rules: object) -> None:
    """Refuse what is no rule pack. Raises ``TypeError``."""
    if not isinstance(rules, RulePack):
        raise TypeError(f"rules is a RulePack such as CHORUS_PRO, not {kind_of(rules)}")


def check_day(today: object) -> None:
    """Refuse what is no day: a moment would make two runs of one day differ. Raises ``TypeError``."""
    if today is not None and (isinstance(today, datetime) or not isinstance(today, date)):
        raise TypeError(f"today is a datetime.date or None, not {kind_of(today)}")


def check_directory(directory: object) -> None:
    """Refuse what is no directory. Raises ``TypeError``."""
    if directory is not None and (isinstance(directory, type) or not isinstance(directory, Directory)):
        raise TypeError(f"directory is a Directory, with lookup() and search(), or None, not {kind_of(directory)}")


def kind_of(value: object) -> str:
    """Return what a value is, for a message: ``int``, or ``the class int`` for the type itself."""
    return f"the class {value.__name__}" if isinstance(value, type) else type(value).__name__
