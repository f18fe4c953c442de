"""MEN12: a person in business under his own name does not say so in the words of the law."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.unsaid import words
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.mentions import COMPANIES, is_all_in_scope, is_trade, says_word

_SAID = words("entrepreneur individuel", "entrepreneure individuelle", "entrepreneur individuelle")

_ALONE = (
    "micro-entrepreneur", "micro-entrepreneuse", "micro-entreprise", "microentreprise", "auto-entrepreneur",
    "auto-entrepreneuse", "autoentrepreneur", "entreprise individuelle",
    "dispensé d'immatriculation", "dispensée d'immatriculation",
)  # fmt: skip
_ALONE_LETTERS = words(*_ALONE)
_OTHERS = (*COMPANIES, " ei ", " e i ")


@check(
    code="MEN12",
    slug="entrepreneur-individuel",
    severity=Severity.INFO,
    title=Text("« Entrepreneur individuel » ou « EI » absent", "No « entrepreneur individuel » or « EI »"),
    rationale=Text(
        "Une personne qui exerce en son nom fait précéder ou suivre celui-ci, sur ses factures, des mots « "
        "entrepreneur individuel » ou des initiales « EI ».",
        "A person in business under his own name puts the words « entrepreneur individuel » or the initials «"
        " EI » beside it on his invoices.",
    ),
    source="Code de commerce, art. R526-27",
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=printed("Camille Dorval, micro-entreprise"), passes=printed("Camille Dorval, entrepreneur individuel")
    ),
    needs=[Need.PAGE],
    messages={
        "absent": Text(
            "« {word} » : le nom doit porter « entrepreneur individuel » ou « EI ».",
            "« {word} »: the name has to bear « entrepreneur individuel » or « EI ».",
        ),
    },
    hints={
        "absent": Text(
            "Imprimer auprès du nom « entrepreneur individuel » ou « EI ».",
            "Print « entrepreneur individuel » or « EI » beside the name.",
        ),
    },
)
def entrepreneur_individuel(seen: Seen) -> Iterator[Message]:
    """A person in business under his own name does not print « entrepreneur individuel » or « EI »."""
    if not is_trade(seen) or not is_all_in_scope(seen) or says_word(seen, _OTHERS) or not seen.lacks(_SAID):
        return
    passage = seen.says(*_ALONE) if not seen.lacks(_ALONE_LETTERS) else None
    if passage is not None:
        yield Message(key="absent", arguments={"word": passage.raw}, page=passage.page, box=passage.box)
