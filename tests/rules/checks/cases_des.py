"""Invoices that the checks of the recipient trip on, and such that they do not."""

from dataclasses import replace

from chorus_ocr import Siret, Structure
from fixtures.parties import COURCERON, MEHUNOIS, SARVANE, spaced
from rules.checks.bills import CLIENT, LINES, OTHER, STATE_LINES, WRONG, Case, case, with_, without
from rules.checks.bodies import CLOSED, COMMUNE, TECHNIQUE, Bodies

_CLIENT_BLOCK = with_(LINES, client="Client", client_siret=f"SIRET : {CLIENT}")
_MINISTRY = with_(
    without(STATE_LINES, "client siret"),
    client="Ministère de la Transition écologique",
    service="Direction des routes",
    engagement="75700 Paris",
)
_SUPPLIER = spaced(SARVANE.siret, 3, 3, 3, 5)
_SWAPPED = f"{CLIENT[1]}{CLIENT[0]}{CLIENT[2:]}"
"""The client's SIRET, its first two digits in each other's place."""
_VAT = f"N° TVA du client : {COURCERON.vat}"


_GONE = Structure(siret=Siret(MEHUNOIS.siret), designation="SYNDICAT DU MEHUNOIS", active=False)
"""The other body, merged since."""


def _asking(**flags: object) -> dict[str, Bodies]:
    return {"directory": Bodies((replace(COMMUNE, **flags),))}  # type: ignore[arg-type]  # one flag or another


_STRICT = _asking(code_service_doit_etre_renseigne=True)
_ONLY = _asking(code_service_doit_etre_renseigne=True, services=(TECHNIQUE, CLOSED))


CASES: tuple[Case, ...] = (
    case("DES01", "absent", without(LINES, "client siret", "supplier siret"), LINES, "siret_destinataire"),
    case(
        "DES01",
        "near",
        with_(without(LINES, "client siret"), supplier_siret=f"SIRET : {_SUPPLIER}"),
        LINES,
        "siret_destinataire",
    ),
    case("DES01", "unannounced", with_(LINES, client_siret=CLIENT), LINES, "siret_destinataire"),
    case("DES02", "checksum", with_(LINES, client_siret=f"SIRET client : {WRONG}"), LINES, "siret_destinataire"),
    case(
        "DES02",
        "corrected",
        with_(LINES, client_siret=f"SIRET client : {_SWAPPED}", client_vat=_VAT),
        with_(LINES, client_vat=_VAT),
        "siret_destinataire",
    ),
    case(
        "DES03",
        "word",
        with_(LINES, client_siret=f"SIRET acheteur : {CLIENT}"),
        with_(LINES, client_siret=f"SIRET destinataire : {CLIENT}"),
        "siret_destinataire",
    ),
    case("DES04", "place", _CLIENT_BLOCK, LINES, "siret_destinataire"),
    case(
        "DES05",
        "rivals",
        with_(LINES, other=f"SIRET client : {OTHER}"),
        with_(LINES, other=f"SIRET client : {CLIENT}"),
        "siret_destinataire",
    ),
    case(
        "DES06",
        "same",
        with_(without(LINES, "legal"), client_siret=f"SIRET client : {_SUPPLIER}"),
        without(LINES, "legal"),
        "siret_destinataire",
    ),
    case(
        "DES06",
        "signed",
        with_(LINES, client_siret=f"SIRET client : {_SUPPLIER}"),
        LINES,
        "siret_destinataire",
    ),
    case(
        "DES07",
        "announced",
        with_(LINES, client_siret=f"SIREN client : {CLIENT[:11]}"),
        with_(LINES, client_siren=f"SIREN client : {CLIENT[:11]}"),
        "siret_destinataire",
    ),
    case(
        "DES07",
        "announced",
        with_(LINES, client_siret=f"SIRET client n° {CLIENT[:11]}"),
        LINES,
        "siret_destinataire",
    ),
    case(
        "DES07",
        "public",
        with_(LINES, client_siret=f"SIREN {CLIENT[:11]}"),
        with_(LINES, client_siren=f"SIREN {CLIENT[:11]}"),
        "siret_destinataire",
    ),
    case("DES08", "absent", without(STATE_LINES, "service"), without(LINES, "service"), "code_service"),
    case(
        "DES08",
        "near",
        with_(STATE_LINES, service="SERVICE TECHNIQUE"),
        with_(STATE_LINES, other="SERVICE TECHNIQUE"),
        "code_service",
    ),
    case(
        "DES08",
        "rivals",
        with_(STATE_LINES, other="Code service : VOIRIE"),
        with_(LINES, other="Code service : VOIRIE"),
        "code_service",
    ),
    case(
        "DES09",
        "long",
        with_(LINES, service=f"Code service : {'A1-' * 33}AB"),
        with_(LINES, service=f"Code service : {'A1-' * 33}A"),
        "code_service",
    ),
    case(
        "DES10",
        "characters",
        with_(LINES, service="Code service : D1603853/2"),
        with_(LINES, service="Code service : D1603853_2-A"),
        "code_service",
    ),
    case(
        "DES11",
        "reserved",
        with_(LINES, service="Code service : FACTURES_PUBLIQUES"),
        with_(LINES, service="Code service : FACTURES-DR-18"),
        "code_service",
    ),
    case(
        "DES12",
        "unknown",
        with_(LINES, client_siret=f"SIRET client : {OTHER}"),
        LINES,
        "siret_destinataire",
        directory=Bodies(),
    ),
    case(
        "DES13",
        "inactive",
        with_(LINES, client_siret=f"SIRET client : {OTHER}"),
        LINES,
        "siret_destinataire",
        directory=Bodies((COMMUNE, _GONE)),
    ),
    case(
        "DES13",
        "inactive",
        with_(LINES, client_siret=f"SIRET client : {OTHER}"),
        LINES,
        "siret_destinataire",
        directory=Bodies((COMMUNE, replace(_GONE, designation=""))),
    ),
    case("DES14", "absent", without(LINES, "service"), LINES, "code_service", **_STRICT),
    case("DES14", "near", with_(LINES, service="SERVICE TECHNIQUE"), LINES, "code_service", **_STRICT),
    case("DES14", "only", without(LINES, "service"), LINES, "code_service", **_ONLY),
    case("DES14", "rivals", with_(LINES, other="Code service : VOIRIE"), LINES, "code_service", **_STRICT),
    case("DES15", "unknown", with_(LINES, service="Code service : PISCINE"), LINES, "code_service", directory=Bodies()),
    case("DES15", "inactive", with_(LINES, service="Code service : ECOLES"), LINES, "code_service", directory=Bodies()),
    case(
        "DES17",
        "rivals",
        with_(LINES, other="Code service : VOIRIE"),
        with_(LINES, other="Code service : technique"),
        "code_service",
    ),
    case("DES16", "named", _MINISTRY, STATE_LINES, "siret_destinataire"),
)
