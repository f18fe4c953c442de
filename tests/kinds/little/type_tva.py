"""When the VAT falls due, or why there is none: how invoices say so, and what only looks like it."""

from kinds.little.frames import little

DEBIT, CASH, EXEMPT = "TVA_SUR_DEBIT", "TVA_SUR_ENCAISSEMENT", "EXONERATION"

MATCHING = (
    little("vat on debits", DEBIT, "letterhead", foot=("TVA acquittée sur les débits",)),
    little("option by debits", DEBIT, "vat_table", terms=("Option pour le paiement de la taxe d'après les débits",)),
    little(
        "option by debits, long",
        DEBIT,
        "header_table",
        terms=("Règlement à réception.", "Nous avons opté pour le paiement de la T.V.A. d'après les débits."),
    ),
    little("vat paid by debits", DEBIT, "prose", terms=("La TVA est acquittée d'après les débits.",)),
    little("regime debits", DEBIT, "side_block", refs=("Régime de TVA : débits",)),
    little("capitals without accents", DEBIT, "printer", foot=("T.V.A. ACQUITTEE SUR LES DEBITS",)),
    little("vat on debits, authorised", DEBIT, "vat_table", foot=("TVA sur les débits - autorisation du 12/03/2011",)),
    little("vat on cash", CASH, "letterhead", totals=([(380, "TVA acquittée sur les encaissements")],)),
    little("regime cash", CASH, "header_table", refs=("Régime TVA : encaissements",)),
    little("vat due on cashing", CASH, "prose", terms=("La TVA est exigible à l'encaissement du prix.",)),
    little("vat on cash receipts", CASH, "side_block", foot=("TVA sur encaissements",)),
    little("vat on cash, capitals", CASH, "printer", terms=("30 JOURS FIN DE MOIS", "TVA SUR LES ENCAISSEMENTS")),
    little("293 B", EXEMPT, "letterhead", vat=False, totals=([(300, "TVA non applicable, art. 293 B du CGI")],)),
    little(
        "293 B, long",
        EXEMPT,
        "prose",
        vat=False,
        foot=("TVA non applicable en vertu de l'article 293 B du code général des impôts",),
    ),
    little("reverse charge", EXEMPT, "header_table", vat=False, totals=("Autoliquidation",)),
    little(
        "reverse charge, works",
        EXEMPT,
        "vat_table",
        vat=False,
        terms=("Autoliquidation de la TVA par le preneur, article 283-2 nonies du CGI (sous-traitance)",),
    ),
    little(
        "training",
        EXEMPT,
        "side_block",
        vat=False,
        foot=("Organisme de formation exonéré de TVA, article 261-4-4° a du CGI",),
    ),
    little(
        "care",
        EXEMPT,
        "letterhead",
        vat=False,
        terms=("Exonération de TVA - article 261, 4-1° du Code Général des Impôts",),
    ),
    little(
        "intra-community",
        EXEMPT,
        "printer",
        vat=False,
        foot=("EXONERATION DE TVA, ARTICLE 262 TER I DU CGI - LIVRAISON INTRACOMMUNAUTAIRE",),
    ),
    little(
        "new code",
        EXEMPT,
        "vat_table",
        vat=False,
        totals=("Franchise en base : TVA non applicable, article L. 223-3 du CIBS",),
    ),
)

OTHER = (
    little("no mention at all", None, "letterhead"),
    little("payment debited", None, "header_table", terms=("Votre compte sera débité le 15 du mois.",)),
    little("flow of water", None, "side_block", refs=("Objet : mesure des débits d'étiage, station aval",)),
    little("fibre", None, "vat_table", refs=("Offre fibre, débits descendants jusqu'à 1 Gb/s",)),
    little("pubs", None, "prose", refs=("Objet : recensement des débits de boissons du canton",)),
    little(
        "cashing of cheque", None, "letterhead", terms=("L'encaissement de votre chèque interviendra à trente jours.",)
    ),
    little("fees on cashing", None, "header_table", foot=("Frais d'encaissement à la charge du tireur.",)),
    little("free of postage", None, "side_block", terms=("Commande exonérée de frais de port.",)),
    little(
        "penalties waived", None, "prose", terms=("À titre exceptionnel, nous vous exonérons des pénalités de retard.",)
    ),
    little("commercial code", None, "printer", foot=("PENALITES : ARTICLE L. 441-10 DU CODE DE COMMERCE",)),
    little("civil code", None, "vat_table", foot=("Clause de réserve de propriété, article 2367 du code civil.",)),
    little("vat number", None, "letterhead", foot=("N° de TVA intracommunautaire : FR 08 604 368 522",)),
    little(
        "right to deduct", None, "header_table", foot=("La TVA est récupérable dans les conditions de droit commun.",)
    ),
    little(
        "customer's regime",
        None,
        "prose",
        terms=("Merci de nous indiquer votre régime de TVA pour vos prochaines commandes.",),
    ),
    little("property tax", None, "side_block", refs=("Objet : dossier d'exonération de taxe foncière",)),
    little(
        "if reverse charge",
        None,
        "vat_table",
        terms=("Si votre chantier relève de l'autoliquidation, signalez-le avant toute facturation.",),
    ),
    little("card debit", None, "letterhead", terms=("Carte à débit différé acceptée à l'accueil.",)),
    little(
        "credit and debit columns",
        None,
        "printer",
        terms=("COMPTE AU 31/12 : TOTAL DES DEBITS 1240,00 / CREDITS 1240,00",),
    ),
    little("cash desk", None, "header_table", refs=("Lieu de prestation : caisse et encaissements, piscine",)),
    little("numbering article", None, "prose", foot=("Facture établie conformément à l'article 289 du CGI.",)),
)
