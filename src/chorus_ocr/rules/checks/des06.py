"""DES06: the SIRET announced as the recipient's is the supplier's."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.recipient import signed_by_the_supplier
from chorus_ocr.rules.sources import AIFE_SHEET
from chorus_ocr.values.siret import Siret, format_siret


@check(
    code="DES06",
    slug="siret-destinataire-du-fournisseur",
    severity=Severity.BLOCKING,
    title=Text("SIRET du fournisseur donné au destinataire", "The supplier's SIRET given to the recipient"),
    rationale=Text(
        "Une facture va d'une structure à une autre. Le même SIRET des deux côtés l'adresserait à son émetteur : le "
        "modèle de facture a pris l'un pour l'autre.",
        "An invoice goes from one body to another. The same SIRET on both sides would address it to its issuer: the "
        "template took one for the other.",
    ),
    source=AIFE_SHEET,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text(
            "« SIRET client : 732 829 320 00074 », et le même après « SIRET fournisseur ».",
            "« SIRET client : 732 829 320 00074 », and the same after « SIRET fournisseur ».",
        ),
        passes=Text(
            "« SIRET client : 110 002 011 00044 », un autre après « SIRET fournisseur ».",
            "« SIRET client : 110 002 011 00044 », another one after « SIRET fournisseur ».",
        ),
    ),
    messages={
        "same": Text(
            "Le SIRET {siret} est annoncé comme celui du destinataire et comme celui du fournisseur.",
            "The SIRET {siret} is announced as the recipient's and as the supplier's.",
        ),
        "signed": Text(
            "« {keyword} » annonce le SIRET {siret}, dont le SIREN est celui de l'immatriculation imprimée : c'est "
            "celui du fournisseur, et le champ reste vide.",
            "« {keyword} » announces the SIRET {siret}, whose SIREN is that of the register entry printed: it is the "
            "supplier's, and the field stays blank.",
        ),
    },
    hints={
        key: Text(
            "Après « SIRET client : », imprimer les 14 chiffres donnés par le client à la place de ceux-là.",
            "After « SIRET client : » print the 14 digits that the client gave instead of these.",
        )
        for key in ("same", "signed")
    },
)
def siret_destinataire_du_fournisseur(seen: Seen) -> Iterator[Message]:
    """The SIRET announced as the recipient's is the supplier's own."""
    siret = seen.found("siret_destinataire")
    if siret is not None and siret == seen.found("siret_fournisseur"):
        yield Message.about("same", "siret_destinataire", seen, siret=format_siret(Siret(str(siret))))
    signed = signed_by_the_supplier(seen)
    if signed is not None:
        told = format_siret(Siret(str(signed.value)))
        yield Message.at("signed", signed, "siret_destinataire", keyword=signed.keyword, siret=told)
