"""The directory of public bodies (« annuaire des structures »), which the caller may bring: no network here.

What a body asks for cannot be read from an invoice. Source: the portal's API, ``structures/v1/consulter`` and
``structures/v1/consulter/service``, § ``parametres``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from chorus_ocr.values.siret import Siret


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A desk of a public body (« service exécutant »).

    ``numero_engagement``: whether an invoice to this desk has to name an engagement, whatever the body asks for.
    """

    code: str
    nom: str = ""
    actif: bool = True
    numero_engagement: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """A public body, with the portal's own flags, under the portal's names.

    ``code_service_doit_etre_renseigne``, ``numero_ej_doit_etre_renseigne``: an invoice has to name a service, an
    engagement. ``gestion_numero_ej_ou_code_service``: it has to name one of the two.
    """

    siret: Siret
    designation: str = ""
    active: bool = True
    code_service_doit_etre_renseigne: bool = False
    numero_ej_doit_etre_renseigne: bool = False
    gestion_numero_ej_ou_code_service: bool = False
    services: tuple[Service, ...] = ()

    def service(self, code: str) -> Service | None:
        """Return the service with this code, whatever its case, or None."""
        return next((each for each in self.services if each.code.casefold() == code.casefold()), None)


@runtime_checkable
class Directory(Protocol):
    """Knows public bodies by their SIRET. A caller's own may ask a database; it raises what it likes."""

    def lookup(self, siret: Siret) -> Structure | None:
        """Return the body with this SIRET, None when there is none."""
        ...

    def search(self, prefix: str) -> Sequence[Structure]:
        """Return the bodies whose SIRET begins so, in the order of their SIRETs.

        Like the drop-down list of the form, none before six digits.
        """
        ...
