"""MNT09: a VAT rate of Corsica, of overseas, or of the past."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.totals import rate_alone, vat_lines
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import VAT_RATES
from chorus_ocr.rules.vat_rates import ELSEWHERE


@check(
    code="MNT09",
    slug="taux-tva-autre-territoire",
    severity=Severity.INFO,
    title=Text("Taux de TVA d'un autre territoire ou d'un autre temps", "VAT rate of another territory or time"),
    rationale=Text(
        "La Corse, l'outre-mer et le Pacifique ont des taux à eux, et d'anciens taux restent connus du formulaire. "
        "Rien n'est dit quand une adresse des pages est du territoire.",
        "Corsica, the overseas départements and the Pacific have rates of their own, and the form still knows past "
        "ones. Nothing is said where an address on the pages is of the territory.",
    ),
    source=VAT_RATES,
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(fails=printed("TVA 19,6 % : 235,20 €"), passes=printed("TVA 20 % : 240,00 €")),
    needs=[Need.PAGE],
    messages={
        "corsica": Text(
            "Le taux de {rate} est celui de la Corse, et aucune adresse des pages lues n'y est.",
            "The rate of {rate} is one of Corsica, and no address on the pages read is there.",
        ),
        "overseas": Text(
            "Le taux de {rate} est celui de Guadeloupe, de Martinique et de La Réunion, et aucune adresse des pages "
            "lues n'y est.",
            "The rate of {rate} is one of Guadeloupe, Martinique and La Réunion, and no address on the pages read is "
            "there.",
        ),
        "pacific": Text(
            "Le taux de {rate} est celui de Nouvelle-Calédonie (TGC) ou de Polynésie française (TVA), et aucune "
            "adresse des pages lues n'y est.",
            "The rate of {rate} is one of New Caledonia (TGC) or of French Polynesia (VAT), and no address on the "
            "pages read is there.",
        ),
        "past": Text(
            "Le taux de {rate} est un ancien taux, qui n'est plus en vigueur.",
            "The rate of {rate} is a past one, which is no longer in force.",
        ),
    },
    hints={
        "corsica": Text(
            "Garder ce taux si l'opération est taxée en Corse ; sinon, celui de la métropole.",
            "Keep the rate if the operation is taxed in Corsica; if not, print the mainland's.",
        ),
        "overseas": Text(
            "Garder ce taux si l'opération est taxée outre-mer ; sinon, celui de la métropole.",
            "Keep the rate if the operation is taxed overseas; if not, print the mainland's.",
        ),
        "pacific": Text(
            "Garder ce taux si l'opération est taxée là-bas ; sinon, celui de la métropole.",
            "Keep the rate if the operation is taxed there; if not, print the mainland's.",
        ),
        "past": Text(
            "Garder ce taux si l'opération est d'avant son changement ; sinon, celui en vigueur.",
            "Keep the rate if the operation is from before its change; if not, print the one in force.",
        ),
    },
)
def taux_tva_autre_territoire(seen: Seen) -> Iterator[Message]:
    """A line of the VAT breakdown has a rate of another territory than the addresses, or of the past."""
    for rate in dict.fromkeys(line.taux for line in vat_lines(seen)):
        keys = [key for key, (rates, _) in ELSEWHERE.items() if rate in rates]
        if not keys:
            continue
        # Few invoices get here: a first scan loads it only where it is needed.
        from chorus_ocr.compliance.postcodes import has_address

        if not any(has_address(seen, ELSEWHERE[key][1]) for key in keys):
            yield Message.about(keys[0], "lignes_tva", seen, rate=rate_alone(rate))
