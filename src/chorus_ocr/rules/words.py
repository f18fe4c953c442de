"""The French words around the fields: whose block it is, what only looks like a keyword, how words are shortened."""

from chorus_ocr.recognition.vocabulary import Party, StopPhrase, Vocabulary

ROLES: tuple[tuple[str, Party], ...] = (
    *(
        (phrase, Party.RECIPIENT)
        for phrase in (
            "client", "destinataire", "adressé à", "facturé à", "facturer à", "facture adressée à", "facturation",
            "adresse de facturation", "adresse facturation", "adresse du client", "acheteur", "débiteur", "doit",
            "facture émise à", "à l'attention de", "vos coordonnées", "maître d'ouvrage", "pouvoir adjudicateur",
            "payeur", "vos identifiants", "bill to", "invoice to", "sold to", "customer", "informations client",
            "identification du client", "identification client", "nom et adresse du client", "votre structure",
            "facture pour", "pour le compte de", "à", "coordonnées client", "coordonnées du client", "recipient",
            "client facturé", "tiers facturé", "adresse client", "entité publique", "organisme destinataire",
            "destinataire de la facture", "client / customer", "établissement facturé", "tiers payeur",
            "redevable", "références chorus pro", "références chorus", "chorus pro", "références de facturation",
            "vos références chorus", "informations chorus pro", "données chorus pro", "données chorus",
            "identifiants chorus pro", "dépôt chorus pro", "vos références client", "le client", "client public",
            "structure destinataire", "facture à",
            "locataire", "annonceur", "abonné", "preneur",
            "maîtrise d'ouvrage", "client / bill to", "acheteur public", "donneur d'ordre", "service facturier",
        )
    ),
    *(
        (phrase, Party.SUPPLIER)
        for phrase in (
            "émetteur", "fournisseur", "prestataire", "vendeur", "expéditeur", "de", "nos coordonnées", "titulaire",
            "créancier", "entreprise", "notre société", "seller", "supplier", "from", "l'entreprise",
            "émetteur de la facture", "titulaire du marché", "fournisseur / supplier", "identification du fournisseur",
            "identification du titulaire", "le titulaire", "le prestataire", "l'émetteur", "facturé par",
            "organisme émetteur", "émise par", "siège social", "établissement émetteur", "collectivité émettrice",
            "bailleur", "le fournisseur", "association", "l'entrepreneur", "votre fournisseur", "notre siège",
        )
    ),
    *(
        (phrase, Party.OTHER)
        for phrase in (
            "bénéficiaire", "maître d'œuvre", "maîtrise d'œuvre",
            "livré à", "livraison", "adresse de livraison", "lieu de livraison",
            "livrer à", "expédier à",
            "représentant fiscal", "ship to", "delivery address", "sous-traitant", "cotraitant", "affactureur",
            "factor", "comptable assignataire", "lieu d'intervention", "lieu de prestation", "chantier", "site livré",
            "lieu d'exécution", "adresse du chantier", "point de livraison", "site de consommation",
            "adresse livraison",
            "livraison à", "trésorerie", "adresse d'intervention", "agence bancaire", "site d'intervention",
        )
    ),
)  # fmt: skip

PUBLIC_BODIES = (
    "ministère", "commune de", "commune d", "ville de", "mairie", "mairie de", "département", "conseil départemental",
    "conseil régional", "région", "communauté de communes", "communauté d'agglomération", "communauté urbaine",
    "métropole", "centre hospitalier", "CHU", "CHR", "hôpital", "hôpitaux", "université", "lycée", "collège",
    "préfecture", "sous-préfecture", "syndicat mixte", "syndicat intercommunal", "SIVOM", "SIVU", "CCAS", "CIAS",
    "SDIS", "service départemental d'incendie", "rectorat", "académie", "direction départementale",
    "direction régionale", "office public", "CROUS", "EHPAD public", "agglomération", "école nationale",
    "services de l'État", "établissement public",
    "direction interrégionale", "direction générale", "centre communal d'action sociale", "agence régionale de santé",
    "assistance publique", "collectivité", "groupement hospitalier", "GHT", "EPCI", "institut national",
    "caisse des écoles",
    "cour d'appel", "tribunal", "secrétariat général", "DIRECCTE", "DREETS", "DREAL", "DDT", "DDTM",
    "régie municipale", "gouvernement", "province", "assemblée", "haut-commissariat", "office national",
    "agence nationale", "CNRS", "INRAE", "grand port", "chambre d'agriculture", "chambre de commerce", "parc naturel",
    "musée national", "bibliothèque nationale", "service des achats",
)  # fmt: skip


