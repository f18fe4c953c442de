"""Invoices of invented suppliers to invented public bodies, each with its truth: the form that it prints."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

from hypothesis import strategies as st

from chorus_ocr.prefill import LigneTva, ModePaiement, Prefill, TypeFacture, TypeTva
from chorus_ocr.testing.strategies.amounts import amounts, vat_breakdowns
from chorus_ocr.testing.strategies.identifiers import (
    bics,
    engagements,
    ibans,
    invoice_numbers,
    service_codes,
    sirens,
    sirets,
    vat_numbers,
)
from chorus_ocr.testing.strategies.prefills import FACTORS, MENTIONS, dates
from chorus_ocr.values.siren import Siren
from chorus_ocr.values.siret import siren_of

_SUPPLIERS: Final = ("Ateliers Belverne", "Sylvarde Espaces Verts", "Menuiserie Hautelisse", "Papeterie du Val d'Orne")
_BODIES: Final = (
    "Commune de Pontvernois",
    "Département du Haut-Clair",
    "Syndicat des eaux de Tréfontaine",
    "Centre hospitalier de Montauvert",
)
_STREETS: Final = ("4 rue du Four", "12 place de la Mairie", "27 avenue des Tilleuls", "1 bis chemin du Moulin")
_TOWNS: Final = ("35990 Montauvert", "21980 Pontvernois", "69970 Saint-Cléry", "80960 Tréfontaine CEDEX")
_WORKS: Final = (
    "Fourniture de papier A4, ramettes",
    "Entretien des espaces verts, mars",
    "Pose de menuiseries, école du bourg",
    "Location de matériel, 3 jours",
    "Nettoyage des locaux",
)
_MODES: Final = (ModePaiement.VIREMENT, ModePaiement.VIREMENT, ModePaiement.PRELEVEMENT, ModePaiement.CHEQUE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Firm:
    """A party of the invoice: its name and its address on two lines."""

    name: str
    street: str
    town: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A row of the table of items; ``total`` is without VAT."""

    label: str
    count: int
    price: Decimal
    total: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Noise:
    """What invoices print besides and no field is about; none of it equals a value of the form."""

    phone: str
    fax: str
    other_siren: Siren
    customer: str
    quote: str
    note: str
    earlier_number: str
    earlier_date: date
    earlier_amount: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoice:
    """An invoice or a credit note, and its truth: ``prefill`` is the form that it prints.

    ``deposit``: what was paid before, and is not part of what is left to pay.
    """

    prefill: Prefill
    supplier: Firm
    recipient: Firm
    items: tuple[Item, ...]
    deposit: Decimal | None
    noise: Noise


