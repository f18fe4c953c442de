"""How it is to be paid, and words for money that say something else."""

from kinds.little.frames import little

TRANSFER, CHEQUE, DEBIT, CASH, OTHER_MODE = "VIREMENT", "CHEQUE", "PRELEVEMENT", "ESPECE", "AUTRE"

MATCHING = (
    little("mode of settlement", TRANSFER, "letterhead", terms=("Mode de règlement : Virement bancaire",)),
    little("mode of payment", TRANSFER, "side_block", terms=("Mode de paiement : virement",)),
    little("settled by", TRANSFER, "prose", terms=("Règlement par virement à trente jours.",)),
    little("payable by", TRANSFER, "vat_table", terms=("Payable par virement sur le compte ci-dessous.",)),
    little("payment by, administrative", TRANSFER, "header_table", terms=("Paiement par virement administratif",)),
    little("transfer to order", TRANSFER, "printer", terms=("REGLEMENT PAR VIREMENT A 30 JOURS",)),
    little(
        "header cell",
        TRANSFER,
        "letterhead",
        refs=([(40, "Mode de règlement"), (200, "Échéance")], [(40, "Virement"), (200, "30 jours")]),
    ),
    little("short", TRANSFER, "side_block", refs=("Règlement : virement",)),
    little("cheque", CHEQUE, "vat_table", terms=("Mode de règlement : Chèque",)),
    little("cheque to the order", CHEQUE, "prose", terms=("Règlement par chèque à l'ordre de notre association.",)),
    little("bank cheque", CHEQUE, "header_table", terms=("Mode de paiement : chèque bancaire",)),
    little("cheque capitals", CHEQUE, "printer", terms=("MODE DE REGLEMENT : CHEQUE",)),
    little("direct debit", DEBIT, "letterhead", terms=("Mode de paiement : prélèvement automatique",)),
    little("sepa debit", DEBIT, "side_block", terms=("Règlement par prélèvement SEPA le 15 du mois",)),
    little("debit below", DEBIT, "header_table", refs=([(40, "Moyen de paiement")], [(40, "Prélèvement")])),
    little("debit in a table", DEBIT, "vat_table", terms=([(40, "Mode de règlement"), (300, "Prélèvement SEPA")],)),
    little("cash", CASH, "letterhead", terms=("Mode de règlement : espèces",)),
    little("paid in cash", CASH, "printer", terms=("MODE DE PAIEMENT : ESPECES",)),
    little("card", OTHER_MODE, "side_block", terms=("Mode de paiement : carte bancaire",)),
    little("draft", OTHER_MODE, "vat_table", terms=("Mode de règlement : lettre de change relevé (LCR)",)),
)

OTHER = (
    little("nothing", None, "letterhead"),
    little("bank details only", None, "side_block", terms=("Nos coordonnées bancaires figurent au contrat.",)),
    little("fees of transfer", None, "vat_table", terms=("Les frais de virement étranger restent à votre charge.",)),
    little("deposit by cheque", None, "header_table", totals=("Acompte réglé par chèque le 12/01/2026 : - 100,00 €",)),
    little("transfer received", None, "prose", totals=("Nous accusons réception de votre virement du 4 janvier.",)),
    little(
        "several modes", None, "letterhead", terms=("Modes de paiement acceptés : chèque, virement, carte bancaire",)
    ),
    little("holiday vouchers", None, "side_block", refs=("Objet : fourniture de chèques-vacances",)),
    little("gift vouchers", None, "vat_table", refs=("Objet : chèques cadeaux du personnel",)),
    little("water samples", None, "printer", refs=("PRELEVEMENTS ET ANALYSES D'EAU, STATION NORD",)),
    little("protected species", None, "prose", refs=("Objet : inventaire des espèces protégées de la lande",)),
    little("budget transfer", None, "header_table", refs=("Délibération n° 12 : virement de crédits",)),
    little("rules of procedure", None, "letterhead", foot=("Règlement de la consultation disponible sur demande.",)),
    little("terms only", None, "side_block", terms=("Conditions de règlement : 30 jours date de facture",)),
    little("rejected cheque", None, "vat_table", terms=("Tout chèque rejeté sera facturé 15,00 €.",)),
    little("organ removal", None, "prose", refs=("Objet : prélèvement d'échantillons de sol",)),
    little("bend of the road", None, "printer", refs=("REFECTION DU VIREMENT DE LA ROUTE, PR 12+300",)),
    little("empty mode", None, "header_table", terms=("Mode de règlement :", "Échéance : 30 jours")),
    little("cash prohibited", None, "letterhead", terms=("Aucun paiement en espèces n'est accepté.",)),
    little(
        "accepted cheques",
        None,
        "side_block",
        foot=("Membre d'un centre de gestion agréé acceptant les règlements par chèque.",),
    ),
    little(
        "asks for mandate",
        None,
        "vat_table",
        terms=("Optez pour le prélèvement : demandez votre formulaire à l'accueil.",),
    ),
)
