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
AIFE_SUBMIT_PDF = "AIFE, « Soumettre une facture PDF » (deposerPdfFacture), communaute.chorus-pro.gouv.fr"
"""The API of the deposit: 10 Mo at most (HTTP 413), signed or not (formatDepot)."""

AIFE_FACTURX = (
    "Chorus Pro, réponse au dépôt unitaire d'un PDF/A-3 : « … au format PDF/A3 (FACTUR-X) conçu pour déposer des "
    "factures par lots … » (août 2026)"
)
"""What the portal itself answers, as users of two invoicing programs report it."""

TO_UNICODE = "ISO 32000-1, 9.10.2 « Mapping Character Codes to Unicode Values »"
"""How the text of a page is known at all, and that it cannot be where a font has no character map."""

FORM_FIELDS = "ISO 32000-1, 12.7 « Interactive Forms »"
"""The value of a field is no content of the page: whoever shows the file paints it."""

AIFE_ENTRY = "AIFE, « Saisir une facture », communaute.chorus-pro.gouv.fr, § Références"
"""The guide of the form: an invoice to the State names an engagement and a service."""

ISERE_GUIDE = "Département de l'Isère, « Déposer une facture », étape 3"
"""A public buyer's own guide for its suppliers: the length of the file name."""

ISERE_GUIDE_AMOUNTS = "Département de l'Isère, « Déposer une facture », étape 12"
"""The same guide, of the amounts: « saisir les décimales avec des virgules (pas des points) »."""

SIRET_KEY = "Code de commerce, art. R123-221; INSEE, « Définition – Numéro SIRET »"
"""The digits of a SIRET and their key."""

CCP_MENTIONS = "Code de la commande publique, art. D2192-2, 9°"
"""What an invoice to a public body states: total without tax, tax by rate, total."""

TRADE_MENTIONS = "Code de commerce, art. L441-9, I"
"""What an invoice between professionals states: parties, quantity, price, date of payment, discount, penalties."""

REFORM_MENTIONS = "Décret n° 2022-1299 du 7 octobre 2022 ; CGI, annexe II, art. 242 nonies A, I"
"""The four mentions of the reform of 2026."""

CADRES = (
    "API du portail (codeCadreFacturation) ; AIFE, spécification des formats d'échange, V4.10, cadres de facturation"
)
"""The codes of the cadres de facturation and what each is for."""

AIFE_SHARED = "AIFE, « Gérer les factures de sous-traitance / cotraitance », communaute.chorus-pro.gouv.fr"
"""The guide of invoices by a sous-traitant or a cotraitant, and who validates them."""
VAT_RATES = "CGI, art. 278 à 281 nonies et 294 à 297"
"""The rates of the VAT: mainland, Corsica, overseas."""

PAYMENT_DELAY = "Code de la commande publique, art. L2192-10, R2192-10 et R2192-11"
"""How long a public body may take to pay: 30 days; 50 for health, 60 for public undertakings."""

INVOICE_MENTIONS = "Code de commerce, art. L441-9, I"
"""What an invoice between professionals states, its due date among it."""

SUBROGATION = "Code civil, art. 1346-1; Code monétaire et financier, art. L313-23"
"""Who pays off the supplier takes his place as creditor, and the invoice has to say so."""

CCP_PARTIES = "Code de la commande publique, art. D2192-2: identité de l'émetteur et du destinataire"
"""An invoice to a public body states who issues it and for whom, each by the number of its establishment."""

CCP_ORDER = "Code de la commande publique, art. D2192-2, 4°"
"""The number of the order, else the references of the contract or the engagement number of the recipient."""

API_DEPOSIT = "AIFE, API Chorus Pro, « deposerPdfFacture », champs de la réponse"
"""What the form is pre-filled with, field by field, and how long each may be."""

API_STRUCTURE = "AIFE, API Chorus Pro, « structures/v1/consulter », § parametres"
"""What a public body asks of its invoices: service, engagement, or one of the two."""

API_SERVICE = "AIFE, API Chorus Pro, « structures/v1/consulter/service », § parametres"
"""What a desk of a public body asks of its invoices."""

API_IDENTIFIERS = "AIFE, API Chorus Pro, « structures », typeIdentifiant"
"""The kinds of identifiers that a structure may have: SIRET, UE_HORS_FRANCE, HORS_UE, RIDET, TAHITI and others."""

EJ_CHARACTERS = "AIFE, « Créer un engagement », caractères du numéro"
"""Capitals, digits and ``_ + / -``."""

VAT_KEY = "CGI, art. 286 ter; Directive 2006/112/CE, art. 215"
"""The numbers that identify for VAT, and their prefix."""

CGI_VAT_NUMBER = "CGI, annexe II, art. 242 nonies A, I, 2°"
"""An invoice states the supplier's VAT number."""

ATTACHMENTS = (
    "AIFE, « Pièces jointes dans Chorus Pro : quelques règles à respecter », communaute.chorus-pro.gouv.fr; "
    "OCA/l10n-france, l10n_fr_chorus_account"
)
"""The files of a deposit: names, formats, sizes."""

API_FIELDS = "AIFE, API Factures, « deposer/pdf » et « soumettre », annexe : format des champs"
"""Lengths, characters and enumerations of the fields, as public clients of the API transcribe the annex."""

NUMBER_MENTION = "Code de la commande publique, art. D2192-2; CGI, annexe II, art. 242 nonies A, 7°"
"""An invoice has a number of its own, in one continuous sequence."""

DATE_MENTION = "Code de la commande publique, art. D2192-2; CGI, annexe II, art. 242 nonies A, 6°"
"""An invoice states its date of issue."""

CORRECTED_INVOICE = "CGI, art. 289, I, 5; AIFE, API Factures, « soumettre », references, numeroFactureOrigine"
"""A document that changes an invoice refers to it, specifically and unambiguously."""

STRUCTURES = "AIFE, API Structures, « structures/v1/consulter », § parametres"
"""What each public body asks for: a service code, an engagement number, or one of the two."""

STRUCTURE_STATE = "AIFE, « Déposer une facture unitaire ou par lot » (20 octobre 2017), § Destinataire"
"""No invoice is recorded to a body that the directory does not hold, or that is no longer active."""

FACTURX = "FNFE-MPE, « Factur-X 1.0 », § 1; EN 16931-1; AIFE, « Déposer une facture unitaire ou par lot »"
"""An invoice as a page and as data in one file; the deposit of one invoice reads the page, a batch the data."""
