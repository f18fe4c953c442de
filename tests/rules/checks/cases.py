"""For each message of each check, a failing and a passing invoice: the cases of all families, put together."""

from collections.abc import Iterator
from typing import Any

import pytest

from rules.checks import (
    cases_cad,
    cases_des,
    cases_doc,
    cases_fou,
    cases_ide,
    cases_men,
    cases_mnt,
    cases_pai,
    cases_pj,
    cases_readable,
    cases_ref,
    cases_xml,
)
from rules.checks.bills import Case

CASES: tuple[Case, ...] = (
    *cases_doc.CASES,
    *cases_readable.CASES,
    *cases_ide.CASES,
    *cases_des.CASES,
    *cases_fou.CASES,
    *cases_ref.CASES,
    *cases_mnt.CASES,
    *cases_cad.CASES,
    *cases_pai.CASES,
    *cases_pj.CASES,
    *cases_men.CASES,
    *cases_xml.CASES,
)


def failing_cases() -> Iterator[Any]:
    """Yield every failing case as a parameter; all but the first of each family of codes are slow, being hundreds."""
    met: set[str] = set()
    for case in CASES:
        if case.failing:
            family = case.code.rstrip("0123456789")
            yield pytest.param(case, id=str(case), marks=[pytest.mark.slow] if family in met else [])
            met.add(family)