@st.composite
def invoices(draw: st.DrawFn) -> Invoice:
    """Draw an invoice whose form is filled in as the portal asks, and which adds up.

    Always there: number, date, type, both SIRETs, currency, the totals and, unless an exemption is mentioned, the
    breakdown of the VAT. All else may be blank. A credit note names the invoice it corrects.
    """

    def maybe(values: st.SearchStrategy[Any]) -> Any:
        return draw(st.none() | values)

    kind = draw(st.sampled_from((TypeFacture.FACTURE, TypeFacture.FACTURE, TypeFacture.AVOIR)))
    exempt = draw(st.integers(0, 5)) == 0
    lines = draw(vat_breakdowns())
    if exempt:
        lines = tuple(replace(line, taux=Decimal(0), montant=Decimal("0.00")) for line in lines[:1])
    net, tax = _total(line.base_ht for line in lines), _total(line.montant for line in lines)
    deposit = maybe(amounts(most=4)) if kind is TypeFacture.FACTURE else None
    number = draw(invoice_numbers())
    supplier = draw(sirens())
    supplier_siret = draw(sirets(supplier))
    recipient_siret = draw(sirets().filter(lambda each: siren_of(each) != supplier))
    issued = draw(dates())
    engagement = maybe(engagements().filter(lambda each: each != number))
    market = maybe(engagements().filter(lambda each: each not in (number, engagement) and each[:2] not in _ORDERS))
    prefill = Prefill(
        numero_facture=number,
        date_facture=issued,
        type_facture=kind,
        siret_destinataire=recipient_siret,
        code_service=maybe(service_codes().filter(lambda each: each not in (number, engagement, market))),
        siret_fournisseur=supplier_siret,
        numero_engagement=engagement,
        devise="EUR",
        montant_ht=net,
        montant_tva=None if exempt else tax,
        montant_ttc=net + tax,
        montant_a_payer=net + tax - (deposit or 0),
        type_tva=TypeTva.EXONERATION
        if exempt
        else maybe(st.sampled_from((TypeTva.TVA_SUR_DEBIT, TypeTva.TVA_SUR_ENCAISSEMENT))),
        numero_marche=market,
        numero_facture_origine=draw(invoice_numbers().filter(lambda each: each != number))
        if kind is TypeFacture.AVOIR
        else None,
        lignes_tva=None if exempt else lines,
        motif_exoneration=draw(st.sampled_from(MENTIONS)) if exempt else None,
        tva_fournisseur=maybe(vat_numbers(supplier)),
        tva_destinataire=maybe(vat_numbers(siren_of(recipient_siret))),
        date_echeance=maybe(st.integers(10, 60).map(lambda days: issued + timedelta(days=days))),
        mode_paiement=maybe(st.sampled_from(_MODES)),
        iban=maybe(ibans()),
        bic=maybe(bics()),
        affactureur=draw(st.sampled_from(FACTORS)) if draw(st.integers(0, 7)) == 0 else None,
    )
    return Invoice(
        prefill=prefill,
        supplier=draw(_firms(_SUPPLIERS)),
        recipient=draw(_firms(_BODIES)),
        items=tuple(draw(_items(line)) for line in lines),
        deposit=deposit,
        noise=draw(_noise(prefill)),
    )


_ORDERS: Final = frozenset({"EJ", "BD", "CD"})
"""What opens the number of an order, which no market bears."""


def _firms(names: tuple[str, ...]) -> st.SearchStrategy[Firm]:
    return st.builds(Firm, name=st.sampled_from(names), street=st.sampled_from(_STREETS), town=st.sampled_from(_TOWNS))


@st.composite
def _items(draw: st.DrawFn, line: LigneTva) -> Item:
    total = line.base_ht or Decimal(0)
    count = draw(st.integers(1, 4))
    price = (total / count).quantize(Decimal("0.01"))
    if price * count != total:
        count, price = 1, total
    return Item(label=draw(st.sampled_from(_WORKS)), count=count, price=price, total=total)


@st.composite
def _noise(draw: st.DrawFn, prefill: Prefill) -> Noise:
    own = {str(prefill.siret_destinataire)[:9], str(prefill.siret_fournisseur)[:9]}
    numbers = {prefill.numero_facture, prefill.numero_facture_origine, prefill.numero_engagement}
    issued = prefill.date_facture or date(2026, 1, 5)
    return Noise(
        phone=draw(_phones()),
        fax=draw(_phones()),
        other_siren=draw(sirens().filter(lambda each: each not in own)),
        customer=f"C{draw(st.integers(1000, 99999)):05}",
        quote=f"D-{draw(st.integers(2020, 2029))}-{draw(st.integers(10, 999))}",
        note=f"BL{draw(st.integers(100000, 999999))}",
        earlier_number=draw(invoice_numbers().filter(lambda each: each not in numbers)),
        earlier_date=issued - timedelta(days=draw(st.integers(20, 200))),
        earlier_amount=draw(amounts(most=5000)),
    )


def _phones() -> st.SearchStrategy[str]:
    numbers = st.integers(1_00_00_00_00, 9_99_99_99_99).map("{:010}".format)
    return numbers.map(lambda digits: " ".join(digits[at : at + 2] for at in range(0, 10, 2)))


def _total(parts: Any) -> Decimal:
    return sum(parts, Decimal("0.00"))
