"""PJ06: two files of the deposit have the same name."""

from collections import Counter
from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import ATTACHMENTS


@check(
    code="PJ06",
    slug="noms-de-pieces-identiques",
    severity=Severity.INFO,
    title=Text("Deux pièces du même nom", "Two files of one name"),
    rationale=Text(
        "Rien ne distingue sur le portail deux pièces du même nom ; celui qui paie peut n'en ouvrir qu'une.",
        "Nothing tells two files of one name apart on the portal; who pays may open only one of them.",
    ),
    source=ATTACHMENTS,
    firmness=Firmness.LOW,
    since="0.1.0",
    example=Example(
        fails=Text("Deux pièces « bon.pdf ».", "Two files « bon.pdf »."),
        passes=Text("Les pièces « bon-1.pdf » et « bon-2.pdf ».", "The files « bon-1.pdf » and « bon-2.pdf »."),
    ),
    needs=[Need.FILES],
    messages={
        "same": Text(
            "{count} fichiers du dépôt portent le nom « {name} ».",
            "{count} files of the deposit have the name « {name} ».",
        )
    },
    hints={
        "same": Text(
            "Donner à chaque pièce un nom à elle.",
            "Give each file a name of its own.",
        )
    },
)
def noms_de_pieces_identiques(seen: Seen) -> Iterator[Message]:
    """Two files of the deposit have the same name."""
    names = Counter(each.name.casefold() for each in seen.files)
    for each in seen.files:
        count = names.pop(each.name.casefold(), 0)
        if count > 1:
            yield Message(key="same", arguments={"name": each.name, "count": count})
