"""The invoice that a credit note corrects, and other numbers of invoices that are none of that."""

from kinds.little.frames import little

MATCHING = (
    little(
        "credit on invoice",
        "FA2026-0117",
        "letterhead",
        title="AVOIR",
        refs=("Avoir sur facture n° FA2026-0117 du 05/01/2026",),
    ),
    little("cancels", "FA2026-0118", "side_block", title="AVOIR", refs=("Annule la facture n° FA2026-0118",)),
    little("origin", "26-00419", "header_table", title="AVOIR", refs=("Facture d'origine : 26-00419",)),
    little("initial", "FC-20420", "vat_table", title="AVOIR", refs=("Facture initiale : FC-20420 du 14/02/2026",)),
    little("concerned", "2026/0421", "letterhead", title="AVOIR", refs=("Facture concernée : 2026/0421",)),
    little("relates to", "F26/0422", "side_block", title="AVOIR", refs=("Relatif à la facture n° F26/0422",)),
    little(
        "correction in a sentence",
        "FV26-0423",
        "prose",
        title="AVOIR",
        refs=("en annulation de notre facture n° FV26-0423 du 3 mars 2026",),
    ),
    little("reference", "A00424", "header_table", title="AVOIR", refs=("Référence facture : A00424",)),
    little("number of origin", "VTE2600425", "vat_table", title="AVOIR", refs=("N° facture d'origine : VTE2600425",)),
    little("printer", "118426", "printer", title="AVOIR", refs=("AVOIR SUR FACTURE NO 118426 DU 02/02/2026",)),
    little(
        "header row",
        "FA-00427",
        "letterhead",
        title="AVOIR",
        refs=(
            [(40, "Facture d'origine"), (200, "Date facture"), (340, "Motif")],
            [(40, "FA-00427"), (200, "09/01/2026"), (340, "Erreur de prix")],
        ),
    ),
    little(
        "credit note for",
        "2026-000428",
        "side_block",
        title="NOTE DE CRÉDIT",
        refs=("Note de crédit relative à la facture 2026-000428",),
    ),
    little(
        "rectifies",
        "F2601-429",
        "vat_table",
        title="AVOIR",
        refs=("Rectifie la facture F2601-429 émise le 22/01/2026",),
    ),
    little("partial credit", "FACT-00430", "prose", title="AVOIR PARTIEL", refs=("sur la facture n° FACT-00430",)),
    little(
        "below the label",
        "26MF00431",
        "header_table",
        title="AVOIR",
        refs=([(40, "Facture d'origine")], [(40, "26MF00431")]),
    ),
    little(
        "far right", "FAC26/0432", "letterhead", title="AVOIR", refs=([(40, "Facture d'origine"), (420, "FAC26/0432")],)
    ),
    little(
        "object", "20260433", "side_block", title="AVOIR", refs=("Objet : remboursement de la facture n° 20260433",)
    ),
    little(
        "note in the foot",
        "FA2026-0434",
        "vat_table",
        title="AVOIR",
        foot=("Cet avoir annule et remplace la facture n° FA2026-0434.",),
    ),
    little("abbreviated", "FC-20435", "printer", title="AVOIR", refs=("REF. FACT. ORIGINE : FC-20435",)),
    little(
        "credit for return",
        "F26/0436",
        "letterhead",
        title="FACTURE D'AVOIR",
        refs=("Retour de marchandise sur notre facture n° F26/0436 du 18/03/2026",),
    ),
)

OTHER = (
    little("plain invoice", None, "letterhead"),
    little(
        "deposit taken off",
        None,
        "side_block",
        totals=("Acompte facturé le 12/01/2026, facture n° AC-00317 : - 500,00 €",),
    ),
    little("reminder", None, "vat_table", terms=("Sauf erreur, votre facture n° FA2026-0101 reste impayée.",)),
    little("replaces an invoice", None, "prose", refs=("Annule et remplace la facture n° FA2026-0102.",)),
    little(
        "corrective invoice",
        None,
        "header_table",
        title="FACTURE RECTIFICATIVE",
        refs=("Facture rectifiée : FA2026-0103",),
    ),
    little(
        "quote this number",
        None,
        "letterhead",
        terms=("Merci de rappeler le numéro de facture lors de votre règlement.",),
    ),
    little("previous invoice", None, "printer", refs=("FACTURE PRECEDENTE NO 118099 DU 02/01/2026",)),
    little("balance of an invoice", None, "side_block", refs=("Solde après facture d'acompte n° FA2026-0104",)),
    little(
        "credit without invoice", None, "vat_table", title="AVOIR", refs=("Avoir commercial, remise de fin d'année",)
    ),
    little("credit on order", None, "header_table", title="AVOIR", refs=("Commande d'origine : BC-2026-0105",)),
    little(
        "credit on delivery note", None, "letterhead", title="AVOIR", refs=("Bon de retour n° BR-0106 du 05/01/2026",)
    ),
    little("credit on contract", None, "side_block", title="AVOIR", refs=("Contrat d'origine n° CT-2025-107",)),
    little("credit on quote", None, "prose", title="AVOIR", refs=("suite au devis n° D-0108 non exécuté",)),
    little("future invoice", None, "vat_table", title="AVOIR", terms=("À déduire de votre prochaine facture.",)),
    little("credit used here", None, "header_table", totals=("Avoir n° AV-0109 imputé : - 120,00 €",)),
    little(
        "invoice of the supplier's supplier",
        None,
        "printer",
        refs=("TRANSPORT REFACTURE SELON FACTURE TRANSPORTEUR T-0110",),
    ),
    little(
        "empty field",
        None,
        "letterhead",
        title="AVOIR",
        refs=("Facture d'origine :", "Motif de l'avoir : geste commercial"),
    ),
    little("origin of goods", None, "side_block", refs=("Origine : France. Pièce d'origine n° 88110",)),
    little("pro forma", None, "vat_table", refs=("Facture pro forma n° PF-0111 du 03/01/2026",)),
    little("late invoice in a list", None, "prose", terms=("Factures en attente : FA2026-0112, FA2026-0113.",)),
)
