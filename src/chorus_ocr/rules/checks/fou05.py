"""FOU05: the supplier's VAT number is announced, and its key is wrong."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import VAT_KEY
from chorus_ocr.values.siren import Siren
from chorus_ocr.values.siren import parse as parse_siren
from chorus_ocr.values.tva import Tva, format_tva, number_of, siren_of


@check(
    code="FOU05",
    slug="tva-fournisseur-invalide",
    severity=Severity.WARNING,
    title=Text("Numéro de TVA du fournisseur invalide", "Invalid VAT number of the supplier"),
    rationale=Text(
        "La clé d'un numéro de TVA français suit de son SIREN. Si elle est fausse, un caractère au moins est mal "
        "imprimé, et le numéro n'est à personne.",
        "The key of a French VAT number follows from its SIREN. Where it is wrong, one character at least is "
        "misprinted, and the number belongs to nobody.",
    ),
    source=VAT_KEY,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=printed("N° TVA : FR 45 732 829 320"),
        passes=printed("N° TVA : FR 44 732 829 320"),
    ),
    needs=[Need.PAGE],
    messages={
        "key": Text(
            "Le numéro de TVA {vat} (page {page}) a une clé fausse : pour son SIREN, ce serait {right}.",
            "The key of the VAT number {vat} (page {page}) is wrong: for its SIREN it would be {right}.",
        ),
        "siren": Text(
            "Le numéro de TVA {vat} (page {page}) a une clé fausse : d'après le SIRET, ce serait {right}.",
            "The key of the VAT number {vat} (page {page}) is wrong: by the SIRET it would be {right}.",
        ),
        "checksum": Text(
            "Le numéro de TVA {vat} (page {page}) a une clé fausse.",
            "The key of the VAT number {vat} (page {page}) is wrong.",
        ),
    },
    hints={
        "key": Text(
            "Vérifier le numéro, puis imprimer à sa place le bon : {right}, si le SIREN est juste.",
            "Check the number, then print the right one in its place: {right}, if the SIREN is right.",
        ),
        "siren": Text(
            "Vérifier le numéro, puis imprimer à sa place le bon : {right}, si le SIRET est juste.",
            "Check the number, then print the right one in its place: {right}, if the SIRET is right.",
        ),
        "checksum": Text(
            "Vérifier le numéro, puis imprimer à sa place le bon, précédé de ses deux lettres (FR).",
            "Check the number, then print the right one in its place, after its two letters (FR).",
        ),
    },
)
def tva_fournisseur_invalide(seen: Seen) -> Iterator[Message]:
    """The VAT number announced as the supplier's fails its key."""
    siret = seen.found("siret_fournisseur")
    for candidate in seen.failed("tva_fournisseur"):
        number = Tva(str(candidate.value))
        key, siren = "key", siren_of(number)
        if siret is not None and siren is not None and not str(siret).startswith(siren):
            key, siren = "siren", Siren(str(siret)[:9])
        vat, page = format_tva(number), candidate.page
        if siren is None or not parse_siren(siren).valid:
            yield Message.at("checksum", candidate, "tva_fournisseur", vat=vat, page=page)
        else:
            right = format_tva(number_of(siren))
            yield Message.at(key, candidate, "tva_fournisseur", vat=vat, page=page, right=right)
