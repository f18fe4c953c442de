"""The recipient: what is as near as can be to a finding and is none, and what is told by one check only."""

from dataclasses import replace

import pytest

import chorus_ocr
from chorus_ocr import Report, Siret
from chorus_ocr.values.siret import SIRET
from fixtures.parties import COURCERON, MEHUNOIS, SARVANE, spaced
from rules.checks.bills import CLIENT, LINES, OTHER, STATE_LINES, WRONG, Lines, bill, with_, without
from rules.checks.bodies import COMMUNE, TECHNIQUE, Bodies

SUPPLIER = spaced(SARVANE.siret, 3, 3, 3, 5)
VAT = f"N° TVA du client : {COURCERON.vat}"
NO_RECIPIENT = without(LINES, "client siret")


def told(report: Report) -> list[tuple[str, str]]:
    return [(each.code, each.key) for each in report.warnings if each.code.startswith("DES")]


def scan(lines: Lines, directory: Bodies | None = None) -> list[tuple[str, str]]:
    return told(chorus_ocr.scan(bill(lines), directory=directory))


# A wrong key, and what it may have been meant to be


def announced(siret: str, **more: str) -> tuple[str, str]:
    lines = with_(LINES, client_siret=f"SIRET client : {siret}", **more)
    [warning] = [each for each in chorus_ocr.scan(bill(lines)).warnings if each.code == "DES02"]
    return warning.key, warning.hint


def misprint(at: int, digit: int = 1) -> str:
    """Return the client's SIRET with another digit at one place."""
    number = COURCERON.siret
    wrong = f"{number[:at]}{(int(number[at]) + digit) % 10}{number[at + 1 :]}"
    assert not SIRET.parse(wrong).valid
    return spaced(wrong, 3, 3, 3, 5)


@pytest.mark.parametrize(
    "support",
    [VAT, f"SIREN {CLIENT[:11]}", f"Siren : {COURCERON.siret[:9]}", f"RCS {CLIENT[:11]}", CLIENT],
)
def test_what_the_page_prints_of_a_number_supports_one_reading(support: str) -> None:
    for at in (0, 4, 8):
        key, hint = announced(misprint(at), support=support)
        assert key == "corrected"
        assert f"« SIRET client : {CLIENT} »" in hint


def test_two_digits_in_each_others_place_are_read_in_order() -> None:
    number = COURCERON.siret
    swapped = f"{number[:5]}{number[6]}{number[5]}{number[7:]}"
    assert not SIRET.parse(swapped).valid
    assert announced(spaced(swapped, 3, 3, 3, 5), support=VAT)[0] == "corrected"


def test_the_whole_number_elsewhere_tells_an_error_in_its_last_digits() -> None:
    key, hint = announced(WRONG, support=f"Chorus {CLIENT}")
    assert (key, CLIENT in hint) == ("corrected", True)


@pytest.mark.parametrize(
    "support",
    [
        VAT,  # it tells the SIREN, which is right: the error is in the five digits after it
        f"SIREN {CLIENT[:11]}",
        f"SIREN {OTHER[:11]}",
        "Merci de votre confiance",
    ],
)
def test_nothing_is_proposed_that_the_page_does_not_tell(support: str) -> None:
    assert announced(WRONG, support=support)[0] == "checksum"


def test_nothing_is_proposed_without_support() -> None:
    assert announced(misprint(4))[0] == "checksum"


def test_the_suppliers_number_is_no_reading_of_the_recipients() -> None:
    number = SARVANE.siret
    wrong = f"{number[:3]}{(int(number[3]) + 1) % 10}{number[4:]}"
    assert announced(spaced(wrong, 3, 3, 3, 5))[0] == "checksum"


# Whose word announces it


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"SIRET client : {CLIENT}", []),
        (f"SIRET dest. : {CLIENT}", []),
        (f"SIRET acheteur : {CLIENT}", [("DES03", "word")]),
        (f"Votre SIRET : {CLIENT}", [("DES03", "word")]),
    ],
)
def test_an_unpublished_word_and_a_place_are_two_things(line: str, expected: list[tuple[str, str]]) -> None:
    assert scan(with_(LINES, client_siret=line)) == expected
    block = with_(LINES, client="Client", client_siret=f"SIRET : {CLIENT}")
    assert scan(block) == [("DES04", "place")]


def test_the_word_before_the_nearest_one_counts() -> None:
    assert scan(with_(LINES, client_siret=f"SIRET client / Customer SIRET : {CLIENT}")) == []
    unpublished = with_(LINES, client_siret=f"SIRET acheteur / Buyer SIRET : {CLIENT}")
    assert scan(unpublished) == [("DES03", "word")]


def test_the_suppliers_number_behind_the_recipients_word_is_told_once() -> None:
    signed = with_(LINES, client_siret=f"SIRET client : {SUPPLIER}")
    assert scan(signed) == [("DES06", "signed")]
    assert scan(without(signed, "legal")) == [("DES06", "same")]


def test_another_establishment_of_the_supplier_is_another_body() -> None:
    # A university that bills one of its own laboratories.
    lines = with_(without(LINES, "legal", "supplier vat"), supplier_siret=f"SIRET fournisseur : {CLIENT}")
    sister = next(
        digits for digits in (f"{COURCERON.siret[:9]}{nic:05d}" for nic in range(20, 100)) if SIRET.parse(digits).valid
    )
    assert scan(with_(lines, client_siret=f"SIRET client : {sister}")) == []


