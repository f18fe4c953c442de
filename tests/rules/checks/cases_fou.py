"""Invoices that the checks of the supplier trip on, and such that they do not."""

from fixtures.parties import COURCERON, MEHUNOIS, SARVANE, spaced
from rules.checks.bills import CLIENT, LINES, Case, case, with_, without

SIRET = spaced(SARVANE.siret, 3, 3, 3, 5)
WRONG_SIRET = f"{SIRET[:-1]}{(int(SIRET[-1]) + 1) % 10}"
WRONG_VAT = f"FR{(int(SARVANE.vat[2:4]) + 1) % 97:02d}{SARVANE.siren}"
WRONG_SIREN = f"{SARVANE.vat[:-1]}{(int(SARVANE.siren[-1]) + 1) % 10}"

NO_SIRET = without(LINES, "supplier siret")
"""Its VAT number and its register entry tell its SIREN."""
NO_SIREN = without(NO_SIRET, "supplier vat", "legal")
NO_VAT = without(LINES, "supplier vat")
PACIFIC = without(NO_SIREN, "rate", "tax", "net")

CASES: tuple[Case, ...] = (
    case("FOU01", "absent", NO_SIREN, LINES, "siret_fournisseur"),
    case(
        "FOU01", "near", with_(NO_SIREN, client="Client", client_siret=f"SIRET : {CLIENT}"), LINES, "siret_fournisseur"
    ),
    case("FOU01", "unannounced", with_(NO_SIREN, legal=SIRET), LINES, "siret_fournisseur"),
    case("FOU01", "siren", NO_SIRET, with_(NO_SIREN, legal="RIDET : 1 284 663.001"), "siret_fournisseur"),
    case(
        "FOU02",
        "checksum",
        with_(LINES, supplier_siret=f"SIRET fournisseur : {WRONG_SIRET}"),
        LINES,
        "siret_fournisseur",
    ),
    case(
        "FOU03",
        "rivals",
        with_(LINES, other=f"SIRET fournisseur : {spaced(MEHUNOIS.siret, 3, 3, 3, 5)}"),
        with_(LINES, other=f"Notre SIRET : {SIRET}"),
        "siret_fournisseur",
    ),
    case("FOU04", "absent", NO_SIREN, LINES, "tva_fournisseur"),
    case(
        "FOU04", "near", with_(NO_SIREN, client="Client", service=f"N° TVA : {COURCERON.vat}"), LINES, "tva_fournisseur"
    ),
    case("FOU04", "siren", NO_VAT, with_(NO_VAT, net="Total HT : 150,00 €"), "tva_fournisseur"),
    case("FOU05", "key", with_(LINES, supplier_vat=f"N° TVA du fournisseur : {WRONG_VAT}"), LINES, "tva_fournisseur"),
    case(
        "FOU05", "siren", with_(LINES, supplier_vat=f"N° TVA du fournisseur : {WRONG_SIREN}"), LINES, "tva_fournisseur"
    ),
    case(
        "FOU05",
        "checksum",
        with_(NO_SIREN, supplier_vat=f"N° TVA du fournisseur : {WRONG_SIREN}"),
        with_(NO_SIREN, supplier_vat=f"N° TVA du fournisseur : {SARVANE.vat}"),
        "tva_fournisseur",
    ),
    case(
        "FOU06",
        "siren",
        with_(LINES, supplier_vat="N° TVA du fournisseur : FR40303265045"),
        with_(LINES, supplier_vat="N° TVA du fournisseur : FR40303265045", other="Membre d'un assujetti unique"),
        "tva_fournisseur",
    ),
    case("FOU07", "ridet", with_(PACIFIC, legal="RIDET : 1 284 663.001"), LINES, "siret_fournisseur"),
    case("FOU08", "tahiti", with_(PACIFIC, legal="N° TAHITI : C41287"), LINES, "siret_fournisseur"),
    case(
        "FOU09",
        "country",
        with_(NO_SIREN, supplier_vat="N° TVA du fournisseur : DE136695976"),
        LINES,
        "tva_fournisseur",
    ),
)
