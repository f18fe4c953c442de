"""MNT06: the lines of the VAT do not add up to the totals."""

from collections.abc import Iterator
from decimal import Decimal

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.totals import UNTAXED, amount, cent, vat_lines
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import CCP_MENTIONS


@check(
    code="MNT06",
    slug="lignes-tva-total",
    severity=Severity.WARNING,
    title=Text("Lignes de TVA différentes du total", "VAT lines do not make the total"),
    rationale=Text(
        "Le total de la TVA est la somme de ses lignes, taux par taux. Deux centimes sont admis pour l'arrondi, un "
        "par ligne au-delà de deux.",
        "The total of the VAT is the sum of its lines, rate by rate. Two cents are allowed for rounding, one for each "
        "line beyond two.",
    ),
    source=CCP_MENTIONS,
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(
        fails=Text(
            "« TVA 20 % : 200,00 », « TVA 10 % : 20,00 » et « Total TVA : 230,00 ».",
            "« TVA 20 % : 200,00 », « TVA 10 % : 20,00 » and « Total TVA : 230,00 ».",
        ),
        passes=Text(
            "« TVA 20 % : 200,00 », « TVA 10 % : 20,00 » et « Total TVA : 220,00 ».",
            "« TVA 20 % : 200,00 », « TVA 10 % : 20,00 » and « Total TVA : 220,00 ».",
        ),
    ),
    messages={
        "tax": Text(
            "Les lignes de TVA font {sum}, et le total de TVA imprimé est {total} ({lines}).",
            "The VAT lines make {sum}, and the total of the VAT printed is {total} ({lines}).",
        ),
        "base": Text(
            "Les bases des lignes de TVA font {sum}, et le total HT imprimé est {total} ({lines}).",
            "The bases of the VAT lines make {sum}, and the total without VAT printed is {total} ({lines}).",
        ),
    },
    hints={
        "tax": Text(
            "Vérifier chaque ligne de TVA et leur total ; n'imprimer qu'une ligne par taux.",
            "Check each VAT line and their total; print one line a rate.",
        ),
        "base": Text(
            "Vérifier la base de chaque taux ; donner aussi, à 0 %, la part du total HT qui n'est pas taxée.",
            "Check the base of each rate; give also, at 0 %, the part of the total that is not taxed.",
        ),
    },
)
def lignes_tva_total(seen: Seen) -> Iterator[Message]:
    """The lines of the VAT breakdown do not add up to the printed totals."""
    lines = vat_lines(seen)
    if not lines or any(line.montant is None for line in lines):
        return
    allowed = cent(seen) * max(2, len(lines))
    taxes = sum((line.montant for line in lines if line.montant is not None), Decimal(0))
    bases = [line.base_ht for line in lines if line.base_ht is not None]
    base = sum(bases, Decimal(0)) if len(bases) == len(lines) else None
    for key, name, total in (("tax", "montant_tva", taxes), ("base", "montant_ht", base)):
        printed = amount(seen, name)
        if printed is None or total is None or abs(abs(total) - abs(printed)) <= allowed:
            continue
        if key == "base" and seen.says(*UNTAXED) is not None:
            continue
        # Few invoices get here: a first scan loads it only where it is needed.
        from chorus_ocr.compliance.vat_print import other_rates

        # Where the pages print another rate, a line of it was perhaps not read.
        if not other_rates(seen.document.pages, {line.taux for line in lines}):
            yield Message.about(key, "lignes_tva", seen, sum=total, total=printed, lines=lines)
            return
