"""Run as a script: scans the PDFs named on standard input, and writes on standard output all that is told of them.

Nothing but the package itself is asked for anything: what differs between two runs differs because of where they run.
"""

import json
import sys
from pathlib import Path

import chorus_ocr


def telling(path: str) -> list[str]:
    """Return the JSON of a report, its explanations, its page and the JSON of its masked twin, or the error."""
    try:
        report = chorus_ocr.scan(path, password="secret")
    except chorus_ocr.UnreadableDocument as error:
        return [type(error).__name__, error.cause]
    explained = [report.explain(name, lang=lang) for name in report.fields for lang in ("fr", "en")]
    return [report.to_json(), *explained, report.to_html(), report.masked().to_json(), repr(report)]


def telling_of(paths: list[str]) -> bytes:
    """Return what is told of several PDFs as one line of JSON for each, in UTF-8."""
    lines = [json.dumps([Path(path).name, *telling(path)], ensure_ascii=False) for path in paths]
    lines.append(chorus_ocr.CHORUS_PRO.fingerprint)
    return "\n".join(lines).encode("utf-8", "surrogatepass")


if __name__ == "__main__":
    sys.stdout.buffer.write(telling_of(json.loads(sys.stdin.buffer.read())))
