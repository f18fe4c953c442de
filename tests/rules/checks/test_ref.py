"""Who is asked for an engagement, and by whom; what is told once; what of a number is strange and what is not."""

from dataclasses import replace
from typing import Any

import pytest

from chorus_ocr import CsvDirectory, Service, Siret, scan
from fixtures.parties import MEHUNOIS, STATE_SIRET
from rules.checks.bills import LINES, STATE_LINES, Lines, bill, with_, without
from rules.checks.cases_ref import BODY, BY_SERVICE, EITHER, ENGAGEMENT, NEITHER, NONE, NOTHING_ASKED, RIVAL

ELSEWHERE = CsvDirectory((replace(BODY, siret=Siret(MEHUNOIS.siret), numero_ej_doit_etre_renseigne=True),))
THE_STATE = CsvDirectory((replace(BODY, siret=Siret(STATE_SIRET), numero_ej_doit_etre_renseigne=True),))
ALL = CsvDirectory(
    (
        replace(
            BODY,
            numero_ej_doit_etre_renseigne=True,
            gestion_numero_ej_ou_code_service=True,
            services=(Service(code="TECHNIQUE", numero_engagement=True),),
        ),
    )
)
RIVALS = with_(LINES, other=RIVAL)
MARKET = with_(LINES, engagement="Marché n° 2026M0117")


def told(lines: Lines, **how: Any) -> list[str]:
    """Return the codes of this family, in their order."""
    return sorted(each.code for each in scan(bill(lines), **how).warnings if each.code.startswith("REF"))


@pytest.mark.parametrize(
    ("lines", "directory", "expected"),
    [
        (NONE, None, ["REF04"]),
        (NONE, NOTHING_ASKED, []),
        (NONE, ELSEWHERE, []),
        (NONE, ENGAGEMENT, ["REF02"]),
        (NONE, EITHER, []),  # its service is printed
        (NEITHER, EITHER, ["REF03"]),
        (NONE, BY_SERVICE, ["REF13"]),
        (NEITHER, BY_SERVICE, []),
        (with_(NONE, service="Code service : VOIRIE"), BY_SERVICE, []),
        (NONE, ALL, ["REF02"]),
        (NEITHER, ALL, ["REF02"]),
        (RIVALS, None, ["REF07"]),
        (RIVALS, NOTHING_ASKED, ["REF07"]),
        (RIVALS, ENGAGEMENT, ["REF02"]),
        (RIVALS, EITHER, ["REF07"]),
        (without(RIVALS, "service"), EITHER, ["REF03"]),
        (RIVALS, BY_SERVICE, ["REF13"]),
        (LINES, ALL, []),
        (without(STATE_LINES, "engagement"), None, ["REF01"]),
        (without(STATE_LINES, "engagement"), ALL, ["REF01"]),
        (without(STATE_LINES, "engagement"), THE_STATE, ["REF01"]),
        (with_(STATE_LINES, other=RIVAL), THE_STATE, ["REF01"]),
        (MARKET, None, ["REF11"]),
        (MARKET, ELSEWHERE, ["REF11"]),
        (MARKET, NOTHING_ASKED, []),
        (MARKET, ENGAGEMENT, ["REF02"]),
        (with_(STATE_LINES, engagement="Marché n° 2026M0117"), None, ["REF01"]),
        (with_(NONE, title="DEVIS N° D-2026-0412"), None, []),
        (with_(NONE, title="DEVIS N° D-2026-0412"), ENGAGEMENT, []),
    ],
)
def test_an_engagement_is_asked_for_once_and_by_whom_it_is(
    lines: Lines, directory: CsvDirectory | None, expected: list[str]
) -> None:
    assert told(lines, directory=directory) == expected


def test_two_services_fill_no_form() -> None:
    lines = with_(NONE, other="Code service : VOIRIE")
    assert told(lines, directory=EITHER) == ["REF03"]


@pytest.mark.parametrize(
    ("number", "to_the_state", "to_others"),
    [
        ("1500062783", [], []),
        ("26D000417", ["REF10"], []),
        ("2026-ENG_1/7+4", ["REF10"], []),
        ("150006278", ["REF10"], []),
        ("26d000417", ["REF06"], ["REF12"]),
        ("BDC 2026/110", ["REF06"], ["REF12"]),
        ("1500.062783", ["REF06"], ["REF12"]),
    ],
)
def test_what_is_strange_in_a_number(number: str, to_the_state: list[str], to_others: list[str]) -> None:
    assert told(with_(STATE_LINES, engagement=f"Engagement : {number}")) == to_the_state
    assert told(with_(LINES, engagement=f"Engagement : {number}")) == to_others


def test_strange_characters_are_named_and_letters_are_not_shown() -> None:
    lines = with_(LINES, engagement="Engagement : BDC 2026.x7")
    [warning] = [each for each in scan(bill(lines)).warnings if each.code == "REF12"]
    assert warning.message.endswith("d'habitude : espace, « . », minuscules.")
    [warning] = [each for each in scan(bill(lines), lang="en").warnings if each.code == "REF12"]
    assert warning.message.endswith("usually have: space, « . », lower-case letters.")


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("Commande : BC26-0417", ["REF08"]),
        ("Commande : 26D 000417", []),
        ("Commande : 26d000417", []),
        ("Date de commande : 12/02/2026", []),
        ("Notre commande n° : BC26-0417", []),
    ],
)
def test_only_another_order_stands_beside_an_engagement(order: str, expected: list[str]) -> None:
    assert told(with_(LINES, other=order)) == expected


def test_one_order_beside_an_engagement_is_named_once() -> None:
    lines = with_(
        LINES, other="Commande : BC26-0417", another="Votre commande n° : BC26-0417", third="Commande : BC7-12"
    )
    beside = [each for each in scan(bill(lines)).warnings if each.code == "REF08"]
    assert [each.message.count("BC26-0417") for each in beside] == [1, 0]
    assert all("26D000417" in each.message and each.box is not None for each in beside)
