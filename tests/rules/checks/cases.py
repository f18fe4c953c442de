"""For each message of each check, a failing and a passing invoice: the cases of all families, put together."""

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
