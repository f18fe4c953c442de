"""Invoices that the checks of the references trip on, and such that they do not."""

from dataclasses import replace

from chorus_ocr import CsvDirectory, Service, Siret, Structure
from fixtures.parties import COURCERON
from rules.checks.bills import LINES, STATE_LINES, Case, Lines, case, with_, without

BODY = Structure(siret=Siret(COURCERON.siret), designation="Mairie de Courceron")
NOTHING_ASKED = CsvDirectory((BODY,))
ENGAGEMENT = CsvDirectory((replace(BODY, numero_ej_doit_etre_renseigne=True),))
EITHER = CsvDirectory((replace(BODY, gestion_numero_ej_ou_code_service=True),))
BY_SERVICE = CsvDirectory((replace(BODY, services=(Service(code="Technique", numero_engagement=True),)),))

NONE = without(LINES, "engagement")
NEITHER = without(LINES, "engagement", "service")
NO_ORDER_SIGN = "Fin d'engagement : 26D000417"
"""An engagement of another kind: what came closest, and is not it."""
RIVAL = "Engagement : 26D000999"
LONG = "26D" + "0" * 47
FIELD = "numero_engagement"


def _asked(code: str, lines: Lines, directory: CsvDirectory) -> tuple[Case, ...]:
    """Return the cases of a check of a directory: none, another thing, two."""
    passing = with_(lines, engagement="Engagement : 26D000417")
    return (
        case(code, "absent", lines, passing, FIELD, directory=directory),
        case(code, "near", with_(lines, other=NO_ORDER_SIGN), passing, FIELD, directory=directory),
        case(code, "rivals", with_(passing, other=RIVAL), passing, FIELD, directory=directory),
    )


CASES: tuple[Case, ...] = (
    case("REF01", "absent", without(STATE_LINES, "engagement"), without(LINES, "engagement"), FIELD),
    case("REF01", "near", with_(STATE_LINES, engagement=NO_ORDER_SIGN), STATE_LINES, FIELD),
    case("REF01", "near", with_(STATE_LINES, engagement="Notre commande n° 100023"), STATE_LINES, FIELD),
    case("REF01", "rivals", with_(STATE_LINES, other=RIVAL), STATE_LINES, FIELD),
    *_asked("REF02", NONE, ENGAGEMENT),
    *_asked("REF03", NEITHER, EITHER),
    case("REF04", "absent", NONE, LINES, FIELD),
    case("REF04", "near", with_(NONE, other=NO_ORDER_SIGN), LINES, FIELD),
    case(
        "REF05",
        "long",
        with_(LINES, engagement=f"Engagement : {LONG}1"),
        with_(LINES, engagement=f"Engagement : {LONG}"),
        FIELD,
    ),
    case(
        "REF06",
        "characters",
        with_(STATE_LINES, engagement="Engagement : 1500.062783"),
        with_(LINES, engagement="Engagement : 1500.062783"),
        FIELD,
    ),
    case("REF07", "rivals", with_(LINES, other=RIVAL), LINES, FIELD),
    case(
        "REF08",
        "beside",
        with_(LINES, other="Commande : BC26-0417"),
        with_(LINES, other="Commande : 26D000417"),
        FIELD,
    ),
    case(
        "REF09",
        "word",
        with_(LINES, engagement="BDC n° : BC26-0417"),
        with_(LINES, engagement="Votre bon de commande n° : BC26-0417"),
        FIELD,
    ),
    case(
        "REF09",
        "word",
        with_(LINES, engagement="Purchase order : 4500128734"),
        with_(LINES, engagement="N° d'engagement : 4500128734"),
        FIELD,
    ),
    case(
        "REF10",
        "digits",
        with_(STATE_LINES, engagement="Engagement : 26D000417"),
        with_(LINES, engagement="Engagement : 26D000417"),
        FIELD,
    ),
    case(
        "REF11",
        "market",
        with_(LINES, engagement="Marché n° 2026M0117"),
        with_(LINES, other="Marché n° 2026M0117"),
        "numero_marche",
    ),
    case(
        "REF12",
        "characters",
        with_(LINES, engagement="Commande : BDC 2026/110"),
        with_(LINES, engagement="Commande : BDC-2026/110"),
        FIELD,
    ),
    *_asked("REF13", NONE, BY_SERVICE),
)
