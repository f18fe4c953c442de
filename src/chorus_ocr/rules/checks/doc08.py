"""DOC08: something that the form takes over is printed only on a page that the portal does not read."""

from collections.abc import Iterator

from chorus_ocr.compliance.blank import line_to_print
from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.messages import Lang, Text, written
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.recognition.candidate import DocumentKind, Recognition, Status
from chorus_ocr.rules.sources import AIFE_SHEET

OTHER_DOCUMENTS = (DocumentKind.QUOTE, DocumentKind.ORDER)
"""What an annexed page may be a copy of: its numbers and amounts are those of another document."""

_MESSAGE = Text(
    "« {value} » ({label}) n'est imprimé qu'à la page {page}, que le portail ne lit pas.",
    "« {value} » ({label}) is printed on page {page} only, which the portal does not read.",
)


@check(
    code="DOC08",
    slug="donnee-hors-pages-lues",
    severity=Severity.WARNING,
    title=Text("Donnée hors des pages lues", "Datum beyond the pages read"),
    rationale=Text(
        "Le portail ne reconnaît les données que sur trois pages. Ce qui n'est imprimé qu'ailleurs laisse son champ "
        "vide.",
        "The portal recognises data on three pages only. What is printed elsewhere only leaves its field blank.",
    ),
    source=AIFE_SHEET,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text(
            "« SIRET client : 110 002 011 00044 » à la page 4, et là seulement.",
            "« SIRET client : 110 002 011 00044 » on page 4, and there only.",
        ),
        passes=Text(
            "« SIRET client : 110 002 011 00044 » à la page 1.",
            "« SIRET client : 110 002 011 00044 » on page 1.",
        ),
    ),
    needs=[Need.PAGE],
    messages={"line": _MESSAGE, "value": _MESSAGE},
    hints={
        "line": Text(
            "Imprimer « {print_text} » sur la première page.",
            "Print « {print_text} » on the first page.",
        ),
        "value": Text(
            "L'imprimer sur la première page, avec les mots qui l'annoncent.",
            "Print it on the first page, with the words that announce it.",
        ),
    },
)
def donnee_hors_pages_lues(seen: Seen) -> Iterator[Message]:
    """A field is blank whose value stands beyond the pages read."""
    if not seen.document.beyond_scope:
        return
    pages = [each for each in seen.beyond_by_page if not _is_of_another(each, seen)]
    for name, rule in seen.rules.items():
        found = [each[name] for each in pages if each[name].status is Status.FOUND]
        choice = found[0].choice if found else None
        if choice is None or not seen.is_blank(name) or any(each.value != found[0].value for each in found):
            continue
        value = written(found[0].value, Lang.FR, rule.value.name)
        # Words that are themselves a value, or several numbers: no one line announces them.
        line = None if rule.terms or isinstance(choice.value, tuple) else line_to_print(rule, choice.value)
        yield Message(
            key="value" if line is None else "line",
            field=name,
            page=choice.page,
            print_text=line,
            arguments={
                "label": Text(rule.label, rule.label),
                "page": choice.page,
                "value": choice.raw if rule.terms else value,
            },
        )


def _is_of_another(page: Recognition, seen: Seen) -> bool:
    """Say whether a page is a copy of something else, or of another invoice: its data are not those of this one."""
    if page.kind in OTHER_DOCUMENTS:
        return True
    number, own = page.get("numero_facture"), seen.found("numero_facture")
    return number is not None and number.status is Status.FOUND and own is not None and number.value != own
