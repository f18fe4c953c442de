"""Where everything meets: read a file, recognise its fields, check them."""

from chorus_ocr.report import Report
from chorus_ocr.reading.document import Document, PageScope
from chorus_ocr.reading.pdfium import PdfiumReader
from chorus_ocr.reading.source import load_source
from chorus_ocr.recognition.recognise import recognise
from chorus_ocr.rules import CHORUS_PRO, RulePack


def read(source, *, pages=PageScope.FIRST_THREE, password=None, file_name=None) -> Document:
    return PdfiumReader().read(load_source(source, file_name=file_name), scope=pages, password=password)


def recognize(document: Document, rules: RulePack = CHORUS_PRO) -> Report:
    r = recognise(document, rules.rules, rules.lexicon, rules.vocabulary, rules.stop_rules)
    return Report(recognition=r)


def scan(source, **kw) -> Report:
    return recognize(read(source, **kw))
