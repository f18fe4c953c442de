"""PAI01: an IBAN is announced, and is none."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.values import iban as iban_type
from chorus_ocr.values.iban import Iban, format_iban


@check(
    code="PAI01",
    slug="iban-invalide",
    severity=Severity.WARNING,
    title=Text("IBAN invalide", "Invalid IBAN"),
    rationale=Text(
        "Deux chiffres d'un IBAN sont sa clé, et son pays fixe sa longueur. Un IBAN faux n'est celui d'aucun compte : "
        "le virement serait rejeté.",
        "Two digits of an IBAN are its key, and its country fixes its length. A wrong IBAN belongs to no account: the "
        "transfer would be refused.",
    ),
    source="ISO 13616; SWIFT, « IBAN Registry »",
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=printed("IBAN : FR76 3000 6000 0112 3456 7890 188"),
        passes=printed("IBAN : FR76 3000 6000 0112 3456 7890 189"),
    ),
    messages={
        "checksum": Text(
            "L'IBAN {iban} a une clé de contrôle fausse.", "The check digits of the IBAN {iban} are wrong."
        ),
        "shape": Text(
            "« {iban} » n'est pas un IBAN : sa longueur ou sa composition n'est pas celle de son pays.",
            "« {iban} » is not an IBAN: its length or its make-up is not that of its country.",
        ),
    },
    hints={
        "checksum": Text(
            "Recopier l'IBAN du relevé d'identité bancaire, caractère par caractère.",
            "Copy the IBAN from the bank's own statement, character by character.",
        ),
        "shape": Text(
            "Recopier l'IBAN du relevé d'identité bancaire : 27 caractères pour un compte français.",
            "Copy the IBAN from the bank's own statement: 27 characters for a French account.",
        ),
    },
)
def iban_invalide(seen: Seen) -> Iterator[Message]:
    """The IBAN printed, or keyed in, is not one."""
    failed = seen.failed("iban")
    for candidate in failed:
        yield Message.at("checksum", candidate, "iban", iban=format_iban(Iban(str(candidate.value))))
    if not seen.on_paper:
        yield from _keyed_in(seen)
    elif not failed and seen.is_blank("iban"):
        # Few invoices get here: a first scan loads it only where it is needed.
        from chorus_ocr.compliance.account_print import misspelt_iban

        for print_ in misspelt_iban(seen.document.pages):
            yield Message(key="shape", field="iban", page=print_.page, box=print_.box, arguments={"iban": print_.raw})


def _keyed_in(seen: Seen) -> Iterator[Message]:
    value = str(seen.found("iban") or "")
    fault = iban_type.parse(value).fault if value else None
    if fault == "checksum":
        yield Message.about("checksum", "iban", seen, iban=format_iban(Iban(value)))
    elif fault is not None:
        yield Message.about("shape", "iban", seen, iban=value)
