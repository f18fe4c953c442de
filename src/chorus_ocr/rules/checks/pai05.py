"""PAI05: a subrogation is mentioned, and nobody is named."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import SUBROGATION


@check(
    code="PAI05",
    slug="subrogation-sans-factor",
    severity=Severity.INFO,
    title=Text("Subrogation sans affactureur nommé", "Subrogation without a factor's name"),
    rationale=Text(
        "La mention de subrogation dit à qui payer. Sans nom, le comptable public ne sait pas qui est devenu le "
        "créancier.",
        "The mention of subrogation says whom to pay. Without a name the public accountant cannot tell who has become "
        "the creditor.",
    ),
    source=SUBROGATION,
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(
        fails=printed("Créance cédée : règlement par subrogation."),
        passes=printed("Créance cédée à Mistral Factor : règlement par subrogation."),
    ),
    messages={
        "unnamed": Text(
            "« {mention} » ne nomme pas l'affactureur à qui payer.", "« {mention} » does not name the factor to pay."
        )
    },
    hints={
        "unnamed": Text(
            "Imprimer le nom de l'affactureur et son compte dans la mention : « Subrogation : paiement à l'ordre "
            "de … ».",
            "Print the name of the factor and its account in the mention: « Subrogation : paiement à l'ordre de … ».",
        )
    },
)
def subrogation_sans_factor(seen: Seen) -> Iterator[Message]:
    """The mention of a subrogation names nobody."""
    decision = seen.decision("affactureur")
    value = seen.found("affactureur")
    if value is None:
        return
    # Few invoices get here: a first scan loads it only where it is needed.
    from chorus_ocr.compliance.factoring import is_assigned, names_somebody

    told = [str(value), *(each.raw for each in decision.candidates)]
    announced = any(each.keyword is not None and not is_assigned(each.raw) for each in decision.candidates)
    if is_assigned(str(value)) and not announced and not any(map(names_somebody, told)):
        yield Message.about("unnamed", "affactureur", seen, mention=str(value))
