"""Invoices that the checks of the file trip on, and such that they do not."""

from rules.checks.bills import LINES, Case, bill, blank, case, stored, with_

CASES: tuple[Case, ...] = (
    Case(
        code="DOC01",
        key="long",
        failing=bill(),
        failing_name="facture_de_mars_2026_pour_la_mairie_de_courceron_1.pdf",
        passing=bill(),
        passing_name="facture_de_mars_2026_pour_la_mairie_courceron1.pdf",
    ),
    Case(code="DOC04", key="protected", failing=stored("empty_password"), passing=bill()),
    Case(code="DOC05", key="scan", failing=stored("scan"), passing=bill()),
    Case(code="DOC05", key="empty", failing=blank(), passing=bill()),
    Case(code="DOC07", key="unread", failing=bill(more_pages=3), passing=bill(more_pages=2)),
    case("DOC13", "title", with_(LINES, title="DEVIS N° D-2026-0412"), LINES, "type_facture"),
)
