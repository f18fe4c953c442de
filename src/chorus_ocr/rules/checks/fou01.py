"""FOU01: nothing announces the supplier's SIRET."""

from collections.abc import Iterator

from chorus_ocr.compliance.blank import blank, blank_hints, blank_messages
from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.no_siret import has_no_siret
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import CCP_PARTIES
from chorus_ocr.values.siren import format_siren
from chorus_ocr.values.tva import Tva, siren_of

_ABSENT = Text(
    "Aucun SIRET de 14 chiffres n'est annoncé comme celui du fournisseur.",
    "No SIRET of 14 digits is announced as the supplier's.",
)


@check(
    code="FOU01",
    slug="siret-fournisseur-absent",
    severity=Severity.WARNING,
    title=Text("SIRET du fournisseur absent", "No SIRET of the supplier"),
    rationale=Text(
        "Une facture à un organisme public dit qui l'émet, par le numéro de son établissement. Sur le portail, le "
        "déposant choisit sa structure : le champ vide ne bloque pas, mais rien ne confirme ce choix.",
        "An invoice to a public body says who issues it, by the number of its establishment. On the portal the "
        "depositor chooses his own structure: a blank field does not block, but nothing confirms the choice.",
    ),
    source=CCP_PARTIES,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=printed("RCS Bourges 732 829 320"),
        passes=printed("SIRET fournisseur : 732 829 320 00074"),
    ),
    messages={
        **blank_messages(_ABSENT),
        "siren": Text(
            f"{_ABSENT.fr} D'après le numéro de TVA, son SIREN est {{siren}}.",
            f"{_ABSENT.en} By the VAT number, its SIREN is {{siren}}.",
        ),
    },
    hints={
        **blank_hints(
            Text(
                "Imprimer « SIRET fournisseur : », un espace, puis les 14 chiffres de l'établissement qui facture.",
                "Print « SIRET fournisseur : », a space, then the 14 digits of the establishment that bills.",
            )
        ),
        "siren": Text(
            "Imprimer « SIRET fournisseur : », un espace, puis {siren} et les 5 chiffres de l'établissement qui "
            "facture.",
            "Print « SIRET fournisseur : », a space, then {siren} and the 5 digits of the establishment that bills.",
        ),
    },
)
def siret_fournisseur_absent(seen: Seen) -> Iterator[Message]:
    """No word announces the supplier's SIRET, and no identifier of another kind stands in its place."""
    if not seen.is_blank("siret_fournisseur") or has_no_siret(seen):
        return
    message = blank(seen, "siret_fournisseur")
    vat = seen.found("tva_fournisseur")
    siren = None if vat is None else siren_of(Tva(str(vat)))
    if message.key != "unannounced" and siren is not None:
        message = Message(key="siren", field="siret_fournisseur", arguments={"siren": format_siren(siren)})
    yield message
