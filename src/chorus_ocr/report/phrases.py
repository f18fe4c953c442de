"""What the ways of showing a report say alike: severities, statuses, counts, and that there is nothing to say."""

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from chorus_ocr.compliance.messages import Lang, Text
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.recognition.candidate import Status

SEVERITIES: Final[Mapping[Severity, Text]] = MappingProxyType(
    {
        Severity.BLOCKING: Text("BLOQUANT", "BLOCKING"),
        Severity.WARNING: Text("ATTENTION", "WARNING"),
        Severity.INFO: Text("INFO", "INFO"),
    }
)

STATUSES: Final[Mapping[Status, Text]] = MappingProxyType(
    {
        Status.FOUND: Text("trouvé", "found"),
        Status.AMBIGUOUS: Text("ambigu", "ambiguous"),
        Status.INVALID: Text("invalide", "invalid"),
        Status.ABSENT: Text("absent", "absent"),
        Status.INFERRED: Text("calculé", "inferred"),
    }
)
"""What became of a field, in a word."""

FINE: Final = Text("Rien à signaler.", "Nothing to report.")

_PAGES = {
    1: Text("1 page", "1 page"),
    2: Text("{count} pages", "{count} pages"),
}
_FILES = Text("{count} fichiers : {told}", "{count} files: {told}")
_RESULTS = (
    Text("sans blocage {count}", "nothing blocking {count}"),
    Text("avec blocage {count}", "blocking {count}"),
    Text("illisibles {count}", "unreadable {count}"),
)
"""By exit code of the command line."""


def pages(count: int, lang: Lang) -> str:
    """Return how many pages a document has.

    >>> pages(1, Lang.FR), pages(12, Lang.EN)
    ('1 page', '12 pages')
    """
    return _PAGES[min(max(count, 1), 2)].in_lang(lang, count=count)


def summary(results: Counter[int], lang: Lang) -> str:
    """Return one line for several files; ``results`` counts them: 0 nothing blocking, 1 blocking, 2 unreadable.

    >>> summary(Counter({0: 3, 2: 1}), Lang.EN)
    '4 files: nothing blocking 3, unreadable 1'
    """
    told = [text.in_lang(lang, count=results[code]) for code, text in enumerate(_RESULTS) if results[code]]
    return _FILES.in_lang(lang, count=results.total(), told=", ".join(told))
