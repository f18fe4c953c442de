"""MNT02: VAT is charged, and its total is not announced."""

from collections.abc import Iterator

from chorus_ocr.compliance.blank import blank, blank_hints, blank_messages
from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.totals import charges_vat
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.elsewhere import is_printed_beyond
from chorus_ocr.rules.sources import CCP_MENTIONS

_KEYS = ("absent", "near", "inferred")


@check(
    code="MNT02",
    slug="montant-tva-absent",
    severity=Severity.WARNING,
    title=Text("Total de la TVA absent", "No total of the VAT"),
    rationale=Text(
        "Le formulaire a un champ pour le total de la TVA. Des montants par taux sans leur total le laissent vide.",
        "The form has a field for the total of the VAT. Amounts by rate without their total leave it blank.",
    ),
    source=CCP_MENTIONS,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text(
            "« TVA 20 % : 200,00 », « TVA 10 % : 20,00 » et aucun total.",
            "« TVA 20 % : 200,00 », « TVA 10 % : 20,00 » and no total.",
        ),
        passes=Text("Les mêmes, puis « Total TVA : 220,00 ».", "The same, then « Total TVA : 220,00 »."),
    ),
    messages=blank_messages(
        Text(
            "De la TVA est facturée, et aucun total de TVA lisible n'est annoncé sur les pages lues.",
            "VAT is charged, and no legible total of it is announced on the pages read.",
        ),
        *_KEYS,
    ),
    hints=blank_hints(
        Text(
            "Imprimer « Total TVA : », un espace, puis le total de la taxe, tous taux confondus.",
            "Print « Total TVA : », a space, then the total of the tax of all rates.",
        ),
        *_KEYS,
    ),
)
def montant_tva_absent(seen: Seen) -> Iterator[Message]:
    """VAT is charged, and no total of it can be filled in."""
    if not seen.is_blank("montant_tva") or not charges_vat(seen):
        return
    if not is_printed_beyond(seen, "montant_tva"):
        yield blank(seen, "montant_tva", *_KEYS)
