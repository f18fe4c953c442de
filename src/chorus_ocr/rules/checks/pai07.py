"""PAI07: a credit note says how it is to be paid."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity


@check(
    code="PAI07",
    slug="avoir-avec-mode-de-paiement",
    severity=Severity.INFO,
    title=Text("Avoir avec un mode de paiement", "Credit note with a means of payment"),
    rationale=Text(
        "Un avoir vient en déduction et ne se paie pas : le champ du mode de paiement doit rester vide.",
        "A credit note is deducted and is not paid: the field of the means of payment has to stay blank.",
    ),
    source="API de Chorus Pro, « soumettre », § modePaiement; module « l10n_fr_chorus_account » pour Odoo",
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(
        fails=printed("AVOIR N° AV-2026-03, « Règlement par virement »"),
        passes=printed("AVOIR N° AV-2026-03, « À déduire de votre prochain règlement »"),
    ),
    messages={
        "mode": Text(
            "L'avoir annonce un mode de paiement ({mode}), qu'un avoir n'a pas.",
            "The credit note tells a means of payment ({mode}), which a credit note has none of.",
        )
    },
    hints={
        "mode": Text(
            "Laisser ce champ vide sur le portail, et retirer le mode de paiement du modèle d'avoir.",
            "Leave the field blank on the portal, and take the means of payment out of the template of credit notes.",
        )
    },
)
def avoir_avec_mode_de_paiement(seen: Seen) -> Iterator[Message]:
    """A credit note prints a means of payment."""
    mode = seen.found("mode_paiement")
    if mode is not None and seen.is_credit_note:
        yield Message.about("mode", "mode_paiement", seen, mode=mode)
