"""From decisions to the portal's form: what is printed and valid fills it, and what follows from that completes it."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TypeVar

from chorus_ocr.errors import RuleError
from chorus_ocr.prefill import LigneTva, ModePaiement, Prefill, TypeFacture, TypeTva
from chorus_ocr.recognition.candidate import Decision, Recognition, Status, Verdict
from chorus_ocr.values.siret import Siret

T = TypeVar("T")


def printed_value(decision: Decision[object], *, keep_failed: bool) -> object:
    """Return what the form is filled with: a value that is printed, announced and valid, else None.

    ``keep_failed``: also an identifier that fails its checksum, unless different ones are announced.
    """
    if decision.status is Status.FOUND:
        return decision.value
    if keep_failed and decision.status is Status.INVALID:
        failed = [each for each in decision.candidates if each.verdict == Verdict.CHECKSUM]
        best = [each for each in failed if each.published] or failed
        if len({each.value for each in best}) == 1:
            return best[0].value
    return None


def forms(recognition: Recognition, *, keep_failed: bool) -> tuple[Prefill, Prefill]:
    """Return the form filled with what is printed, and the same with what is inferred besides. Raises like ``fill``."""
    printed = {name: printed_value(each, keep_failed=keep_failed) for name, each in recognition.items()}
    inferred = {name: each.value for name, each in recognition.items() if each.status is Status.INFERRED}
    return fill(printed), fill(printed | inferred)


def fill(values: Mapping[str, object]) -> Prefill:
    """Return the form filled with values by attribute; those of fields that it does not have are left out.

    Raises ``RuleError`` listing every value of another type than the form holds, which a pack's own rule may give.
    """
    faults: list[str] = []

    def of(name: str, kind: type[T]) -> T | None:
        value = values.get(name)
        if value is None or isinstance(value, kind):
            return value
        faults.append(f"{name}: the form holds a {kind.__name__}, and the rule gives a {type(value).__name__}")
        return None

    def siret(name: str) -> Siret | None:
        digits = of(name, str)
        return None if digits is None else Siret(digits)

    def vat_lines(name: str) -> tuple[LigneTva, ...] | None:
        lines = of(name, tuple)
        if lines is None:
            return None
        kept = tuple(line for line in lines if isinstance(line, LigneTva))
        if len(kept) < len(lines):
            faults.append(f"{name}: the form holds lines of type LigneTva, and the rule gives others")
        return kept

    form = Prefill(
        numero_facture=of("numero_facture", str),
        date_facture=of("date_facture", date),
        type_facture=of("type_facture", TypeFacture),
        siret_destinataire=siret("siret_destinataire"),
        code_service=of("code_service", str),
        siret_fournisseur=siret("siret_fournisseur"),
        numero_engagement=of("numero_engagement", str),
        devise=of("devise", str),
        montant_ht=of("montant_ht", Decimal),
        montant_tva=of("montant_tva", Decimal),
        montant_ttc=of("montant_ttc", Decimal),
        montant_a_payer=of("montant_a_payer", Decimal),
        type_tva=of("type_tva", TypeTva),
        numero_marche=of("numero_marche", str),
        numero_facture_origine=of("numero_facture_origine", str),
        lignes_tva=vat_lines("lignes_tva"),
        motif_exoneration=of("motif_exoneration", str),
        tva_fournisseur=of("tva_fournisseur", str),
        tva_destinataire=of("tva_destinataire", str),
        date_echeance=of("date_echeance", date),
        mode_paiement=of("mode_paiement", ModePaiement),
        iban=of("iban", str),
        bic=of("bic", str),
        affactureur=of("affactureur", str),
    )
    if faults:
        raise RuleError(tuple(faults))
    return form
