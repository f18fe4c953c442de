"""Temporary door."""
from chorus_ocr.errors import ChorusOcrError, UnreadableDocument, NotAPdf, EncryptedDocument, DamagedDocument, LimitExceeded, RuleError
from chorus_ocr.scan import read, recognize, scan
