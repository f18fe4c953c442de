"""CAD05: the title is that of a final or general account."""

from collections.abc import Iterator

from chorus_ocr.compliance.cadre import Cadre
from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.prose import Passage, Prose
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.recognition.candidate import Candidate, Verdict
from chorus_ocr.rules.offer import offer, overlaps
from chorus_ocr.rules.sources import CADRES

_FINAL = {Cadre.A1: Cadre.A7, Cadre.A2: Cadre.A7, Cadre.A9: Cadre.A11, Cadre.A12: Cadre.A14}
"""The cadre of a final account, by the one chosen."""

_GENERAL = (
    "décompte général et définitif",
    "décompte général définitif",
    "projet de décompte général",
    "décompte général",
)
_SAID = ("projet de décompte final", "décompte final")


def _at(title: Candidate[object], page: Prose, phrase: str) -> Passage | None:
    """Return where a page says a phrase, if that is the title itself."""
    passage = page.find(phrase) if page.page.number == title.page else None
    return passage if passage is not None and overlaps(passage.box, title.box) else None


@check(
    code="CAD05",
    slug="decompte",
    severity=Severity.WARNING,
    title=Text("Décompte final ou général", "Final or general account of works"),
    rationale=Text(
        "À la fin d'un marché de travaux, le projet de décompte final et le décompte général ont chacun leur "
        "cadre de facturation, et leurs délais.",
        "At the end of a works contract the « projet de décompte final » and the « décompte général » each "
        "have a cadre de facturation of their own, and their delays.",
    ),
    source=CADRES,
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(
        fails=printed("PROJET DE DÉCOMPTE FINAL"),
        passes=printed("Le solde est versé après le décompte général et définitif"),
    ),
    needs=[Need.PAGE],
    messages={
        key: Text(
            "Le titre dit « {word} » (page {page}), et le cadre choisi est {cadre}.",
            "The title says « {word} » (page {page}), and the cadre chosen is {cadre}.",
        )
        for key in ("final", "general")
    },
    hints={
        "final": Text(
            "Si le marché suit le CCAG Travaux, choisir le cadre {proposed}.",
            "If the contract is under the CCAG Travaux, choose the cadre {proposed}.",
        ),
        "general": Text(
            "Si le marché suit le CCAG Travaux, choisir le cadre {proposed} ; A23 s'il est devenu définitif sans "
            "réponse, A22 pour un projet de décompte général, A17 ou A18 du maître d'œuvre.",
            "If the contract is under the CCAG Travaux, choose the cadre {proposed}; A23 where it has become "
            "final without an answer, A22 for a « projet de décompte général », A17 or A18 of the project "
            "manager.",
        ),
    },
)
def decompte(seen: Seen) -> Iterator[Message]:
    """The title is that of a final or general account, and the cadre is not."""
    proposed = _FINAL.get(seen.cadre)
    if proposed is None:
        return
    for title in seen.decision("type_facture").candidates:
        if title.verdict == Verdict.NOT_A_TITLE or "compte" not in title.raw.lower():
            continue
        for key, phrases, cadre in (("general", _GENERAL, Cadre.A8), ("final", _SAID, proposed)):
            passage = next(filter(None, (_at(title, page, phrase) for page in seen.prose for phrase in phrases)), None)
            if passage is not None:
                yield offer(key, passage, seen, cadre)
                return
