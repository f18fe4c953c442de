"""DOC11: what a form field is filled in with is no text of the page."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.recognition.folding import fold
from chorus_ocr.rules.sources import FORM_FIELDS

SHOWN, LONGEST = 5, 40
"""How many values a message quotes, and how many characters of each."""


@check(
    code="DOC11",
    slug="valeurs-de-formulaire",
    severity=Severity.WARNING,
    title=Text("Valeurs de formulaire", "Values of form fields"),
    rationale=Text(
        "Un champ de formulaire PDF garde sa valeur à part : le lecteur l'affiche, mais elle n'est pas dans le texte "
        "de la page, et qui lit ce texte ne la trouve pas.",
        "A field of a PDF form keeps its value apart: the viewer shows it, but it is not in the text of the page, and "
        "who reads that text does not find it.",
    ),
    source=FORM_FIELDS,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text(
            "Un modèle à champs de formulaire, rempli et enregistré tel quel.",
            "A template with form fields, filled in and saved as it is.",
        ),
        passes=Text(
            "Le même, aplati : imprimé en PDF une fois rempli.",
            "The same, flattened: printed to PDF once it is filled in.",
        ),
    ),
    needs=[Need.PAGE],
    messages={
        "values": Text(
            "Page {page} : {count} champs de formulaire portent des valeurs que le texte de la page n'a pas "
            "({values}).",
            "Page {page}: {count} form fields hold values that the text of the page lacks ({values}).",
        ),
        "value": Text(
            "Page {page} : un champ de formulaire porte une valeur que le texte de la page n'a pas ({values}).",
            "Page {page}: a form field holds a value that the text of the page lacks ({values}).",
        ),
    },
    hints={
        key: Text(
            "Aplatir le formulaire avant le dépôt : l'imprimer en PDF, ou l'enregistrer « sans champs ».",
            "Flatten the form before the deposit: print it to PDF, or save it « without fields ».",
        )
        for key in ("values", "value")
    },
)
def valeurs_de_formulaire(seen: Seen) -> Iterator[Message]:
    """Form fields hold values that the text of their page lacks."""
    for page in seen.document.pages:
        if not page.form_values:
            continue
        printed = _bare("".join(page.words.text))
        missing = [each for each in page.form_values if _bare(each.value) not in printed]
        if missing:
            yield Message(
                key="values" if len(missing) > 1 else "value",
                page=page.number,
                box=missing[0].box,
                arguments={
                    "page": page.number,
                    "count": len(missing),
                    "values": tuple(_short(each.value) for each in missing[:SHOWN]),
                },
            )


def _short(value: str) -> str:
    line = " ".join(value.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"


def _bare(text: str) -> str:
    """Return a text without spaces, case and accents."""
    return "".join(fold(text).split())
