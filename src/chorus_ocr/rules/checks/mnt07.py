"""MNT07: the rate of a base is not the tax printed beside it."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.totals import UNTAXED, amount, cent, rate_alone, vat_charged, vat_lines
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.recognition.amounts import TOLERANCE
from chorus_ocr.rules.sources import CCP_MENTIONS

_ROUNDING = 50
"""A tax that is rounded item by item may lie so many cents from the rate of the total."""


@check(
    code="MNT07",
    slug="ligne-tva-fausse",
    severity=Severity.WARNING,
    title=Text("TVA différente du taux de sa base", "VAT is not the rate of its base"),
    rationale=Text(
        "Le montant d'une ligne de TVA est sa base multipliée par son taux. Deux centimes sont admis pour l'arrondi, "
        "cinquante quand la base est le total HT, dont la taxe peut être arrondie article par article.",
        "The amount of a VAT line is its base times its rate. Two cents are allowed for rounding, fifty where the base "
        "is the total without VAT, of which the tax may be rounded item by item.",
    ),
    source=CCP_MENTIONS,
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(
        fails=printed("TVA 20 % sur 1 200,00 € : 250,00 €"), passes=printed("TVA 20 % sur 1 200,00 € : 240,00 €")
    ),
    messages={
        "row": Text(
            "Au taux de {rate}, {base} donnent {sum}, et la TVA imprimée est {tax}.",
            "At the rate of {rate}, {base} give {sum}, and the VAT printed is {tax}.",
        ),
        "total": Text(
            "Le seul taux imprimé est {rate}, ce qui fait {sum} pour un total HT de {base}, et la TVA imprimée est "
            "{tax}.",
            "The only rate printed is {rate}, which makes {sum} of a total without VAT of {base}, and the VAT printed "
            "is {tax}.",
        ),
    },
    hints={
        "row": Text(
            "Vérifier la base, le taux et le montant de cette ligne.", "Check the base, the rate and the amount."
        ),
        "total": Text(
            "Vérifier le taux et la TVA ; s'il y a d'autres taux ou une part non taxée, imprimer une ligne pour "
            "chacun.",
            "Check the rate and the VAT; where there are other rates or an untaxed part, print a line for each.",
        ),
    },
)
def ligne_tva_fausse(seen: Seen) -> Iterator[Message]:
    """A tax is not its base times its rate."""
    lines = vat_lines(seen)
    told = False
    for line in lines:
        if line.base_ht is None or line.montant is None:
            continue
        if abs(line.base_ht * line.taux / 100 - line.montant) > 2 * cent(seen):
            told = True
            yield _told("row", seen, line.taux, line.base_ht, line.montant)
    if told or not (seen.has_text and seen.is_invoice):
        return
    net, tax, gross = (amount(seen, name) for name in ("montant_ht", "montant_tva", "montant_ttc"))
    taxes = sum((line.montant or Decimal(0) for line in lines), Decimal(0))
    charged = vat_charged(seen)
    accounted = bool(lines) and charged is not None and abs(abs(taxes) - abs(charged)) <= TOLERANCE
    if not accounted:
        # Few invoices get here: a first scan loads it only where it is needed.
        from chorus_ocr.compliance.vat_print import false_rows

        for row in false_rows(seen.document.pages):
            figures = _figures(row.rate, row.base, row.tax)
            yield Message(key="row", field="lignes_tva", page=row.page, box=row.box, arguments=figures)
    elif len(lines) == 1 and net is not None and tax is not None and gross is not None:
        [line] = lines
        off = abs(abs(net) * line.taux / 100 - abs(tax)) > _ROUNDING * cent(seen)
        if not off or line.base_ht is not None or abs(net + tax - gross) > TOLERANCE:
            return
        from chorus_ocr.compliance.vat_print import other_rates

        if seen.says(*UNTAXED) is None and not other_rates(seen.document.pages, {line.taux}):
            yield _told("total", seen, line.taux, net, tax)


def _told(key: str, seen: Seen, rate: Decimal, base: Decimal, tax: Decimal) -> Message:
    return replace(Message.about(key, "lignes_tva", seen), arguments=_figures(rate, base, tax))


def _figures(rate: Decimal, base: Decimal, tax: Decimal) -> dict[str, object]:
    return {"rate": rate_alone(rate), "base": base, "tax": tax, "sum": Decimal(f"{base * rate / 100:.2f}")}
