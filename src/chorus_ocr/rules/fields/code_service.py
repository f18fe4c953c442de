"""Code of the service of the recipient that executes the invoice (« code service exécutant »)."""

from chorus_ocr.recognition.field import FieldRule, Part
from chorus_ocr.rules.sources import OURS
from chorus_ocr.values.identifier import SERVICE

CODE_SERVICE: FieldRule[str] = FieldRule(
    name="code_service",
    label="Destinataire : code service",
    aliases=(
        "code service",
        "code du service",
        "code service exécutant",
        "service exécutant",
        "n° de service",
        "numéro service",
        "code service destinataire",
        "code service Chorus",
        "code service Chorus Pro",
        "référence service",
        "code SE",
        "code service client",
        "identifiant service",
        "id service",
        "code service acheteur",
        "référence acheteur / service exécutant",
        "service code",
        "code service facturation",
        "service destinataire",
        "code service gestionnaire",
        "service gestionnaire",
        "code de service",
        "code exécutant",
        "service chorus",
        "code service prescripteur",
        "code serv",
        "code service payeur",
    ),
    weak_aliases=("service",),
    value=SERVICE,
    part=Part.ROUTING,
    source=OURS,
    examples=(
        ("Code service : D1603853", "D1603853"),
        ("SERVICE EXÉCUTANT : CTX-EAU", "CTX-EAU"),
        ("N° de service – FINANCES", "FINANCES"),
    ),
    counter_examples=(
        "Code service : Direction des routes",
        "N° de service : 0800 12 34 56",
        "N° de service : 0 820 123 456",
        "Prestation de service : 12",
        "Code client : C04511",
    ),
)