def _stops(verdict: str, *phrases: str, field: str | None = None) -> tuple[StopPhrase, ...]:
    return tuple(StopPhrase(phrase=phrase, verdict=verdict, field=field) for phrase in phrases)


STOP_PHRASES = (
    *_stops(
        "share_capital", "capital", "capital social", "au capital de", "capital de", "SARL au capital",
        "SAS au capital",
        field="montant_ttc",
    ),
    *_stops(
        "not_a_reference",
        "fin d'engagement", "date de fin d'engagement", "durée d'engagement", "période d'engagement",
        "sans engagement",
        "engagement jusqu'au", "engagement de confidentialité", "engagement qualité", "engagement de service",
        "lettre d'engagement", "date d'engagement", "engagement du", "passer commande", "pour toute commande",
        "commande du site", "commande web", "commande internet", "commande en ligne", "date de commande",
        "bon de commande du", "commande du", "commande passée le", "date du bon de commande", "ligne de commande",
        "commande site web", "accusé de commande", "commande fournisseur", "notre commande", "date commande",
        "n° commande web", "commande web n°", "numéro de commande web", "commande passée par",
        "engagement environnemental", "nos engagements", "code engagement qualité",
        "durée de l'engagement", "engagement mensuel", "montant de l'engagement", "montant engagement",
        "notre numéro de commande", "notre bon de commande",
        "commande interne", "notre commande interne", "n° de commande interne", "commande interne n°",
        "numéro de commande fournisseur", "votre engagement jusqu'au", "engagement en cours", "engagement initial",
        "date engagement", "date de l'engagement", "suivi de commande",
    ),
    *_stops(
        "other_reference",
        "numéro de client", "n° client", "code client", "référence client", "compte client", "client n°",
        "numéro client",
        "numéro de compte client", "référence dossier", "dossier n°", "numéro de dossier", "devis n°",
        "numéro de devis",
        "n° devis", "référence devis", "bon de livraison n°", "n° bon de livraison", "numéro de bon de livraison",
        "BL n°", "n° BL", "bon de vente n°", "n° bon de vente", "votre référence", "vos références", "vos réf",
        "v/réf", "référence acheteur",
        "notre référence", "nos références", "nos réf", "n/réf", "référence projet", "référence appel d'offres",
        "bon de réception n°",
        "n° bon de réception", "référence interne", "référence contrat client", "affaire n°", "numéro d'affaire",
        "chantier n°", "ordre de service n°", "numéro de ligne", "numéro de compteur", "numéro de série",
        "agrément n°",
        "référence avis de paiement", "référence comptable", "référence article", "code article", "référence produit",
        "numéro d'agrément", "numéro de téléphone", "téléphone", "tél", "fax", "numéro de page", "page n°", "folio",
        "lot n°", "numéro de lot", "situation n°", "avenant n°", "n° ADELI", "RPPS", "GLN", "numéro de compte",
        "référence abonnement", "numéro de contrat internet",
        "intervention n°", "numéro d'intervention", "numéro de commande web", "mission n°", "référence mission",
        "circuit n°", "phase n°", "numéro d'ordre", "n° d'ordre", "acompte n°", "numéro de déclaration",
        "numéro SIREN", "n° SIREN", "SIREN", "code APE", "NAF", "APE", "RCS", "RM", "référence bancaire",
        "référence de paiement", "référence à rappeler", "communication", "point de livraison", "PDL", "PRM", "PCE",
        "numéro de PDL", "ticket n°", "n° de ticket", "abonnement n°", "numéro d'abonnement", "proposition n°",
        "offre n°", "n° d'offre", "numéro d'offre", "ordre n°", "OS n°", "mandat n°", "numéro de mandat", "RUM", "ICS",
        "bordereau n°", "titre n°", "facture précédente n°", "attachement n°", "numéro de bon d'intervention",
        "bon d'intervention n°", "fiche n°", "rapport n°", "numéro de police", "police n°", "contrat d'assurance n°",
        "assurance décennale", "décennale n°", "service client", "service clients", "service clientèle",
        "service après-vente", "notre code service",
        "notre service", "notre référence commande", "n/réf. commande", "n/référence commande",
        "service commercial", "service consommateurs",
    ),
    *_stops(
        "other_date",
        "date de livraison", "date de commande", "date de début", "date de fin", "date de la prestation",
        "date de prestation", "date d'intervention", "date de facture associée", "date de la facture associée",
        "date de facture d'origine", "date de valeur", "date de naissance", "date de réception",
        "date de service fait",
        "date de service", "date d'impression", "date de la facture d'origine", "date d'exécution", "date du devis",
        "période du", "période de",
        "date de la commande", "date de relève", "date de prochaine facture", "prochaine facture", "prochain relevé",
        "date de mise en service", "date de début de prestation", "date de fin de prestation",
        "date de livraison / prestation",
        "date d'expédition", "date de notification", "date du marché", "date du bon de commande", "date limite",
        "date d'effet", "date d'envoi", "date de dépôt", "date de transmission", "date de visite", "date d'achèvement",
        "date BL", "date devis", "date cde", "date bon de commande", "date livraison", "date de vente",
        "date prestation", "date de réalisation", "date d'opération", "date de l'acte", "date de la mission",
        "date d'audience", "date intervention", "date du contrat", "date du prélèvement", "date de prélèvement",
        "date facture d'origine", "date facture origine", "facture d'origine du", "acompte du", "acompte versé le",
        "payée le", "payé le", "réglée le", "réglé le", "acquittée le", "acquitté le", "versé le", "reçu le",
        "à compter du", "date de création de l'entreprise", "déjà facturé le", "déjà facturée le",
    ),
    *_stops(
        "not_the_total",
        "à reporter", "report", "total page", "sous-total page", "total de la page", "total reporté",
        "total à reporter",
        "montant reporté", "prix HT", "prix unitaire HT", "prix unitaire TTC", "PU HT", "P.U. HT", "PU TTC",
        "P.U. TTC", "unitaire HT",
        "prix TTC", "pénalité", "indemnité forfaitaire", "frais de recouvrement", "remise HT", "remise", "escompte",
        "acompte",
        "acompte versé", "acompte HT", "acompte TTC", "acompte déjà réglé", "payé à ce jour", "montant déjà payé",
        "montant déjà versé", "déjà réglé", "déjà payé", "règlement reçu", "retenue de garantie", "cumul", "cumul HT",
        "cumul TTC", "total cumulé",
        "montant du marché", "montant marché HT", "montant initial du marché", "montant du marché HT",
        "montant du marché TTC", "marché HT", "situation précédente",
        "situations précédentes", "total précédent", "montants précédents", "total brut", "total lot",
        "éco-participation", "dont éco-participation", "total des heures", "temps total", "nombre total",
        "total hors remise", "total avant remise", "total HT avant remise", "total HT brut", "frais de port HT",
        "port HT", "total éco-contribution",
        "total avances", "avance", "chiffre d'affaires", "solde précédent", "solde antérieur", "ancien solde",
        "report solde", "report de solde", "facture précédente", "montant de votre facture précédente",
        "votre facture précédente", "consommation moyenne", "total consommation", "total kWh", "dont contribution",
        "total quantité", "total quantités", "total pièces", "total colis", "poids total", "total poids",
        "taux de TVA", "taux TVA", "code TVA", "base TVA", "base HT TVA", "total débours", "sous-total débours",
        "plafond", "montant maximum", "montant minimum", "montant plafond", "reste à facturer", "reste à réaliser",
        "reste à facturer HT", "montant HT du devis", "montant du devis", "devis HT", "marché TTC", "avenant HT",
        "total du marché", "net à payer précédent", "cumul précédent", "antérieur", "total antérieur",
        "cumul antérieur", "cumul actuel", "travaux cumulés", "à déduire", "acomptes précédents", "total acomptes",
        "total des acomptes", "acomptes versés", "acompte perçu", "provision", "provisions versées",
        "provision versée", "total TTC du marché", "total HT du marché", "total HT cumulé", "total TTC cumulé",
        "montant HT cumulé", "montant TTC cumulé", "total devis", "acompte facturé", "acompte reçu",
        "net de taxe", "nets de taxe", "hors taxe de séjour", "prochain règlement", "de votre prochain règlement",
        "à déduire de votre prochain règlement", "pénalités",
        "soumis à TVA", "soumis à la TVA", "soumise à TVA", "soumise à la TVA", "soumis TVA",
        "assujetti à la TVA", "TVA autoliquidée",
        "TVA incluse", "cumulé HT", "retenue", "garantie", "restitution", "taxe de séjour", "taxe d'apprentissage",
    ),
    *_stops(
        "not_factoring",
        "subrogation de l'employeur", "subrogation de l'assureur", "subrogation légale", "subrogation des salaires",
        "subrogation maintien de salaire", "subrogation dans les droits",
        field="affactureur",
    ),
    *_stops(
        "not_a_title",
        "facture électronique", "factures électroniques", "facture établie", "facturation électronique",
        "votre facture en ligne", "facture à régler", "facture à payer", "facture payable", "facture acquittée",
        "facture conforme", "facture détaillée", "avoir fiscal", "après avoir",
        "pour avoir", "d'avoir choisi", "sans avoir", "avoir lieu", "factures impayées", "facture impayée",
        "facture mentionnée", "facture doit", "ne valant pas facture", "objet de la facture",
        "objet facture", "lignes de facture",
        "page facture", "détail de la facture", "détail de votre facture", "facture suite", "retard de facture",
    ),
)  # fmt: skip

