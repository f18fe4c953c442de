"""DOC01: the file name is longer than the portal takes."""

import re
from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.deposit_limits import LONGEST_NAME
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import ISERE_GUIDE


@check(
    code="DOC01",
    slug="nom-de-fichier-trop-long",
    severity=Severity.BLOCKING,
    title=Text("Nom de fichier de plus de 50 caractères", "File name of more than 50 characters"),
    rationale=Text(
        "L'écran de dépôt ne prend pas de fichier dont le nom dépasse 50 caractères.",
        "The deposit screen takes no file whose name is longer than 50 characters.",
    ),
    source=ISERE_GUIDE,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text(
            "Un fichier « facture_de_mars_2026_pour_la_mairie_de_courceron_1.pdf ».",
            "A file « facture_de_mars_2026_pour_la_mairie_de_courceron_1.pdf ».",
        ),
        passes=Text(
            "Un fichier « facture-FA-2026-0412.pdf ».",
            "A file « facture-FA-2026-0412.pdf ».",
        ),
    ),
    needs=[Need.PAGE],
    messages={
        "long": Text(
            "Le nom « {name} » compte {length} caractères ; le portail en accepte 50 au plus.",
            "The name « {name} » has {length} characters; the portal takes 50 at most.",
        )
    },
    hints={
        "long": Text(
            "Renommer le fichier avant le dépôt, par exemple « {shorter} ».",
            "Rename the file before the deposit, for instance « {shorter} ».",
        )
    },
)
def nom_de_fichier_trop_long(seen: Seen) -> Iterator[Message]:
    """The name of the file has more than 50 characters."""
    name = seen.document.file_name
    if name is not None and len(name) > LONGEST_NAME:
        number = re.sub(r"[^0-9A-Za-z]+", "-", str(seen.found("numero_facture") or "")).strip("-")
        shorter = f"facture-{number}.pdf" if 0 < len(number) <= LONGEST_NAME - len("facture-.pdf") else "facture.pdf"
        yield Message(key="long", arguments={"name": name, "length": len(name), "shorter": shorter})
