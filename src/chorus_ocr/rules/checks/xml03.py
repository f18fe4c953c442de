"""XML03: the embedded invoice says what the page does not print."""

from collections.abc import Iterator

from chorus_ocr.compliance.blank import line_to_print
from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Own, Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import FACTURX

ON_THE_FORM = (
    "numero_facture",
    "date_facture",
    "siret_destinataire",
    "code_service",
    "siret_fournisseur",
    "numero_engagement",
    "devise",
    "montant_ht",
    "montant_tva",
    "montant_ttc",
)
"""What the portal recognises on a page, and an embedded invoice holds under a term of its own.

The amount to pay is left out: it is printed where it differs from the total.
"""


@check(
    code="XML03",
    slug="donnee-du-xml-non-imprimee",
    severity=Severity.INFO,
    title=Text("Donnée du XML que la page n'imprime pas", "Datum of the XML that the page does not print"),
    rationale=Text(
        "Le formulaire de dépôt se remplit d'après la page. Ce qui n'est que dans le XML reste vide si le PDF est "
        "déposé comme une facture unitaire, sans son XML.",
        "The deposit form is filled from the page. What stands in the XML only stays blank where the PDF is deposited "
        "as a single invoice, without its XML.",
    ),
    source=FACTURX,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text(
            "Un engagement dans factur-x.xml, et aucun sur la page.",
            "An engagement in factur-x.xml, and none on the page.",
        ),
        passes=printed("Engagement : 26D000417"),
    ),
    needs=[Need.PAGE],
    messages={
        "blank": Text(
            "{field} : le XML embarqué dit {embedded}, la page n'en imprime rien que l'on reconnaisse.",
            "{field}: the embedded XML says {embedded}, the page prints nothing of it that is recognised.",
        )
    },
    hints={"blank": Text("Imprimer « {print_text} ».", "Print « {print_text} ».")},
)
def donnee_du_xml_non_imprimee(seen: Seen) -> Iterator[Message]:
    """A field of the form is blank, and the embedded invoice has a valid value for it."""
    invoice = seen.embedded
    if invoice is None or isinstance(invoice, ValueError):
        return
    for name in ON_THE_FORM:
        rule, embedded = seen.rules.get(name), invoice.value(name)
        if rule is None or embedded in (None, 0) or not seen.is_blank(name):
            continue
        line = line_to_print(rule, embedded)
        spelling = line.partition(" : ")[2]
        if rule.value.parse(spelling).valid:
            yield Message(
                key="blank",
                field=name,
                print_text=line,
                arguments={"field": Own(rule.label), "embedded": embedded},
            )
