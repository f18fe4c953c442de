"""Late changes to a finished PDF, as incremental updates: what fpdf2 has no door for."""

import re
from collections.abc import Callable, Mapping

_OBJECT = re.compile(rb"(?m)^(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)


def _updated(pdf: bytes, change: Callable[[bytes], bytes | None], extra: tuple[bytes, ...] = ()) -> bytes:
    """Append new versions of the objects that ``change`` rewrites, and ``extra`` as new objects after the last one."""
    bodies = {int(found[1]): found[2] for found in _OBJECT.finditer(pdf)}
    rewritten = {number: new for number, body in bodies.items() if (new := change(body)) is not None}
    rewritten |= {max(bodies) + 1 + place: body for place, body in enumerate(extra)}
    trailer = pdf[pdf.rindex(b"trailer") :]
    root = re.search(rb"/Root (\d+ 0 R)", trailer)
    start = re.search(rb"startxref\n(\d+)", trailer)
    assert root and start
    out, table = pdf.rstrip() + b"\n", b"xref\n"
    for number, body in sorted(rewritten.items()):
        table += b"%d 1\n%010d 00000 n \n" % (number, len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    tail = b"trailer\n<< /Size %d /Root %s /Prev %s >>\nstartxref\n%d\n%%%%EOF\n"
    return out + table + tail % (max((*bodies, *rewritten)) + 1, root[1], start[1], len(out))


def turned(pdf: bytes, angle: int) -> bytes:
    """Return the PDF with ``/Rotate`` set on every page."""

    def turn(body: bytes) -> bytes | None:
        return body.replace(b"<<", b"<<\n/Rotate %d" % angle, 1) if re.search(rb"/Type /Page\b", body) else None

    return _updated(pdf, turn)


def with_codes(pdf: bytes, codes: Mapping[int, tuple[str, str]]) -> bytes:
    """Give every core font glyphs and a ToUnicode map for spare codes: code -> (glyph name, what it stands for)."""
    last = max(int(found[1]) for found in _OBJECT.finditer(pdf))
    differences = " ".join(f"{code} /{glyph}" for code, (glyph, _) in codes.items())
    encoding = f"<< /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [{differences}] >>"
    lines = {code: bytes([code]).decode("cp1252", "ignore") for code in range(32, 256)}
    lines |= {code: meant for code, (_, meant) in codes.items()}
    pairs = [f"<{code:02X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in lines.items() if text]
    blocks = [pairs[at : at + 90] for at in range(0, len(pairs), 90)]
    mapping = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def\n"
        "1 begincodespacerange <00> <FF> endcodespacerange\n"
        + "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
        + "endcmap CMapName currentdict /CMap defineresource pop end end"
    ).encode()
    stream = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(mapping), mapping)

    def map_font(body: bytes) -> bytes | None:
        if not re.search(rb"/Type /Font\b", body):
            return None
        return body.replace(b"/Encoding /WinAnsiEncoding", f"/Encoding {encoding} /ToUnicode {last + 1} 0 R".encode())

    return _updated(pdf, map_font, (stream,))
