"""DOC10: the fonts do not tell which characters are printed."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import TO_UNICODE

LOST = 8
"""So many characters that cannot be read are more than icons and ligatures: a SIREN has nine."""

GUESSED_SHARE = 4
"""One character in so many without a meaning in the file is more than some signs of a spare font."""

_UNREADABLE = "\ufffd"
_PRIVATE = ("\ue000", "\uf8ff")

_HINT = Text(
    "Enregistrer le PDF avec le logiciel de facturation, ses polices incorporées avec leur table de caractères "
    "(ToUnicode) ; ne pas le passer par un outil qui le convertit ou le compresse. Copier-coller le texte de la page "
    "montre ce qu'il en reste.",
    "Save the PDF with the invoicing software, its fonts embedded with their character map (ToUnicode); do not pass it "
    "through a tool that converts or compresses it. To copy and paste the text of the page shows what is left of it.",
)


@check(
    code="DOC10",
    slug="caracteres-sans-unicode",
    severity=Severity.WARNING,
    title=Text("Caractères sans Unicode", "Characters without Unicode"),
    rationale=Text(
        "Une police incorporée sans table de caractères dessine des lettres sans dire lesquelles : ce qui se voit à "
        "l'écran ne peut pas être lu, ou se lit autrement d'un logiciel à l'autre.",
        "A font embedded without a character map draws letters and does not say which: what is seen on the screen "
        "cannot be read, or is read differently by each software.",
    ),
    source=TO_UNICODE,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text(
            "Une page dont le texte copié donne « ����� ».",
            "A page whose text, when copied, gives « ����� ».",
        ),
        passes=Text(
            "Une page dont le texte se copie tel qu'il se voit.",
            "A page whose text is copied as it is seen.",
        ),
    ),
    needs=[Need.PAGE],
    messages={
        "lost": Text(
            "Page {page} : {count} caractères sur {total} sont dessinés sans dire quelles lettres ils sont, et ne se "
            "lisent pas.",
            "Page {page}: {count} characters of {total} are drawn without saying which letters they are, and cannot "
            "be read.",
        ),
        "guessed": Text(
            "Page {page} : les polices ne disent pas quels sont les caractères imprimés ; ce qui en est lu est deviné.",
            "Page {page}: the fonts do not say which characters are printed; what is read of them is a guess.",
        ),
    },
    hints={"lost": _HINT, "guessed": _HINT},
)
def caracteres_sans_unicode(seen: Seen) -> Iterator[Message]:
    """A page has characters that cannot be read, or only guessed."""
    for page in seen.document.pages:
        text = "".join(page.words.text)
        # Nearly every page has no such character at all: those for private use are not printable.
        may_be_lost = _UNREADABLE in text or not text.isprintable()
        lost = [row for row, word in enumerate(page.words.text) if may_be_lost and _is_lost(word)]
        count = sum(len(page.words.text[row]) for row in lost)
        total = len(text)
        if count >= LOST:
            yield Message(
                key="lost",
                page=page.number,
                box=page.words.box(lost[0]),
                arguments={"page": page.number, "count": count, "total": total},
            )
        elif page.unmapped * GUESSED_SHARE >= total > 0:
            yield Message(key="guessed", page=page.number, arguments={"page": page.number})


def _is_lost(word: str) -> bool:
    """Say whether a word has several characters that cannot be read; icons stand alone.

    >>> _is_lost("\ufffd\ufffd\ufffd"), _is_lost("\uf0b7"), _is_lost("Comp\ufffdtences"), _is_lost("Total")
    (True, False, False, False)
    """
    return sum(mark == _UNREADABLE or _PRIVATE[0] <= mark <= _PRIVATE[1] for mark in word) > 1
