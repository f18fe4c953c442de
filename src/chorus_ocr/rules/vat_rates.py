"""The VAT rates of other French territories than the mainland, and of the past.

Source: CGI, art. 294 to 297 (Corsica, Guadeloupe, Martinique, La Réunion); Code des impôts de la Nouvelle-Calédonie
(taxe générale sur la consommation); Code des impôts de la Polynésie française (TVA).
"""

from decimal import Decimal
from typing import Final, NamedTuple


class Elsewhere(NamedTuple):
    """The rates of a territory, and how the postcodes of its addresses begin; those of the past have none."""

    rates: frozenset[Decimal]
    postcodes: tuple[str, ...]


def _rates(*rates: str) -> frozenset[Decimal]:
    return frozenset(map(Decimal, rates))


ELSEWHERE: Final = {
    "corsica": Elsewhere(_rates("0.9", "13"), ("20",)),
    "overseas": Elsewhere(_rates("1.05", "1.75", "8.5"), ("971", "972", "974")),
    "pacific": Elsewhere(_rates("3", "5", "6", "11", "13", "16", "22"), ("987", "988")),
    "past": Elsewhere(_rates("7", "9.2", "9.6", "19.6", "20.6"), ()),
}
"""By the key of the message that tells of them. 13 % is Corsica's and Polynesia's."""

KNOWN: Final = frozenset().union(*(each.rates for each in ELSEWHERE.values()), _rates("0", "2.1", "5.5", "10", "20"))
"""Every rate of every territory, zero included."""
