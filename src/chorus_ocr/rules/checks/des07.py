"""DES07: a SIREN is announced where the recipient's SIRET is wanted."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.recognition.candidate import Status
from chorus_ocr.rules.sirens import announced_siren, unclaimed_public_siren
from chorus_ocr.rules.sources import AIFE_SHEET
from chorus_ocr.values.siren import format_siren


@check(
    code="DES07",
    slug="siren-au-lieu-du-siret",
    severity=Severity.WARNING,
    title=Text("SIREN au lieu du SIRET du destinataire", "SIREN instead of the recipient's SIRET"),
    rationale=Text(
        "Le portail adresse la facture à un établissement, par ses 14 chiffres. Le SIREN n'en donne que les neuf "
        "premiers, ceux de tous les établissements de la structure.",
        "The portal addresses an invoice to an establishment, by its 14 digits. The SIREN gives the first nine only, "
        "those of every establishment of the body.",
    ),
    source=AIFE_SHEET,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=printed("SIREN client : 110 002 011"),
        passes=printed("SIRET client : 110 002 011 00044"),
    ),
    needs=[Need.PAGE],
    messages={
        "announced": Text(
            "« {raw} » (page {page}) annonce un SIREN, de 9 chiffres, où le portail attend un SIRET, de 14.",
            "« {raw} » (page {page}) announces a SIREN, of 9 digits, where the portal wants a SIRET, of 14.",
        ),
        "public": Text(
            "« {raw} » (page {page}) donne le SIREN d'un organisme public ; son SIRET n'est pas imprimé.",
            "« {raw} » (page {page}) gives the SIREN of a public body; its SIRET is not printed.",
        ),
    },
    hints={
        key: Text(
            "Imprimer « SIRET client : {siren} » suivi des 5 chiffres de l'établissement facturé, que le client donne.",
            "Print « SIRET client : {siren} » followed by the 5 digits of the establishment invoiced, which the client "
            "gives.",
        )
        for key in ("announced", "public")
    },
)
def siren_au_lieu_du_siret(seen: Seen) -> Iterator[Message]:
    """A SIREN is printed for the recipient, and no SIRET."""
    name = "siret_destinataire"
    if not seen.is_blank(name) or seen.decision(name).status is not Status.ABSENT:
        return
    for key, found in (("announced", announced_siren(seen)), ("public", unclaimed_public_siren(seen))):
        if found is not None:
            siren, (raw, page, box) = found
            told = {"raw": raw, "page": page, "siren": format_siren(siren)}
            yield Message(key=key, field=name, page=page, box=box, arguments=told)
            return
