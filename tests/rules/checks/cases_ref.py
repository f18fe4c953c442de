"""Invoices that the checks of the references trip on, and such that they do not."""

from rules.checks.bills import LINES, STATE_LINES, Case, case, with_, without

CASES: tuple[Case, ...] = (
    case(
        "REF01",
        "near",
        with_(STATE_LINES, engagement="Notre commande n° 100023"),
        STATE_LINES,
        "numero_engagement",
    ),
    case("REF01", "absent", without(STATE_LINES, "engagement"), without(LINES, "engagement"), "numero_engagement"),
    case(
        "REF01",
        "rivals",
        with_(STATE_LINES, other="Engagement : 26D000999"),
        STATE_LINES,
        "numero_engagement",
    ),
    case("REF07", "rivals", with_(LINES, other="Engagement : 26D000999"), LINES, "numero_engagement"),
    case(
        "REF09",
        "word",
        with_(LINES, engagement="BDC n° : BC26-0417"),
        with_(LINES, engagement="Votre bon de commande n° : BC26-0417"),
        "numero_engagement",
    ),
    case(
        "REF09",
        "word",
        with_(LINES, engagement="Purchase order : 4500128734"),
        with_(LINES, engagement="N° d'engagement : 4500128734"),
        "numero_engagement",
    ),
)