# A SIREN only


@pytest.mark.parametrize(
    "line",
    [
        f"SIREN client : {CLIENT[:11]}",
        f"SIREN du client : {COURCERON.siret[:9]}",
        f"N° SIREN client : n° {CLIENT[:11]}",
        f"SIRET client : {CLIENT[:11]}",
        f"Votre SIREN : {CLIENT[:11]}",
    ],
)
def test_a_siren_in_the_place_of_the_siret_is_told(line: str) -> None:
    report = chorus_ocr.scan(bill(with_(LINES, client_siret=line)))
    assert told(report) == [("DES01", "absent"), ("DES07", "announced")]
    [warning] = [each for each in report.warnings if each.code == "DES07"]
    assert f"« SIRET client : {CLIENT[:11]} »" in warning.hint
    assert warning.page == 1 and warning.box is not None


@pytest.mark.parametrize(
    "line",
    [
        "SIREN client : 123 456 789",  # no SIREN
        "SIREN client : à compléter",
        f"SIREN : {SARVANE.siren}",  # the supplier's
        f"SIREN fournisseur : {spaced(SARVANE.siren, 3)}",
        "SIRET client : 06 12 34 56 78",
        f"Dossier {COURCERON.siret[:9]}",
    ],
)
def test_another_number_is_no_siren_of_the_recipient(line: str) -> None:
    assert [code for code, _ in scan(with_(NO_RECIPIENT, line=line))] == ["DES01"]


def test_a_public_siren_is_the_suppliers_where_no_other_is_known() -> None:
    lines = without(NO_RECIPIENT, "legal", "supplier siret", "supplier vat")
    assert [code for code, _ in scan(with_(lines, line=f"SIREN : {CLIENT[:11]}"))] == ["DES01"]


# Service codes


@pytest.mark.parametrize("code", ["D1603853", "FACTURES-DR-18", "TECH_12", "01BATIMENTS", "VOIRIE-NORD"])
def test_a_code_that_the_portal_takes_is_not_told(code: str) -> None:
    assert scan(with_(LINES, service=f"Code service : {code}")) == []


def test_a_public_body_may_invoice_the_service_kept_for_them() -> None:
    lines = without(with_(LINES, service="Code service : FACTURES_PUBLIQUES"), "legal", "supplier vat")
    assert scan(lines) == [("DES11", "reserved")]
    assert scan(with_(lines, supplier_siret=f"SIRET fournisseur : {OTHER}")) == []


def test_several_codes_are_told_once_whoever_asks_for_one() -> None:
    two = {"other": "Code service : VOIRIE"}
    strict = Bodies((replace(COMMUNE, code_service_doit_etre_renseigne=True),))
    assert scan({**LINES, **two}) == [("DES17", "rivals")]
    assert scan({**LINES, **two}, Bodies()) == [("DES17", "rivals")]
    assert scan({**LINES, **two}, strict) == [("DES14", "rivals")]
    assert scan({**STATE_LINES, **two}) == [("DES08", "rivals")]


# The directory


def test_a_directory_is_asked_for_what_the_invoice_prints() -> None:
    assert scan(LINES, Bodies()) == []
    assert scan(without(LINES, "service"), Bodies()) == []
    strict = Bodies((replace(COMMUNE, code_service_doit_etre_renseigne=True),))
    assert scan(LINES, strict) == []
    assert scan(without(LINES, "service"), strict) == [("DES14", "absent")]


def test_without_a_directory_nobody_asks_for_a_service() -> None:
    report = chorus_ocr.scan(bill(without(LINES, "service")))
    assert told(report) == []
    assert {"DES12", "DES13", "DES14", "DES15"} <= set(report.not_run)


def test_the_state_is_known_to_everybody() -> None:
    assert scan(STATE_LINES, Bodies()) == []


def test_a_directory_without_services_knows_none_to_be_wrong() -> None:
    assert scan(LINES, Bodies((replace(COMMUNE, services=()),))) == []


def test_of_a_body_that_is_gone_no_service_is_asked_for() -> None:
    gone = replace(COMMUNE, active=False, code_service_doit_etre_renseigne=True, services=(TECHNIQUE,))
    assert scan(without(LINES, "service"), Bodies((gone,))) == [("DES13", "inactive")]
    assert scan(with_(LINES, service="Code service : PISCINE"), Bodies((gone,))) == [("DES13", "inactive")]


def test_a_few_of_many_services_are_named() -> None:
    many = tuple(replace(TECHNIQUE, code=f"S{number:02d}") for number in range(1, 9))
    report = chorus_ocr.scan(bill(), directory=Bodies((replace(COMMUNE, services=many),)))
    [warning] = report.warnings
    assert (warning.code, warning.key) == ("DES15", "unknown")
    assert warning.hint.endswith("Codes actifs : S01, S02, S03, S04, S05 ….")


def test_a_recipient_that_no_keyword_announces_is_not_looked_up() -> None:
    assert [code for code, _ in scan(NO_RECIPIENT, Bodies(()))] == ["DES01"]
    assert scan(LINES, Bodies((replace(COMMUNE, siret=Siret(MEHUNOIS.siret)),))) == [("DES12", "unknown")]