ABBREVIATIONS = (
    ("n", "numero"), ("no", "numero"), ("num", "numero"),
    ("ref", "reference"), ("refs", "reference"), ("cde", "commande"), ("cmd", "commande"), ("cmde", "commande"),
    ("comm", "commande"),
    ("eng", "engagement"), ("engt", "engagement"), ("engag", "engagement"), ("engagt", "engagement"),
    ("fact", "facture"), ("fac", "facture"), ("fre", "facture"), ("fct", "facture"),
    ("factu", "facturation"), ("tx", "taux"), ("reglt", "reglement"), ("mt", "montant"), ("mnt", "montant"),
    ("mtt", "montant"), ("mont", "montant"),
    ("tot", "total"), ("totaux", "total"), ("ech", "echeance"),
    ("cl", "client"), ("serv", "service"), ("svc", "service"), ("sce", "service"), ("exec", "executant"),
    ("execut", "executant"),
    ("regl", "reglement"), ("regt", "reglement"), ("rglt", "reglement"),
    ("dt", "date"), ("liv", "livraison"), ("designations", "designation"), ("qte", "quantite"), ("qtes", "quantite"),
    ("qt", "quantite"),
    ("dest", "destinataire"), ("destin", "destinataire"), ("fourn", "fournisseur"), ("fournis", "fournisseur"),
    ("cli", "client"), ("clt", "client"), ("art", "article"), ("mche", "marche"), ("emet", "emetteur"),
    ("tt", "total"),
    ("paiemt", "paiement"), ("paiemnt", "paiement"), ("jurid", "juridique"), ("intracomm", "intracommunautaire"),
    ("intracommunaut", "intracommunautaire"), ("intracommun", "intracommunautaire"), ("ident", "identifiant"),
    ("identif", "identifiant"), ("euros", "euro"), ("s", "sous"),
)  # fmt: skip

