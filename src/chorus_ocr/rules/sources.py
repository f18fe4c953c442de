"""The documents that the rules rest on, by title and section."""

AIFE_SHEET = "AIFE, « Déposer une facture unitaire sur le portail de services Chorus Pro », § 1"
"""The published keywords: « SIRET client », « SIRET dest », « Ministère »; « engagement », « EJ », « commande »."""

OURS = "No keyword is published for this field: the words are those that invoices print"
"""AIFE's complete list stands in an annex that is not public; what the library knows besides is its own."""

AIFE_DEPOSIT = "AIFE, « Déposer une facture unitaire ou par lot », communaute.chorus-pro.gouv.fr"
"""The guide of the deposit screen: no password, one invoice a PDF."""

AIFE_READABLE = (
    "AIFE, « Comment optimiser votre dépôt de facture PDF sur Chorus Pro », communaute.chorus-pro.gouv.fr; "
    "« Déposer une facture unitaire sur le portail de services Chorus Pro », § 1"
)
"""The golden rules: PDFs of text, keywords, a space between keyword and datum and between fields, black on white."""

AIFE_ENTRY = "AIFE, « Saisir une facture », communaute.chorus-pro.gouv.fr, § Références"
"""The guide of the form: an invoice to the State names an engagement and a service."""

ISERE_GUIDE = "Département de l'Isère, « Déposer une facture », étape 3"
"""A public buyer's own guide for its suppliers: the length of the file name."""

SIRET_KEY = "Code de commerce, art. R123-221; INSEE, « Définition – Numéro SIRET »"
"""The digits of a SIRET and their key."""

CCP_MENTIONS = "Code de la commande publique, art. D2192-2, 9°"
"""What an invoice to a public body states: total without tax, tax by rate, total."""

ATTACHMENTS = (
    "AIFE, « Pièces jointes dans Chorus Pro : quelques règles à respecter », communaute.chorus-pro.gouv.fr; "
    "OCA/l10n-france, l10n_fr_chorus_account"
)
"""The files of a deposit: names, formats, sizes."""

FACTURX = "FNFE-MPE, « Factur-X 1.0 », § 1; EN 16931-1; AIFE, « Déposer une facture unitaire ou par lot »"
"""An invoice as a page and as data in one file; the deposit of one invoice reads the page, a batch the data."""
