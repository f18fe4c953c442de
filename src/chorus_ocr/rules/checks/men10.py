"""MEN10: the supplier's form or capital is not printed."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.unsaid import words
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.mentions import COMPANIES, FORMS, is_all_in_scope, is_registered, is_trade, says_word

_CAPITAL = words("capital")

_WITH_CAPITAL = tuple(form for form in COMPANIES if form not in (" snc ", " scs "))


@check(
    code="MEN10",
    slug="forme-et-capital",
    severity=Severity.INFO,
    title=Text("Forme ou capital de la société absents", "No form or capital of the company"),
    rationale=Text(
        "Les factures d'une société commerciale portent, auprès de sa dénomination, sa forme et, selon la "
        "forme, le montant de son capital.",
        "The invoices of a commercial company bear its form beside its name and, by its form, the amount of "
        "its capital.",
    ),
    source="Code de commerce, art. R123-238",
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=printed("Sarvane Informatique – RCS Bourges 612 345 678"),
        passes=printed("SARL au capital de 12 000 € - RCS Bourges"),
    ),
    needs=[Need.PAGE],
    messages={
        "both": Text(
            "Le fournisseur est inscrit au RCS, et ni sa forme ni son capital ne sont imprimés.",
            "The supplier is in the RCS register, and neither its form nor its capital is printed.",
        ),
        "form": Text(
            "Le capital du fournisseur est imprimé, et non sa forme (SARL, SAS…).",
            "The supplier's capital is printed, and not its form (SARL, SAS…).",
        ),
        "capital": Text(
            "La forme du fournisseur est imprimée, et non le montant de son capital.",
            "The supplier's form is printed, and not the amount of its capital.",
        ),
    },
    hints={
        **dict.fromkeys(
            ("both", "form"),
            Text(
                "Imprimer auprès du nom la forme et le capital : « SARL au capital de 12 000 € ». Une personne "
                "physique imprime « entrepreneur individuel » ou « EI ».",
                "Print the form and the capital beside the name: « SARL au capital de 12 000 € ». A person prints "
                "« entrepreneur individuel » or « EI ».",
            ),
        ),
        "capital": Text(
            "Imprimer auprès du nom le capital : « SARL au capital de 12 000 € ».",
            "Print the capital beside the name: « SARL au capital de 12 000 € ».",
        ),
    },
)
def forme_et_capital(seen: Seen) -> Iterator[Message]:
    """The supplier's form or capital is not printed."""
    if not is_trade(seen) or not is_registered(seen) or not is_all_in_scope(seen) or not seen.lacks(()):
        return
    has_capital, has_form = not seen.lacks(_CAPITAL), says_word(seen, FORMS)
    if has_capital and not has_form:
        yield Message(key="form")
    elif not has_capital and says_word(seen, _WITH_CAPITAL):
        yield Message(key="capital")
    elif not has_capital and not has_form and says_word(seen, (" rcs ", " r c s ")):
        yield Message(key="both")
