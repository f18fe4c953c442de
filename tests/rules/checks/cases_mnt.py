"""Invoices that the checks of the amounts trip on, and such that they do not."""

from rules.checks.bills import LINES, Case, case, with_

CASES: tuple[Case, ...] = (
    case(
        "MNT05",
        "gap",
        with_(LINES, gross="Total TTC : 1 445,00 €", due="Net à payer : 1 445,00 €"),
        with_(LINES, gross="Total TTC : 1 440,02 €", due="Net à payer : 1 440,02 €"),
        "montant_ttc",
    ),
)
