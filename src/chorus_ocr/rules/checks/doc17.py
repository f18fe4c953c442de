"""DOC17: a datum is printed in white."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.legibility import hidden_data
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.layout.visibility import Hidden
from chorus_ocr.rules.sources import AIFE_READABLE


@check(
    code="DOC17",
    slug="texte-blanc",
    severity=Severity.WARNING,
    title=Text("Donnée imprimée en blanc", "Datum printed in white"),
    rationale=Text(
        "Ce qui est imprimé en blanc sur blanc ne se voit pas. Ce n'est pas lu ici, pour ne pas retenir une valeur "
        "que personne n'a contrôlée : le champ reste vide.",
        "What is printed in white on white is not seen. It is not read here, lest a value be taken that nobody has "
        "checked: the field stays blank.",
    ),
    source=AIFE_READABLE,
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(
        fails=Text("Le SIRET du client en blanc sur blanc.", "The client's SIRET in white on white."),
        passes=Text(
            "Le même en noir ; en blanc sur un bandeau sombre, il est lu aussi.",
            "The same in black; in white on a dark band it is read, too.",
        ),
    ),
    needs=[Need.PAGE],
    messages={
        "white": Text(
            "« {raw} » ({label}), ou le mot qui l'annonce, est imprimé en blanc sur un fond clair : personne ne le "
            "voit, et le champ reste vide.",
            "« {raw} » ({label}), or the word that announces it, is printed in white on a light ground: nobody sees "
            "it, and the field stays blank.",
        ),
    },
    hints={
        "white": Text("Imprimer en noir « {print_text} ».", "Print « {print_text} » in black."),
    },
)
def texte_blanc(seen: Seen) -> Iterator[Message]:
    """A field is blank, and its value is printed in white on white."""
    yield from hidden_data(seen, {Hidden.LIGHT: "white"})
