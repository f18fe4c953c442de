"""Spoils the project's own invoices in ways that a seed and a number name for ever, and tells what reading them gives.

``python tests/fuzz/mutate.py --count 2000 --seed 1``
"""

import argparse
import random
import re
import sys
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from fuzz.batch import Job, Outcome, run

INVOICES = Path(__file__).parents[1] / "fixtures" / "invoices"

NUMBERS = (b"0", b"-1", b"1", b"65536", b"2147483648", b"-2147483649", b"99999999999999999999", b"1e39", b"0.00001",
           b"nan", b"-", b"3.4028235e38")  # fmt: skip

NAMES = (b"/Page", b"/Pages", b"/Kids", b"/Count", b"/Parent", b"/MediaBox", b"/CropBox", b"/Rotate", b"/Contents",
         b"/Resources", b"/Font", b"/ToUnicode", b"/Encoding", b"/Widths", b"/DescendantFonts", b"/W", b"/Length",
         b"/Filter", b"/FlateDecode", b"/ASCII85Decode", b"/XObject", b"/Form", b"/Image", b"/Type0",
         b"/Type3")  # fmt: skip

OPERATORS = (b"BT", b"ET", b"Tj", b"TJ", b"Tf", b"Tm", b"Td", b"T*", b"Tr", b"Tc", b"Tz", b"q", b"Q", b"cm", b"re",
             b"f", b"Do", b"BI", b"ID", b"EI", b"gs", b"rg", b"W n", b"BMC", b"EMC", b"sh")  # fmt: skip

_OBJECT = re.compile(rb"\d+ 0 obj\b.*?\bendobj", re.DOTALL)
_REFERENCE = re.compile(rb"\d+ 0 R\b")
_NUMBER = re.compile(rb"(?<=[\s\[<(/])-?\d+(?:\.\d+)?(?=[\s\]>)/])")
_NAME = re.compile(rb"/[A-Za-z][A-Za-z0-9]*")
_STREAM = re.compile(rb"(?<=stream\n).*?(?=\r?\nendstream)", re.DOTALL)
_XREF = re.compile(rb"\d{10} \d{5} [nf]")
_TOKEN = re.compile(rb"[A-Za-z*'\"]+(?=\s)")

Chance = random.Random
Step = Callable[[Chance, bytes], bytes]


@cache
def originals() -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for path in sorted(INVOICES.glob("*.pdf")))


def mutant(seed: int, number: int, *, steps: int | None = None) -> bytes:
    """Return the mutant of this number: the same bytes for ever, as long as the invoices are the same."""
    chance = random.Random(f"{seed}:{number}")
    data = chance.choice(originals())
    for _ in range(chance.randint(1, 4) if steps is None else steps):
        data = chance.choice(STEPS)(chance, data)
    return data


def _replace(chance: Chance, data: bytes, pattern: re.Pattern[bytes], by: Callable[[bytes], bytes]) -> bytes:
    places = list(pattern.finditer(data))
    if not places:
        return data
    place = chance.choice(places)
    return data[: place.start()] + by(place.group()) + data[place.end() :]


def flip_bits(chance: Chance, data: bytes) -> bytes:
    spoilt = bytearray(data)
    for _ in range(chance.choice((1, 3, 30))):
        if spoilt:
            spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def truncate(chance: Chance, data: bytes) -> bytes:
    return data[: chance.randint(0, len(data))]


def cut_out(chance: Chance, data: bytes) -> bytes:
    start = chance.randint(0, len(data))
    return data[:start] + data[start + chance.choice((1, 10, 200)) :]


def repeat(chance: Chance, data: bytes) -> bytes:
    start = chance.randint(0, len(data))
    return data[:start] + data[start : start + chance.choice((1, 50, 2_000))] * 2 + data[start:]


def put_in(chance: Chance, data: bytes) -> bytes:
    start = chance.randint(0, len(data))
    return data[:start] + chance.randbytes(chance.choice((1, 4, 100))) + data[start:]


def swap_objects(chance: Chance, data: bytes) -> bytes:
    places = list(_OBJECT.finditer(data))
    if len(places) < 2:
        return data
    first, second = sorted(chance.sample(places, 2), key=lambda place: place.start())
    body = {place: place.group().split(b"obj", 1)[1] for place in (first, second)}
    head = {place: place.group().split(b"obj", 1)[0] + b"obj" for place in (first, second)}
    return b"".join(
        (data[: first.start()], head[first], body[second], data[first.end() : second.start()], head[second],
         body[first], data[second.end() :])
    )  # fmt: skip


def swap_references(chance: Chance, data: bytes) -> bytes:
    others = _REFERENCE.findall(data)
    return _replace(chance, data, _REFERENCE, lambda _: chance.choice(others))


def change_number(chance: Chance, data: bytes) -> bytes:
    return _replace(chance, data, _NUMBER, lambda _: chance.choice(NUMBERS))


def change_name(chance: Chance, data: bytes) -> bytes:
    return _replace(chance, data, _NAME, lambda _: chance.choice(NAMES))


def change_xref(chance: Chance, data: bytes) -> bytes:
    if chance.random() < 0.3:
        return _replace(chance, data, re.compile(rb"(?<=startxref\n)\d+"), lambda _: b"%d" % chance.randrange(1 << 18))
    entries = _XREF.findall(data)
    odd = b"%010d %05d %c" % (chance.randrange(1 << 18), chance.choice((0, 65535)), chance.choice(b"nf"))
    return _replace(chance, data, _XREF, lambda _: chance.choice((odd, chance.choice(entries))))


def edit_stream(chance: Chance, data: bytes) -> bytes:
    """Unpack a stream, spoil its text, pack it again."""

    def spoil(packed: bytes) -> bytes:
        try:
            plain = zlib.decompress(packed)
        except zlib.error:
            return flip_bits(chance, packed)
        for _ in range(chance.choice((1, 5, 40))):
            step = chance.choice((change_number, change_operator, flip_bits, cut_out, repeat, put_in))
            plain = step(chance, plain)
        return zlib.compress(plain)

    return _replace(chance, data, _STREAM, spoil)


def change_operator(chance: Chance, data: bytes) -> bytes:
    return _replace(chance, data, _TOKEN, lambda _: chance.choice(OPERATORS))


STEPS: tuple[Step, ...] = (
    flip_bits, truncate, cut_out, repeat, put_in, swap_objects, swap_references, change_number, change_name,
    change_xref, edit_stream, edit_stream, edit_stream,
)  # fmt: skip


def outcomes(count: int, seed: int, *, reader: str = "pdfium", children: int = 2) -> list[Outcome]:
    """Return what came of so many mutants of a seed, read by so many children at a time."""
    jobs = [Job(seed=seed, number=number) for number in range(count)]
    shares: Sequence[Sequence[Job]] = [jobs[share::children] for share in range(children)]
    with ThreadPoolExecutor(children) as pool:
        return [each for share in pool.map(lambda share: list(run(share, reader=reader)), shares) for each in share]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reader", default="pdfium")
    arguments = parser.parse_args()
    found = outcomes(arguments.count, arguments.seed, reader=arguments.reader)
    for what, times in Counter("failed" if each.failed else each.what for each in found).most_common():
        print(f"{times:6} {what}")
    for each in found:
        if each.failed:
            print(f"{each.job}: {each.what}")
    slowest = max(found, key=lambda each: each.cpu)
    print(f"slowest: {slowest.job}, {slowest.cpu:.2f} s; most memory: {max(each.memory for each in found) >> 20} MiB")
    return int(any(each.failed for each in found))


if __name__ == "__main__":
    sys.exit(main())
