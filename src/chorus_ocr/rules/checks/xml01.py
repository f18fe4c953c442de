"""XML01: the page and the invoice embedded in it say different things."""

import re
from collections.abc import Iterator
from decimal import Decimal

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.messages import Own, Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.prefill import LigneTva
from chorus_ocr.rules.sources import FACTURX
from chorus_ocr.values.spelling import HYPHENS


@check(
    code="XML01",
    slug="page-et-xml-differents",
    severity=Severity.WARNING,
    title=Text("La page et le XML embarqué diffèrent", "The page and the embedded XML differ"),
    rationale=Text(
        "Un Factur-X est une facture sous deux formes, qui disent la même chose. Si elles diffèrent, celui qui lit la "
        "page et le logiciel qui lit le XML ne paient pas la même facture.",
        "A Factur-X is one invoice in two forms that say the same. Where they differ, the person who reads the page "
        "and the software that reads the XML do not pay the same invoice.",
    ),
    source=FACTURX,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text(
            "« Total TTC : 1 440,00 € » sur la page, et 1 400,00 dans factur-x.xml.",
            "« Total TTC : 1 440,00 € » on the page, and 1,400.00 in factur-x.xml.",
        ),
        passes=Text("Le même total sur la page et dans le XML.", "The same total on the page and in the XML."),
    ),
    needs=[Need.PAGE],
    messages={
        "differs": Text(
            "{field} : la page dit {printed}, le XML embarqué {embedded}.",
            "{field}: the page says {printed}, the embedded XML {embedded}.",
        )
    },
    hints={
        "differs": Text(
            "Corriger celui des deux qui est faux, ou déposer le PDF sans le XML.",
            "Mend whichever of the two is wrong, or deposit the PDF without the XML.",
        )
    },
)
def page_et_xml_differents(seen: Seen) -> Iterator[Message]:
    """A datum is printed with one value and embedded with another."""
    invoice = seen.embedded
    if invoice is None or isinstance(invoice, ValueError):
        return
    for name, rule in seen.rules.items():
        printed, embedded = seen.found(name), invoice.value(name)
        if printed is None or embedded in (None, ()) or _same(printed, embedded):
            continue
        yield Message.about("differs", name, seen, field=Own(rule.label), printed=printed, embedded=embedded)


def _same(printed: object, embedded: object) -> bool:
    """Whether two values say the same; the sign of an amount is left out, for a credit note may be coded either way."""
    if isinstance(printed, Decimal) and isinstance(embedded, Decimal):
        return abs(printed) == abs(embedded)
    if isinstance(printed, tuple) and isinstance(embedded, tuple):
        return _lines(printed) == _lines(embedded)
    if isinstance(printed, str) and isinstance(embedded, str):
        return _compact(printed) == _compact(embedded)
    return printed == embedded


def _lines(lines: tuple[object, ...]) -> set[tuple[Decimal, Decimal]]:
    """Return the VAT lines by rate and amount; those without VAT are printed by some and not by others."""
    return {
        (line.taux, abs(line.montant)) for line in lines if isinstance(line, LigneTva) and line.taux and line.montant
    }


def _compact(text: str) -> str:
    return re.sub(rf"[\s{HYPHENS}]", "", text).upper()
