"""What is said to one who asks for a field, or a page, that there is not."""

from collections.abc import Iterable


def unknown_field(name: str, known: Iterable[str]) -> str:
    """Return the sentence that says that there is no such field, and which one may be meant.

    >>> unknown_field("siret_destinatair", ["siret_destinataire", "devise"])
    "no field 'siret_destinatair'; did you mean 'siret_destinataire'?"
    """
    from difflib import get_close_matches

    names = list(known)
    close = get_close_matches(name, names, n=1)
    hint = f"did you mean {close[0]!r}?" if close else f"the fields are {', '.join(names)}"
    return f"no field {name!r}; {hint}"


NO_WORDS = "the report came back from its data, which holds no words of the pages: there is nothing to draw"
"""Said to one who asks for a page of it."""


def unknown_page(number: int, known: Iterable[int]) -> str:
    """Return the sentence that says that a page was not read, and which were.

    >>> unknown_page(4, [1, 2, 3])
    'no page 4 was read; the pages in scope are 1, 2, 3'
    """
    numbers = ", ".join(map(str, known))
    return f"no page {number} was read; " + (f"the pages in scope are {numbers}" if numbers else "no page is in scope")
