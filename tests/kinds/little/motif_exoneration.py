"""The mention that says why there is no VAT, and articles or exemptions that say something else."""

from kinds.little.frames import little

MATCHING = (
    little(
        "comma and art.", "293 B", "letterhead", vat=False, totals=([(330, "TVA non applicable, art. 293 B du CGI")],)
    ),
    little("dash and article", "293 B", "side_block", vat=False, foot=("TVA non applicable - article 293 B du CGI",)),
    little(
        "glued B",
        "293B",
        "vat_table",
        vat=False,
        totals=("TVA non applicable, article 293B du code général des impôts",),
    ),
    little("capitals", "293 B", "printer", vat=False, foot=("T.V.A. NON APPLICABLE ARTICLE 293 B DU C.G.I.",)),
    little(
        "franchise",
        "293 B",
        "prose",
        vat=False,
        terms=("Franchise en base de TVA (article 293 B du CGI). Règlement à trente jours.",),
    ),
    little("exempt by 293 B", "293 B", "header_table", vat=False, totals=("Exonération de TVA, art. 293 B du CGI",)),
    little("training", "261", "letterhead", vat=False, foot=("Exonéré de TVA - art. 261.4.4° a du CGI",)),
    little(
        "care",
        "261",
        "side_block",
        vat=False,
        totals=("Prestations de soins exonérées de TVA en application de l'article 261-4-1° du CGI",),
    ),
    little(
        "non-profit",
        "261",
        "prose",
        vat=False,
        foot=("Association exonérée de TVA, article 261-7-1° b du Code général des impôts.",),
    ),
    little("insurance", "261 C", "vat_table", vat=False, terms=("Opération exonérée de TVA - article 261 C du CGI",)),
    little("rent", "261 D", "header_table", vat=False, totals=("Location exonérée de TVA, art. 261 D-2° du CGI",)),
    little(
        "delivery in the Union",
        "262 ter",
        "letterhead",
        vat=False,
        terms=("Exonération TVA, article 262 ter I du CGI",),
    ),
    little("export", "262", "printer", vat=False, foot=("EXONERATION TVA, ART. 262 I DU CGI (EXPORTATION)",)),
    little("reverse charge word", "Autoliquidation", "side_block", vat=False, totals=([(330, "Autoliquidation")],)),
    little(
        "reverse charge, works",
        "283",
        "vat_table",
        vat=False,
        terms=("Autoliquidation : TVA due par le preneur, art. 283-2 nonies du CGI",),
    ),
    little(
        "reverse charge, services",
        "Autoliquidation",
        "prose",
        vat=False,
        totals=("TVA : autoliquidation par le preneur assujetti.",),
    ),
    little(
        "out of scope",
        "256 B",
        "header_table",
        vat=False,
        foot=("Activité placée hors du champ d'application de la TVA par l'article 256 B du CGI",),
    ),
    little("overseas", "294", "letterhead", vat=False, totals=("TVA non applicable en Guyane, article 294-1 du CGI",)),
    little("new code", "CIBS", "side_block", vat=False, foot=("TVA non applicable, article L. 223-3 du CIBS",)),
    little(
        "wrapped",
        "293 B",
        "vat_table",
        vat=False,
        terms=(
            "En application du régime de la franchise en base, TVA non applicable, article",
            "293 B du code général des impôts.",
        ),
    ),
)

OTHER = (
    little("nothing", None, "side_block"),
    little("free delivery", None, "letterhead", terms=("Livraison exonérée de frais de port.",)),
    little("penalties", None, "prose", terms=("Aucune exonération de pénalités ne sera accordée.",)),
    little("numbering", None, "vat_table", foot=("Facture conforme à l'article 289 du CGI.",)),
    little("invoice mentions", None, "header_table", foot=("Mentions : article 242 nonies A de l'annexe II au CGI.",)),
    little(
        "right to deduct", None, "letterhead", foot=("TVA déductible dans les conditions de l'article 271 du CGI.",)
    ),
    little("commercial code", None, "printer", foot=("ARTICLE L. 441-9 DU CODE DE COMMERCE",)),
    little("civil code", None, "side_block", foot=("Subordonné à l'article 1353 du code civil.",)),
    little(
        "procurement code",
        None,
        "prose",
        terms=("Délai de paiement : article R. 2192-10 du code de la commande publique.",),
    ),
    little("property tax", None, "vat_table", refs=("Objet : étude d'exonération de taxe d'aménagement",)),
    little(
        "share of gifts", None, "header_table", foot=("Don ouvrant droit à réduction d'impôt, article 238 bis du CGI.",)
    ),
    little(
        "if reverse charge",
        None,
        "letterhead",
        terms=("En cas d'autoliquidation, nous transmettre l'attestation du preneur.",),
    ),
    little("working hours", None, "side_block", foot=("Cotisations : exonération Fillon appliquée sur les salaires.",)),
    little("lot number 293 B", None, "vat_table", refs=("Chantier : bâtiment 293 B, rue du Port",)),
    little("reference 261", None, "printer", refs=("REFERENCE CHANTIER : ARTICLE 261 DU BORDEREAU DES PRIX",)),
    little("vat charged", None, "prose", totals=("La TVA est applicable au taux normal.",)),
    little("item articles", None, "header_table", refs=("Article 12.4 du CCTP : reprise des enduits",)),
    little("vat not included", None, "letterhead", totals=("Prix unitaires indiqués TVA non comprise.",)),
    little("vat non recoverable", None, "side_block", totals=("TVA non récupérable par le maître d'ouvrage.",)),
    little(
        "asked certificate",
        None,
        "vat_table",
        terms=("Taux réduit : attestation requise par l'article 279-0 bis du CGI.",),
    ),
)
