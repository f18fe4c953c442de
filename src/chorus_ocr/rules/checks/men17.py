"""MEN17: the client owes the tax, and the word « Autoliquidation » is missing."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.unsaid import words
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.mentions import is_trade

_MENTION = "Autoliquidation"
_SAID = words("autoliquid", "auto liquid", "reverse charge")

_OWED = (
    "article 283", "art 283", "283-2 nonies", "TVA due par le preneur", "TVA due par le client",
    "TVA due par l'acquéreur", "taxe due par le preneur", "TVA acquittée par le preneur",
)  # fmt: skip
_IN_OWED = words("283", "due par", "acquittée par")
"""One of these is in each of the phrases."""


@check(
    code="MEN17",
    slug="autoliquidation-mention",
    severity=Severity.INFO,
    title=Text("Mention « Autoliquidation » absente", "No mention « Autoliquidation »"),
    rationale=Text(
        "Quand la taxe est due par le client, la facture porte le mot « Autoliquidation » : citer l'article "
        "ne suffit pas.",
        "Where the client owes the tax, the invoice bears the word « Autoliquidation »: to cite the article "
        "is not enough.",
    ),
    source="CGI, annexe II, art. 242 nonies A, I, 13° ; CGI, art. 283",
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(
        fails=printed("TVA due par le preneur, article 283-2 nonies du CGI"),
        passes=printed("Autoliquidation, article 283-2 nonies du CGI"),
    ),
    needs=[Need.PAGE],
    messages={
        "absent": Text(
            "« {word} » : la taxe est due par le client, et le mot « Autoliquidation » manque.",
            "« {word} »: the client owes the tax, and the word « Autoliquidation » is missing.",
        ),
    },
    hints={
        "absent": Text("Imprimer « {print_text} ».", "Print « {print_text} »."),
    },
)
def autoliquidation_mention(seen: Seen) -> Iterator[Message]:
    """The client owes the tax, and the word « Autoliquidation » is missing."""
    if seen.lacks(_IN_OWED) or not is_trade(seen) or not seen.lacks(_SAID):
        return
    passage = seen.says(*_OWED)
    if passage is not None:
        yield Message(
            key="absent", arguments={"word": passage.raw}, page=passage.page, box=passage.box, print_text=_MENTION
        )
