"""Invoices that the checks of the payment trip on, and such that they do not."""

from fixtures.parties import SARVANE, spaced
from rules.checks.bills import LINES, Case, case, with_, without

_IBAN = SARVANE.account.iban
_FALSE_IBAN = spaced(f"{_IBAN[:-1]}{(int(_IBAN[-1]) + 1) % 10}", 4)
_CREDIT_NOTE = with_(
    without(LINES, "mode"),
    title="AVOIR N° AV-2026-0412 sur la facture n° FA-2026-0400",
    due="Net à déduire : 1 440,00 €",
)
_HOSPITAL = with_(LINES, client="Centre hospitalier de Courceron", term="Date d'échéance : 01/05/2026")

CASES: tuple[Case, ...] = (
    case("PAI01", "checksum", with_(LINES, iban=f"IBAN : {_FALSE_IBAN}"), LINES, "iban"),
    case("PAI01", "shape", with_(LINES, iban=f"IBAN : {spaced(_IBAN[:-1], 4)}"), LINES, "iban"),
    case("PAI02", "shape", with_(LINES, bic="BIC : AGRIFRP"), with_(LINES, bic="BIC : AGRIFRPP882"), "bic"),
    case(
        "PAI03",
        "before",
        with_(LINES, term="Date d'échéance : 11/04/2025"),
        with_(LINES, term="Date d'échéance : 12/03/2026"),
        "date_echeance",
    ),
    case("PAI04", "beyond", with_(LINES, term="Date d'échéance : 01/05/2026"), _HOSPITAL, "date_echeance"),
    case(
        "PAI05",
        "unnamed",
        with_(LINES, mode="Facture subrogée, règlement par virement au factor."),
        with_(LINES, mode="Facture subrogée : règlement à l'ordre de Mistral Factor."),
        "affactureur",
    ),
    case(
        "PAI06",
        "unassigned",
        with_(LINES, mode="Affactureur : Mistral Factor"),
        with_(LINES, mode="Affactureur : Mistral Factor, par subrogation"),
        "affactureur",
    ),
    case(
        "PAI07",
        "mode",
        with_(_CREDIT_NOTE, mode="Règlement par virement"),
        with_(_CREDIT_NOTE, mode="À déduire de votre prochain règlement"),
        "mode_paiement",
    ),
)
