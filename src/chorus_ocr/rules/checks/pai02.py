"""PAI02: a BIC is announced, and is none."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity


@check(
    code="PAI02",
    slug="bic-invalide",
    severity=Severity.WARNING,
    title=Text("BIC invalide", "Invalid BIC"),
    rationale=Text(
        "Un BIC a quatre lettres de banque, deux de pays, deux caractères de lieu, et trois d'agence s'il y en a. "
        "Il n'a pas de clé : seule sa forme se vérifie.",
        "A BIC has four letters of the bank, two of the country, two characters of the place, and three of the branch "
        "if any. It has no key: its shape alone can be checked.",
    ),
    source="ISO 9362:2022",
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(fails=printed("BIC : AGRIFRP"), passes=printed("BIC : AGRIFRPP882")),
    messages={
        "shape": Text(
            "« {bic} » n'est pas un BIC : 8 ou 11 caractères, dont deux de pays.",
            "« {bic} » is not a BIC: 8 or 11 characters, of which two of the country.",
        )
    },
    hints={
        "shape": Text(
            "Recopier le BIC du relevé d'identité bancaire, comme « BNPAFRPPXXX ».",
            "Copy the BIC from the bank's own statement, as in « BNPAFRPPXXX ».",
        )
    },
)
def bic_invalide(seen: Seen) -> Iterator[Message]:
    """The BIC printed, or keyed in, is not one."""
    value = seen.found("bic")
    if value is not None and seen.on_paper:
        return  # what recognition found on a page is one
    # Few invoices get here: a first scan loads it only where it is needed.
    from chorus_ocr.compliance.account_print import is_bic, misspelt_bic

    if value is not None:
        if not is_bic(str(value)):
            yield Message.about("shape", "bic", seen, bic=str(value))
    elif seen.is_blank("bic"):
        for print_ in misspelt_bic(seen.document.pages):
            yield Message(key="shape", field="bic", page=print_.page, box=print_.box, arguments={"bic": print_.raw})
