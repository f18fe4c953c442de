"""FOU09: the supplier's VAT number is that of another country."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.no_siret import COUNTRIES, foreign_vat_of
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import API_IDENTIFIERS


@check(
    code="FOU09",
    slug="tva-autre-pays",
    severity=Severity.INFO,
    title=Text("Fournisseur d'un autre pays de l'Union européenne", "Supplier of another country of the EU"),
    rationale=Text(
        "Une entreprise établie dans un autre État membre est connue du portail par son numéro de TVA, sur 18 "
        "caractères au plus.",
        "The portal knows a firm that is established in another Member State by its VAT number, of 18 characters at "
        "most.",
    ),
    source=API_IDENTIFIERS,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=printed("N° TVA : DE136695976"),
        passes=printed("N° TVA : FR 44 732 829 320"),
    ),
    messages={
        "country": Text(
            "Le numéro de TVA du fournisseur, {vat}, est d'un autre pays : {country}.",
            "The supplier's VAT number, {vat}, is of another country: {country}.",
        )
    },
    hints={
        "country": Text(
            "Au dépôt, choisir la structure du fournisseur par ce numéro, si elle n'a pas de SIRET.",
            "When depositing, choose the supplier's structure by this number, unless it has a SIRET.",
        )
    },
)
def tva_autre_pays(seen: Seen) -> Iterator[Message]:
    """The supplier's VAT number is that of another country."""
    number = foreign_vat_of(seen)
    if number is not None and number[:2] in COUNTRIES:
        yield Message.about("country", "tva_fournisseur", seen, vat=number, country=COUNTRIES[number[:2]])