LIGHT_WORDS = (
    "de",
    "du",
    "des",
    "d",
    "l",
    "la",
    "le",
    "les",
    "au",
    "aux",
    "en",
    "et",
    "est",
    "votre",
    "notre",
    "nos",
    "vos",
)

TAIL_WORDS = (
    "numero", "chorus", "pro", "juridique", "public", "publique", "euro", "eur", "est", "le", "la", "du", "de",
    "votre",
    "notre", "soit", "egal", "reference", "portail", "comptable", "xpf", "fcfp", "client", "net", "suivant", "ci",
    "dessous", "bancaire", "au", "en", "total", "ttc", "ht", "présente", "présent", "situation",
    "décompte", "note", "mois", "complémentaire", "principal", "titulaire", "facturer", "cette", "période", "travaux",
    "prestation", "facture", "avoir", "à", "s", "élève", "élèvent", "sont", "l",
    "faveur", "révisé", "somme",
)  # fmt: skip

ITEM_HEADERS = (
    "désignation", "description", "libellé", "quantité", "prix unitaire", "P.U.", "PU", "PU HT", "P.U. HT",
    "prix unit",
    "article", "articles", "coût unitaire", "unité", "prestation", "prestations", "produit",
    "désignation des prestations", "désignation des travaux", "nature des prestations", "détail", "unit price",
    "quantity", "qty",
    "nombre", "prix", "P.U.H.T", "PU net", "nature", "poste", "libellé de la prestation", "ouvrage", "nb heures",
    "prix unitaire HT", "prix unitaire TTC", "P.U. net", "référence article", "intitulé", "objet",
)  # fmt: skip

PAST_COLUMNS = (
    "cumul",
    "cumulé",
    "précédent",
    "antérieur",
    "marché",
    "initial",
    "déjà",
    "jour",
    "reste",
    "prévu",
    "avancement",
)

CURRENT_COLUMNS = ("mois", "période", "présent", "présente", "facturer", "facturé", "facturée", "situation")

