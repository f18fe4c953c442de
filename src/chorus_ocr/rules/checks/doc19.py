"""DOC19: a datum is cut off, covered, or beyond the edge of the page."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.legibility import OFF_PAGE, hidden_data, label
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.layout.visibility import Hidden
from chorus_ocr.rules.sources import AIFE_READABLE


@check(
    code="DOC19",
    slug="texte-rogne",
    severity=Severity.WARNING,
    title=Text("Donnée rognée ou recouverte", "Datum cut off or covered"),
    rationale=Text(
        "Un cadre trop étroit, un rectangle blanc ou le bord de la page cache un texte que le fichier contient "
        "toujours. Le portail peut le lire ou non ; une personne ne le voit pas.",
        "A frame that is too narrow, a white rectangle or the edge of the page hides text that the file still holds. "
        "The portal may read it or not; a person does not see it.",
    ),
    source=AIFE_READABLE,
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(
        fails=Text(
            "L'engagement imprimé plus loin que le cadre qui le rogne.",
            "The engagement printed beyond the frame that cuts it off.",
        ),
        passes=Text("Le même dans son cadre.", "The same in its frame."),
    ),
    needs=[Need.PAGE],
    messages={
        "clipped": Text(
            "« {raw} » ({label}), ou le mot qui l'annonce, est rogné par son cadre : personne ne le voit.",
            "« {raw} » ({label}), or the word that announces it, is cut off by its frame: nobody sees it.",
        ),
        "covered": Text(
            "« {raw} » ({label}), ou le mot qui l'annonce, est recouvert d'un rectangle opaque : le champ reste vide.",
            "« {raw} » ({label}), or the word that announces it, is covered by an opaque rectangle: the field stays "
            "blank.",
        ),
        "off_page": Text(
            "« {raw} » ({label}), ou le mot qui l'annonce, se trouve au-delà du bord de la page : le champ reste vide.",
            "« {raw} » ({label}), or the word that announces it, stands beyond the edge of the page: the field stays "
            "blank.",
        ),
    },
    hints={
        "clipped": Text(
            "L'imprimer là où il se voit en entier, et là seulement.",
            "Print it where all of it is seen, and only there.",
        ),
        "covered": Text(
            "Imprimer « {print_text} » là où il se voit en entier.", "Print « {print_text} » where all of it is seen."
        ),
        "off_page": Text(
            "Imprimer « {print_text} » là où il se voit en entier.", "Print « {print_text} » where all of it is seen."
        ),
    },
)
def texte_rogne(seen: Seen) -> Iterator[Message]:
    """The value of a field is cut off, or it is covered or beyond the edge of the page and the field is blank."""
    for datum in seen.data:
        clipped = datum.page.clipped
        if clipped and any(row in clipped for row in datum.rows + datum.keyword_rows):
            candidate = datum.candidate
            yield Message.at("clipped", candidate, datum.name, raw=candidate.raw, label=label(seen, datum.name))
    yield from hidden_data(seen, {Hidden.COVERED: "covered", OFF_PAGE: "off_page"})
