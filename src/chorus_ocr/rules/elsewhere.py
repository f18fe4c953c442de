"""What another check tells of a blank field, so that it is not told twice."""

from chorus_ocr.compliance.seen import Seen
from chorus_ocr.rules.checks.doc08 import donnee_hors_pages_lues


def is_printed_beyond(seen: Seen, name: str) -> bool:
    """Whether a field is blank because its value stands beyond the pages read, which ``DOC08`` tells."""
    return any(message.field == name for message in donnee_hors_pages_lues.find(seen))
