"""A directory of public bodies for the tests of checks: the invented communes, as the portal would describe them."""

from collections.abc import Sequence
from dataclasses import dataclass

from chorus_ocr import Service, Siret, Structure
from fixtures.parties import COURCERON

TECHNIQUE = Service(code="TECHNIQUE", nom="Services techniques")
VOIRIE = Service(code="VOIRIE", nom="Voirie")
CLOSED = Service(code="ECOLES", nom="Écoles", actif=False)

COMMUNE = Structure(
    siret=Siret(COURCERON.siret), designation="COMMUNE DE COURCERON", services=(TECHNIQUE, VOIRIE, CLOSED)
)
"""The client of ``bills.LINES``: it asks for nothing."""


@dataclass(frozen=True, slots=True)
class Bodies:
    """A directory of a few bodies."""

    bodies: tuple[Structure, ...] = (COMMUNE,)

    def lookup(self, siret: Siret) -> Structure | None:
        """Return the body with this SIRET, None when there is none."""
        return next((each for each in self.bodies if each.siret == siret), None)

    def search(self, prefix: str) -> Sequence[Structure]:
        """Return the bodies whose SIRET begins so; none before six digits."""
        if len(prefix) < 6:
            return ()
        return sorted((each for each in self.bodies if each.siret.startswith(prefix)), key=lambda each: each.siret)
