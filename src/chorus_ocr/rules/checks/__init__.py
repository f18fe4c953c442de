"""The checks, one module each, listed by hand in the order of the form."""

from chorus_ocr.compliance.check import Check

CHECKS: tuple[Check, ...] = ()
"""Every check, in the order of the form."""