VAT_HEADERS = (
    "taux", "taux TVA", "taux de TVA", "base HT", "base", "base TVA", "code TVA", "bases HT", "base hors taxe",
    "base hors taxes", "montant base", "base imposable",
    "assiette", "taux de taxe", "base de TVA", "tax rate", "bases", "ventilation TVA", "détail TVA",
    "récapitulatif TVA", "base calcul",
)  # fmt: skip

TITLES: tuple[tuple[str, str], ...] = (
    ("facture", "invoice"), ("relevé facture", "invoice"), ("facture relevé", "invoice"),
    ("relevé de facture", "invoice"), ("facture d'acompte", "invoice"), ("facture de solde", "invoice"),
    ("facture définitive", "invoice"), ("facture de situation", "invoice"), ("facture de vente", "invoice"),
    ("facture de services", "invoice"), ("votre facture", "invoice"), ("facture acompte", "invoice"),
    ("facture / invoice", "invoice"), ("invoice / facture", "invoice"), ("invoice", "invoice"),
    ("facture de prestation", "invoice"), ("facture de travaux", "invoice"), ("facture intermédiaire", "invoice"),
    ("facture récapitulative", "invoice"),
    ("note d'honoraires", "invoice"), ("note de frais et honoraires", "invoice"), ("mémoire d'honoraires", "invoice"),
    ("décompte mensuel", "invoice"), ("situation de travaux", "invoice"), ("état d'acompte", "invoice"),
    ("mémoire de frais", "invoice"), ("note de débit", "invoice"), ("titre de recette", "invoice"),
    ("avis des sommes à payer", "invoice"), ("décompte général", "invoice"), ("certificat de paiement", "invoice"),
    ("projet de décompte", "invoice"), ("facture n", "invoice"), ("mémoire", "invoice"),
    ("facture de régularisation", "invoice"), ("facture mensuelle", "invoice"), ("demande de paiement", "invoice"),
    ("avoir", "credit_note"), ("facture d'avoir", "credit_note"), ("facture avoir", "credit_note"),
    ("note de crédit", "credit_note"), ("annulation de facture", "credit_note"), ("avoir sur facture", "credit_note"),
    ("avoir facture", "credit_note"), ("credit note", "credit_note"), ("avoir / credit note", "credit_note"),
    ("avoir client", "credit_note"), ("facture rectificative d'avoir", "credit_note"),
    ("avoir partiel", "credit_note"), ("avoir total", "credit_note"), ("note d'avoir", "credit_note"),
    ("devis", "quote"), ("proposition commerciale", "quote"), ("offre de prix", "quote"), ("proforma", "quote"),
    ("facture proforma", "quote"), ("facture pro forma", "quote"), ("quotation", "quote"),
    ("devis estimatif", "quote"),
    ("bon de commande", "order"), ("commande", "order"), ("confirmation de commande", "order"),
    ("purchase order", "order"), ("bon de livraison", "order"), ("relevé d'identité bancaire", "order"),
    ("conditions générales de vente", "order"), ("relevé de compte", "order"),
    ("accusé de réception de commande", "order"), ("lettre de relance", "order"),
    ("relance", "order"), ("mise en demeure", "order"), ("lettre de rappel", "order"),
)  # fmt: skip

FOOTERS = (
    "capital", "capital social", "au capital de", "RCS", "R.C.S", "APE", "NAF", "code APE", "code NAF", "APE NAF",
    "NAF APE", "SARL", "SAS", "SASU", "EURL", "siège social", "SELARL", "EARL", "SCOP",
    "association loi", "RM", "registre du commerce", "auto-entrepreneur", "micro-entreprise",
    "entrepreneur individuel", "SCIC", "SCP", "SNC", "déclaration d'activité", "loi 1901", "RNA", "capital variable",
)  # fmt: skip

SPECIMENS = (
    "comprendre votre facture", "comprendre ma facture", "comment lire votre facture", "comment lire ma facture",
    "lire votre facture", "spécimen", "exemple de facture", "facture type", "facture exemple",
    "votre facture expliquée",
    "mode de lecture de la facture", "guide de lecture", "facture spécimen", "bien lire votre facture",
)  # fmt: skip

FRENCH = Vocabulary(
    roles=ROLES,
    public_bodies=PUBLIC_BODIES,
    stop_phrases=STOP_PHRASES,
    abbreviations=ABBREVIATIONS,
    light_words=LIGHT_WORDS,
    tail_words=TAIL_WORDS,
    item_headers=ITEM_HEADERS,
    vat_headers=VAT_HEADERS,
    past_columns=PAST_COLUMNS,
    current_columns=CURRENT_COLUMNS,
    titles=TITLES,
    footers=FOOTERS,
    specimens=SPECIMENS,
)
