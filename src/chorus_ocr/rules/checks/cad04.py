"""CAD04: the text is that of a progress claim."""

from collections.abc import Iterator

from chorus_ocr.compliance.cadre import Cadre
from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.offer import is_numbered, offer
from chorus_ocr.rules.sources import CADRES

_MONTHLY = {Cadre.A1: Cadre.A4, Cadre.A2: Cadre.A4, Cadre.A9: Cadre.A10, Cadre.A12: Cadre.A13}
"""The cadre of a monthly claim, by the one chosen."""

_NUMBERED = ("situation de travaux", "situation", "situation mensuelle", "décompte mensuel", "décompte")
_SAID = ("facture de situation", "projet de décompte mensuel")


def _is_fee_note(seen: Seen) -> bool:
    # An architect is paid by progress, too: his fees are an invoice like any other.
    choice = seen.decision("type_facture").choice
    return choice is not None and "honoraires" in choice.raw.lower()


@check(
    code="CAD04",
    slug="situation-de-travaux",
    severity=Severity.WARNING,
    title=Text("Situation de travaux ou état d'acompte", "Progress claim of works"),
    rationale=Text(
        "Dans un marché de travaux, ce qui est demandé chaque mois est un projet de décompte mensuel, que le "
        "maître d'œuvre vérifie, et ce qu'il en arrête un état d'acompte : chacun a son cadre de facturation."
        " Un marché sans maître d'œuvre, ou qui ne suit pas le CCAG Travaux, peut s'en passer.",
        "Under a works contract what is claimed each month is a « projet de décompte mensuel », which the "
        "project manager checks, and what he settles an « état d'acompte »: each has a cadre de facturation "
        "of its own. A contract without a project manager, or not under the CCAG Travaux, may do without.",
    ),
    source=CADRES,
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(
        fails=printed("SITUATION DE TRAVAUX N° 4"), passes=printed("Facture selon la situation de votre compteur")
    ),
    needs=[Need.PAGE],
    messages={
        key: Text(
            "Le texte dit « {word} » (page {page}), et le cadre choisi est {cadre}.",
            "The text says « {word} » (page {page}), and the cadre chosen is {cadre}.",
        )
        for key in ("monthly", "state")
    },
    hints={
        "monthly": Text(
            "Si le marché suit le CCAG Travaux, choisir le cadre {proposed}.",
            "If the contract is under the CCAG Travaux, choose the cadre {proposed}.",
        ),
        "state": Text(
            "Si le marché suit le CCAG Travaux, choisir le cadre {proposed} ; A6 si l'état d'acompte est déjà "
            "validé, A15 s'il vient du maître d'œuvre.",
            "If the contract is under the CCAG Travaux, choose the cadre {proposed}; A6 where the état d'acompte "
            "is validated, A15 where the project manager makes it.",
        ),
    },
)
def situation_de_travaux(seen: Seen) -> Iterator[Message]:
    """The text is that of a progress claim, and the cadre is not."""
    proposed = _MONTHLY.get(seen.cadre)
    if proposed is None or not any("situation" in page.text or "compte" in page.text for page in seen.prose):
        return
    if seen.is_credit_note or _is_fee_note(seen):
        return
    for page in seen.prose:
        passage = page.find("état d'acompte", is_numbered)
        if passage is not None:
            yield offer("state", passage, seen, Cadre.A5)
            return
        passage = next(filter(None, map(page.find, _SAID)), None)
        passage = passage or next(filter(None, (page.find(phrase, is_numbered) for phrase in _NUMBERED)), None)
        if passage is not None:
            yield offer("monthly", passage, seen, proposed)
            return
