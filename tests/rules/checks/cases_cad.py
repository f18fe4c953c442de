"""Invoices whose words call for another cadre de facturation, and such that do not."""

from rules.checks.bills import LINES, Case, Lines, case, with_

_FINAL: Lines = with_(LINES, title="PROJET DE DÉCOMPTE FINAL N° 3", other="Facture n° FA-2026-0412")
_GENERAL: Lines = with_(LINES, other="DÉCOMPTE GÉNÉRAL ET DÉFINITIF")

CASES: tuple[Case, ...] = (
    case(
        "CAD01",
        "said",
        with_(LINES, other="Facture établie en qualité de sous-traitant de la société Orlevent"),
        with_(LINES, other="Sous-traitant au sens du RGPD : néant. Nous travaillons sans sous-traitant."),
    ),
    case(
        "CAD01",
        "said",
        with_(LINES, rate="Autoliquidation, article 283-2 nonies du CGI"),
        with_(LINES, rate="Autoliquidation, article 283-2 du CGI"),
    ),
    case(
        "CAD02",
        "said",
        with_(LINES, other="Orlevent, agissant en tant que co-traitant"),
        with_(LINES, other="Orlevent, agissant en qualité de mandataire ; facture du cotraitant jointe"),
    ),
    case(
        "CAD03",
        "said",
        with_(LINES, other="Payée le 15/03/2026 par carte d'achat"),
        with_(LINES, other="Acompte de 30 % sur commande, payé le 15/02/2026"),
    ),
    case("CAD03", "said", with_(LINES, other="FACTURE ACQUITTÉE"), with_(LINES, other="TVA acquittée sur les débits")),
    case(
        "CAD04",
        "monthly",
        with_(LINES, title="SITUATION DE TRAVAUX N° 4 – FACTURE N° FA-2026-0412"),
        with_(LINES, other="Facturé d'après la situation du chantier"),
    ),
    case(
        "CAD04",
        "state",
        with_(LINES, title="ÉTAT D'ACOMPTE N° 3 – FACTURE N° FA-2026-0412"),
        with_(LINES, other="Les acomptes sont déduits."),
    ),
    case("CAD05", "final", _FINAL, with_(LINES, other="Veuillez trouver ci-dessous le décompte final de nos heures.")),
    case(
        "CAD05",
        "general",
        _GENERAL,
        with_(LINES, other="Le solde est versé un mois après le décompte général et définitif."),
    ),
)
