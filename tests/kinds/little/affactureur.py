"""To whom the claim was sold, and factors, postmen and assignments that have nothing to do with it."""

from kinds.little.frames import little

MATCHING = (
    little(
        "classic mention",
        "PONANT FACTOR",
        "letterhead",
        terms=(
            "Pour être libératoire, votre règlement doit être effectué directement à l'ordre de",
            "PONANT FACTOR, 18 quai de la Fosse, qui le reçoit par subrogation.",
        ),
    ),
    little("labelled", "Horizon Factor", "side_block", terms=("Affactureur : Horizon Factor",)),
    little("factor label", "Relais Créances", "vat_table", terms=("Factor : Relais Créances",)),
    little(
        "sold to",
        "Atalante Affacturage",
        "header_table",
        foot=("Créance cédée à Atalante Affacturage dans le cadre d'un contrat d'affacturage.",),
    ),
    little(
        "subrogation in capitals",
        "Comptoir Factor",
        "printer",
        terms=("FACTURE SUBROGEE AU PROFIT DE COMPTOIR FACTOR SEUL HABILITE A RECEVOIR",),
    ),
    little(
        "sentence",
        "Créditis Factoring",
        "prose",
        terms=("Le paiement sera adressé à Créditis Factoring, subrogé dans nos droits.",),
    ),
    little(
        "contract of factoring",
        "Banque Marinière Factor",
        "letterhead",
        foot=("Règlement à effectuer à Banque Marinière Factor (contrat d'affacturage n° 4417).",),
    ),
    little(
        "subrogated invoice",
        "Fluxia Factor",
        "side_block",
        totals=("Cette facture est subrogée à Fluxia Factor ; tout paiement direct ne serait pas libératoire.",),
    ),
    little(
        "payment exclusively",
        "Nova Factor",
        "vat_table",
        terms=("Règlement exclusivement à l'ordre de Nova Factor, par subrogation conventionnelle.",),
    ),
    little("title of box", "Solis Factor", "header_table", terms=([(40, "AFFACTUREUR")], [(40, "Solis Factor")])),
    little(
        "company of factoring",
        "Brume Factor",
        "prose",
        terms=("Société d'affacturage : Brume Factor, 12 rue du Port.",),
    ),
    little(
        "discharge",
        "Ostrevant Factor",
        "letterhead",
        terms=(
            "Paiement libératoire uniquement entre les mains d'Ostrevant Factor, subrogé dans nos droits",
            "et actions (article 1346-1 du code civil).",
        ),
    ),
    little("far right", "Lanterne Factor", "side_block", terms=([(40, "Affactureur"), (300, "Lanterne Factor")],)),
    little(
        "receives by way of subrogation",
        "Septentrion Factor",
        "printer",
        foot=("REGLEMENT A SEPTENTRION FACTOR QUI LE RECOIT PAR VOIE DE SUBROGATION",),
    ),
    little(
        "to be told of complaints",
        "Grand Large Factor",
        "vat_table",
        terms=(
            "Notre société a confié la gestion de ses créances à Grand Large Factor, société d'affacturage, à qui",
            "devra être adressé tout règlement, par subrogation.",
        ),
    ),
    little(
        "transfer of title",
        "Corail Factor",
        "header_table",
        foot=("La propriété de la créance a été transférée à Corail Factor par quittance subrogative.",),
    ),
    little(
        "assigned",
        "Mistral Factor",
        "prose",
        foot=("Facture cédée à Mistral Factor, affactureur, à qui le règlement doit parvenir.",),
    ),
    little(
        "mention under the totals",
        "Garance Factor",
        "letterhead",
        totals=("À régler à Garance Factor (affacturage), par subrogation.",),
    ),
    little(
        "two lines",
        "Trévise Factor",
        "side_block",
        foot=("Pour être libératoire le règlement doit être fait à :", "Trévise Factor, notre affactureur."),
    ),
    little(
        "the factor, by name",
        "Vaucresse Factor",
        "vat_table",
        terms=("Affacturage : règlement à l'ordre de Vaucresse Factor.",),
    ),
)

OTHER = (
    little("nothing", None, "letterhead"),
    little("postman", None, "side_block", refs=("Objet : remise au facteur, tournée 12",)),
    little("power factor", None, "vat_table", refs=("Compensation du facteur de puissance, poste 3",)),
    little("emission factor", None, "prose", refs=("Objet : calcul des facteurs d'émission du parc",)),
    little("organ builder", None, "header_table", refs=("Intervention du facteur d'orgues, collégiale",)),
    little("risk factors", None, "letterhead", refs=("Formation : facteurs de risques psychosociaux",)),
    little("copyright", None, "side_block", foot=("Cession de droits d'auteur pour une durée de cinq ans.",)),
    little("land", None, "printer", refs=("CESSION DE PARCELLE AU PROFIT DE LA COMMUNE",)),
    little("wages", None, "prose", refs=("Objet : indemnités journalières, subrogation de l'employeur",)),
    little(
        "insurance subrogation",
        None,
        "vat_table",
        refs=("Sinistre 2026-14 : subrogation de l'assureur dans les droits de la ville",),
    ),
    little("debt recovery", None, "header_table", terms=("Indemnité de recouvrement de créance : 40 €",)),
    little("invoicing service", None, "letterhead", foot=("Service facturation : 02 61 91 04 18",)),
    little("assign no claim", None, "side_block", foot=("La présente créance ne peut être cédée sans accord.",)),
    little("maker", None, "printer", refs=("MANUFACTURE DE CHARIOTS, MODELE FACTOR 3",)),
    little("order of the firm", None, "vat_table", terms=("Chèque à l'ordre de notre société.",)),
    little("discharge to us", None, "prose", terms=("Seul un paiement sur notre compte est libératoire.",)),
    little("studio of instruments", None, "header_table", refs=("Objet : accord du piano par le facteur",)),
    little("sub-contractor", None, "letterhead", terms=("Paiement direct du sous-traitant : néant.",)),
    little("yield factor", None, "side_block", refs=("Prime de performance, facteur de charge 0,82",)),
    little(
        "single copy",
        None,
        "vat_table",
        foot=("Exemplaire unique délivré en vue de la cession ou du nantissement : non demandé.",),
    ),
)
