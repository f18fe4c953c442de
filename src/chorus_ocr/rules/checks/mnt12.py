"""MNT12: nothing says in which currency the amounts are."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.currency_print import has_lost_sign, printed_codes
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.totals import TOTALS, amount
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import API_DEPOSIT
from chorus_ocr.values.iso4217 import CODES


@check(
    code="MNT12",
    slug="devise-absente",
    severity=Severity.WARNING,
    title=Text("Devise non lue", "Currency not read"),
    rationale=Text(
        "La devise n'a pas de valeur par défaut : le portail la lit sur la page, ou la laisse vide. Un « € » après "
        "les totaux suffit.",
        "The currency has no default: the portal reads it on the page, or leaves it blank. A « € » after the totals "
        "is enough.",
    ),
    source=API_DEPOSIT,
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(fails=printed("Total TTC : 1 440,00"), passes=printed("Total TTC : 1 440,00 €")),
    messages={
        "absent": Text(
            "Aucune devise lisible n'est imprimée sur les pages lues : ni « € », ni « EUR », ni « euros ».",
            "No legible currency is printed on the pages read: no « € », no « EUR », no « euros ».",
        ),
        "unread": Text(
            "La devise imprimée, {code}, n'est pas de celles qui sont reconnues : le champ reste vide.",
            "The currency printed, {code}, is none of those that are recognised: the field stays blank.",
        ),
        "rivals": Text(
            "Plusieurs devises sont imprimées ({codes}) sans que les totaux disent la leur : le champ reste vide.",
            "Several currencies are printed ({codes}), and the totals do not tell theirs: the field stays blank.",
        ),
    },
    hints={
        "absent": Text(
            "Si c'est bien la devise, imprimer « {print_text} », ou son signe après chaque total.",
            "If that is the currency, print « {print_text} », or its sign after each total.",
        ),
        "unread": Text(
            "Choisir {code} dans le formulaire, ou facturer en euros.",
            "Choose {code} in the form, or invoice in euros.",
        ),
        "rivals": Text(
            "Imprimer « € » ou « EUR » après chaque total.",
            "Print « € » or « EUR » after each total.",
        ),
    },
)
def devise_absente(seen: Seen) -> Iterator[Message]:
    """The amounts are filled in, and their currency is not."""
    rivals = seen.rivals("devise")
    if rivals:
        codes = ", ".join(dict.fromkeys(str(each.value) for each in rivals))
        yield Message.at("rivals", rivals[0], "devise", codes=codes)
        return
    if not seen.is_blank("devise") or all(amount(seen, name) is None for name in TOTALS):
        return
    # A sign whose character the font does not tell is told as such by another check, a code that is none as well.
    code = next(printed_codes(seen), None)
    if code is None and not has_lost_sign(seen):
        # Few invoices get here: a first scan loads it only where it is needed.
        from chorus_ocr.compliance.postcodes import PACIFIC, has_address

        pacific = has_address(seen, PACIFIC)
        line = "Montants en francs CFP (XPF)" if pacific else "Montants en euros (EUR)"
        yield Message(key="absent", field="devise", print_text=line)
    elif code is not None and code.code in CODES:
        yield Message(key="unread", field="devise", page=code.page, box=code.box, arguments={"code": code.code})
