"""DOC18: a datum is there as invisible text only."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.legibility import hidden_data
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.layout.visibility import Hidden
from chorus_ocr.rules.sources import AIFE_READABLE


@check(
    code="DOC18",
    slug="texte-invisible",
    severity=Severity.WARNING,
    title=Text("Donnée invisible", "Invisible datum"),
    rationale=Text(
        "Un PDF peut porter du texte qui ne s'imprime pas. Une personne ne le contrôle pas ; il n'est lu ici que "
        "s'il est le seul texte de la page, comme sous une numérisation.",
        "A PDF can hold text that is not painted. No person checks it; it is read here only where it is all the text "
        "of the page, as under a scan.",
    ),
    source=AIFE_READABLE,
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(
        fails=Text("L'engagement en mode de rendu 3, invisible.", "The engagement in render mode 3, invisible."),
        passes=Text("Le même imprimé.", "The same in print."),
    ),
    needs=[Need.PAGE],
    messages={
        "invisible": Text(
            "« {raw} » ({label}), ou le mot qui l'annonce, n'est sur la page qu'en texte invisible : le champ reste "
            "vide.",
            "« {raw} » ({label}), or the word that announces it, is on the page as invisible text only: the field "
            "stays blank.",
        ),
        "tiny": Text(
            "« {raw} » ({label}), ou le mot qui l'annonce, est imprimé trop petit pour qu'on le voie : le champ "
            "reste vide.",
            "« {raw} » ({label}), or the word that announces it, is printed too small to be seen: the field stays "
            "blank.",
        ),
    },
    hints={
        "invisible": Text(
            "Imprimer « {print_text} » en toutes lettres, visible.", "Print « {print_text} » so that it can be seen."
        ),
        "tiny": Text(
            "Imprimer « {print_text} » en toutes lettres, visible.", "Print « {print_text} » so that it can be seen."
        ),
    },
)
def texte_invisible(seen: Seen) -> Iterator[Message]:
    """A field is blank, and its value is on the page where nobody can see it."""
    yield from hidden_data(seen, {Hidden.INVISIBLE: "invisible", Hidden.TINY: "tiny"})
