"""Invoices that the checks of the recipient trip on, and such that they do not."""

from fixtures.parties import SARVANE, spaced
from rules.checks.bills import CLIENT, LINES, OTHER, STATE_LINES, WRONG, Case, case, with_, without

_CLIENT_BLOCK = with_(LINES, client="Client", client_siret=f"SIRET : {CLIENT}")
_MINISTRY = with_(
    without(STATE_LINES, "client siret"),
    client="Ministère de la Transition écologique",
    service="Direction des routes",
    engagement="75700 Paris",
)


CASES: tuple[Case, ...] = (
    case("DES01", "absent", without(LINES, "client siret", "supplier siret"), LINES, "siret_destinataire"),
    case(
        "DES01",
        "near",
        with_(without(LINES, "client siret"), supplier_siret=f"SIRET : {spaced(SARVANE.siret, 3, 3, 3, 5)}"),
        LINES,
        "siret_destinataire",
    ),
    case("DES01", "unannounced", with_(LINES, client_siret=CLIENT), LINES, "siret_destinataire"),
    case("DES02", "checksum", with_(LINES, client_siret=f"SIRET client : {WRONG}"), LINES, "siret_destinataire"),
    case(
        "DES03",
        "word",
        with_(LINES, client_siret=f"SIRET acheteur : {CLIENT}"),
        with_(LINES, client_siret=f"SIRET destinataire : {CLIENT}"),
        "siret_destinataire",
    ),
    case("DES03", "word", _CLIENT_BLOCK, LINES, "siret_destinataire"),
    case(
        "DES05",
        "rivals",
        with_(LINES, other=f"SIRET client : {OTHER}"),
        with_(LINES, other=f"SIRET client : {CLIENT}"),
        "siret_destinataire",
    ),
    case("DES08", "absent", without(STATE_LINES, "service"), without(LINES, "service"), "code_service"),
    case(
        "DES08",
        "rivals",
        with_(STATE_LINES, other="Code service : VOIRIE"),
        with_(LINES, other="Code service : VOIRIE"),
        "code_service",
    ),
    case("DES16", "named", _MINISTRY, STATE_LINES, "siret_destinataire"),
)
