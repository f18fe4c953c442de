"""Invoices that lack a legal mention, and such that print it, in whatever words."""

from rules.checks.bills import LINES, Case, Lines, case, with_, without

_AUTUMN: Lines = with_(LINES, date="Date de facture : 12/10/2026", term="Date d'échéance : 11/11/2026")
"""The same invoice, once the mentions of 2026 are owed."""

_NO_ORDER: Lines = without(LINES, "engagement")

CASES: tuple[Case, ...] = (
    case("MEN01", "absent", without(LINES, "delivery"), with_(LINES, delivery="Maintenance de mars 2026")),
    case("MEN01", "absent", without(LINES, "delivery"), with_(LINES, delivery="Passage du 03/02/2026")),
    case(
        "MEN02",
        "quantity",
        with_(LINES, header="Désignation, prix", item="Réparation du portail", mode="Règlement par virement"),
        with_(LINES, header="Désignation, prix", item="Réparation du portail 1 x 1 200,00", mode="Virement"),
    ),
    case(
        "MEN03",
        "absent",
        with_(LINES, header="Désignation, quantité, montant HT", item="Réparation du portail, 1"),
        with_(LINES, header="Désignation, quantité, P.U. HT, montant HT", item="Réparation du portail, 1"),
    ),
    case("MEN04", "none", without(LINES, "supplier address", "client address"), LINES),
    case("MEN04", "one", without(LINES, "supplier address"), LINES),
    case("MEN05", "absent", _NO_ORDER, with_(_NO_ORDER, other="Marché n° 2026-014"), "numero_engagement"),
    case("MEN06", "absent", without(LINES, "discount"), with_(LINES, discount="Escompte : néant")),
    case(
        "MEN07",
        "absent",
        without(LINES, "penalties"),
        with_(LINES, penalties="Tout retard de règlement porte intérêts au taux de la BCE"),
    ),
    case(
        "MEN08",
        "absent",
        without(LINES, "indemnity"),
        with_(LINES, indemnity="40 € de frais de recouvrement en sus"),
    ),
    case(
        "MEN09",
        "absent",
        with_(without(LINES, "term"), mode="Règlement par virement"),
        with_(without(LINES, "term"), mode="Règlement comptant par virement"),
        "date_echeance",
    ),
    case("MEN10", "both", with_(LINES, legal="RCS Bourges"), LINES),
    case("MEN10", "form", with_(LINES, legal="Capital de 12 000 € - RCS Bourges"), LINES),
    case(
        "MEN10",
        "capital",
        with_(LINES, legal="SARL - RCS Bourges"),
        with_(LINES, legal="S.A.R.L. au capital de 12 000 € - R.C.S. Bourges"),
    ),
    case(
        "MEN11",
        "register",
        with_(LINES, legal="SARL au capital de 12 000 €"),
        with_(LINES, legal="SARL au capital de 12 000 €, immatriculée à Bourges"),
    ),
    case(
        "MEN12",
        "absent",
        with_(LINES, legal="Micro-entreprise"),
        with_(LINES, legal="Camille Dorval EI, micro-entreprise"),
    ),
    case("MEN13", "absent", without(_AUTUMN, "kind"), with_(_AUTUMN, kind="Nature de l'opération : mixte")),
    case(
        "MEN14",
        "words",
        with_(_AUTUMN, other="TVA sur les débits"),
        with_(_AUTUMN, other="TVA : option pour les débits"),
        "type_tva",
    ),
    case(
        "MEN15",
        "absent",
        without(_AUTUMN, "client siret"),
        with_(_AUTUMN, client_siret="SIREN client : 218 909 013"),
        "siret_destinataire",
    ),
    case(
        "MEN16",
        "absent",
        with_(LINES, item="Travaux de couverture de l'école, 1 forfait"),
        with_(LINES, item="Travaux de couverture de l'école, 1 forfait", other="Assuré en décennale, contrat 4711"),
    ),
    case(
        "MEN17",
        "absent",
        with_(LINES, rate="TVA due par le preneur, article 283-2 du CGI"),
        with_(LINES, rate="Auto-liquidation, article 283-2 du CGI"),
    ),
    case(
        "MEN18",
        "empty",
        with_(_AUTUMN, other="Adresse de livraison :"),
        with_(_AUTUMN, other="Adresse de livraison : 3 rue du Lavoir, 18910 Courceron"),
    ),
)
