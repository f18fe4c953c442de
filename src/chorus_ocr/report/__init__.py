"""What is handed over: the form, the decisions behind it and the warnings, as types, as words and as plain data."""

from chorus_ocr.report.report import Report

__all__ = ["Report"]
