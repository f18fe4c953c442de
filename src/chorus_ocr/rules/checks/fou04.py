"""FOU04: VAT is charged, and nothing announces the supplier's VAT number."""

from collections.abc import Iterator
from decimal import Decimal

from chorus_ocr.compliance.blank import blank, blank_hints, blank_messages, line_to_print
from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.no_siret import has_no_siret
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import CGI_VAT_NUMBER
from chorus_ocr.values.portal import LigneTva
from chorus_ocr.values.tva import format_tva, number_of

SMALL = Decimal(150)
"""In euros without VAT: an invoice of no more may leave the number out."""

_ABSENT = Text(
    "De la TVA est facturée, et aucun numéro de TVA n'est annoncé comme celui du fournisseur.",
    "VAT is charged, and no VAT number is announced as the supplier's.",
)


@check(
    code="FOU04",
    slug="tva-fournisseur-absente",
    severity=Severity.WARNING,
    title=Text("Numéro de TVA du fournisseur absent", "No VAT number of the supplier"),
    rationale=Text(
        "Qui facture la TVA imprime son numéro de TVA, sauf jusqu'à 150 € hors taxe. Il dit aussi de qui est un SIRET "
        "que rien n'annonce.",
        "Who charges VAT prints a VAT number, except up to 150 € without tax. It also tells whose SIRET one is that "
        "nothing announces.",
    ),
    source=CGI_VAT_NUMBER,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text("« TVA 20 % : 240,00 € » et aucun numéro de TVA.", "« TVA 20 % : 240,00 € » and no VAT number."),
        passes=printed("N° TVA : FR 44 732 829 320"),
    ),
    messages={
        **blank_messages(_ABSENT, "absent", "near"),
        "siren": Text(
            f"{_ABSENT.fr} D'après son SIRET, ce serait {{vat}}.",
            f"{_ABSENT.en} By its SIRET it would be {{vat}}.",
        ),
    },
    hints={
        **blank_hints(
            Text(
                "Imprimer « TVA fournisseur : », un espace, puis FR, les deux caractères de la clé et le SIREN.",
                "Print « TVA fournisseur : », a space, then FR, the two characters of the key and the SIREN.",
            ),
            "absent",
            "near",
        ),
        "siren": Text("Si c'est bien lui, imprimer « {print_text} ».", "If that is it, print « {print_text} »."),
    },
)
def tva_fournisseur_absente(seen: Seen) -> Iterator[Message]:
    """VAT is charged, and no word announces the supplier's VAT number."""
    if not seen.is_blank("tva_fournisseur") or not _charges_vat(seen) or has_no_siret(seen):
        return
    siret, rule = seen.found("siret_fournisseur"), seen.rules.get("tva_fournisseur")
    if siret is None or rule is None:
        yield blank(seen, "tva_fournisseur", "absent", "near")
        return
    vat = number_of(str(siret)[:9])
    line = line_to_print(rule, vat)
    yield Message(key="siren", field="tva_fournisseur", print_text=line, arguments={"vat": format_tva(vat)})


def _charges_vat(seen: Seen) -> bool:
    """Whether an amount of VAT is printed, on an invoice that is large enough for the number to be compulsory."""
    net, lines = seen.found("montant_ht"), seen.found("lignes_tva")
    if isinstance(net, Decimal) and abs(net) <= SMALL:
        return False
    if seen.found("montant_tva"):
        return True
    return isinstance(lines, tuple) and any(isinstance(line, LigneTva) and line.montant for line in lines)
