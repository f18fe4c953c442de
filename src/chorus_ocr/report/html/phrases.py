"""What the page says of its own, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.reading.document import PageScope

KIND: Final = Text("Préremplissage Chorus Pro", "Chorus Pro pre-fill")
CONTENTS: Final = Text("Sommaire", "Contents")
FILE_NUMBER: Final = Text("Fichier n° {number}", "File no. {number}")
UNREADABLE: Final = Text("ILLISIBLE", "UNREADABLE")

VERDICTS: Final[Mapping[Severity, Text]] = MappingProxyType(
    {
        Severity.BLOCKING: Text(
            "Le dépôt ou l'acheminement échouerait, ou une donnée obligatoire resterait vide.",
            "The deposit or its routing would fail, or a compulsory datum would stay blank.",
        ),
        Severity.WARNING: Text(
            "Rien ne bloque, mais un champ reste vide ou risque de l'être.",
            "Nothing is blocking, but a field stays blank or is at risk.",
        ),
        Severity.INFO: Text("Rien ne bloque.", "Nothing is blocking."),
    }
)
"""By the worst severity of a report."""

COUNTS: Final = Text(
    "Le portail préremplirait {filled} de ses {count} champs.",
    "The portal would pre-fill {filled} of its {count} fields.",
)

FORM: Final = Text("Formulaire", "Form")
CADRE: Final = Text("Cadre de facturation", "Cadre de facturation")
CHOSEN: Final = Text("choisi au dépôt, non lu dans le PDF", "chosen at the deposit, not read from the PDF")
OTHER_FIELDS: Final = Text("Autres champs", "Other fields")
BLANK: Final = Text("vide", "blank")
IF_ANY: Final = Text("s'il y a lieu, {mark}", "where it applies, {mark}")
TO_PRINT: Final = Text("À imprimer :", "To be printed:")
BY_HAND: Final = Text(
    "* À saisir à la main : le portail ne préremplit pas ce champ.",
    "* Keyed in by hand: the portal does not pre-fill this field.",
)
NOT_PRINTED: Final = Text(
    "Calculé : n'est pas imprimé, se déduit du reste ; le portail laisse le champ vide.",
    "Inferred: not printed, follows from the rest; the portal leaves the field blank.",
)

WARNINGS: Final = Text("Avertissements", "Warnings")
INFOS: Final = Text("Pour information : {count}", "For information: {count}")
LINE: Final = Text("Ligne à imprimer", "Line to print")
FIELD: Final = Text("Champ", "Field")
PAGE: Final = Text("Page", "Page")
SOURCE: Final = Text("Source", "Source")
CHECK: Final = Text("Contrôle", "Check")

DECISIONS: Final = Text("Décisions, champ par champ", "Decisions, field by field")
FACTS: Final = Text("Document et règles", "Document and rules")
FILE: Final = Text("Fichier", "File")
PAGES: Final = Text("Pages", "Pages")
PAGES_READ: Final = Text("Pages lues", "Pages read")
SCOPES: Final[Mapping[PageScope, Text]] = MappingProxyType(
    {
        PageScope.FIRST_THREE: Text("les trois premières", "the first three"),
        PageScope.FIRST_AND_LAST_TWO: Text("la première et les deux dernières", "the first and the last two"),
        PageScope.ALL: Text("toutes", "all"),
    }
)
SIZE: Final = Text("Taille", "Size")
BYTES: Final = Text("{count} octets", "{count} bytes")
PROTECTED: Final = Text("Protégé", "Protected")
SIGNATURES: Final = Text("Signatures électroniques", "Digital signatures")
ATTACHED: Final = Text("Fichiers joints", "Attached files")
RULES: Final = Text("Règles", "Rules")
FINGERPRINT: Final = Text("empreinte {fingerprint}", "fingerprint {fingerprint}")
NOT_RUN: Final = Text("Contrôles non faits", "Checks not run")
YES: Final = Text("oui", "yes")
NO: Final = Text("non", "no")
NONE: Final = Text("aucun", "none")
FORMAT: Final = Text("Format", "Format")
WORDS: Final = Text("Mots", "Words")
OFF_PAGE: Final = Text("Mots hors de la page", "Words off the page")
FILLED: Final = Text("Champs PDF remplis", "PDF fields filled in")
NOT_DRAWN: Final = Text("Les pages ne sont pas dessinées ici.", "The pages are not drawn here.")
IMAGES: Final = Text("Images", "Images")
