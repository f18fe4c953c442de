"""How much of a document is taken on: at each limit it is read, one over it the error names the limit."""

import io
import os
import pickle
import threading
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

import chorus_ocr
from chorus_ocr.errors import LimitExceeded
from chorus_ocr.reading.document import PageScope
from chorus_ocr.reading.limits import DEFAULT_LIMITS, Limits
from chorus_ocr.reading.source import load_source
from fixtures.make_invoices import INVOICES
from reading.pdfs import IMAGE, draw, form, read, text
from tuning.corpora import SHARED, WITHOUT_SHARED

PAINT = "q 20 0 0 10 50 600 cm /I1 Do Q "


def told(limits: Limits, data: bytes, **arguments: Any) -> LimitExceeded:
    with pytest.raises(LimitExceeded) as raised:
        read(data, limits=limits, **arguments)
    return raised.value


def test_the_limits_are_positive_numbers_or_none() -> None:
    for limit in fields(Limits):
        made = Limits(**{limit.name: None})
        assert getattr(made, limit.name) is None
        assert getattr(Limits(**{limit.name: 1}), limit.name) == 1
        for wrong in (0, -1):
            with pytest.raises(ValueError, match=f"the limit {limit.name} is a positive number or None"):
                Limits(**{limit.name: wrong})
        for odd in (True, "7", b"7"):
            with pytest.raises(TypeError, match=f"the limit {limit.name} is a number or None"):
                Limits(**{limit.name: odd})  # type: ignore[arg-type] # the mistake is the test
    assert Limits(seconds=0.5).seconds == 0.5
    with pytest.raises(TypeError, match="the limit words is a number or None, not float"):
        Limits(words=1.5)  # type: ignore[arg-type] # the mistake is the test
    with pytest.raises(ValueError, match="the limit seconds is a positive number"):
        Limits(seconds=float("inf"))


def test_a_breach_survives_pickling() -> None:
    error = told(Limits(words=1), draw(text("un deux")))
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.limit) == (str(error), "words")


# Bytes, wherever they come from

PDF = b"%PDF-1.7\n" + b"x" * 91


def of_bytes(data: bytes, path: Path) -> Any:
    return data


def of_view(data: bytes, path: Path) -> Any:
    return memoryview(data)


def of_path(data: bytes, path: Path) -> Any:
    path.write_bytes(data)
    return path


def of_stream(data: bytes, path: Path) -> Any:
    return io.BytesIO(data)


@pytest.mark.parametrize("made", [of_bytes, of_view, of_path, of_stream])
def test_bytes(made: Callable[[bytes, Path], Any], tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    assert load_source(made(PDF, path), limits=Limits(bytes=100)).data == PDF
    assert load_source(made(PDF, path), limits=Limits(bytes=None)).data == PDF
    with pytest.raises(LimitExceeded, match="at least 101 bytes, where 100 are allowed") as raised:
        load_source(made(PDF + b"x", path), limits=Limits(bytes=100))
    assert raised.value.limit == "bytes"


def test_bytes_are_counted_in_bytes() -> None:
    wide = memoryview(PDF).cast("I")
    assert load_source(wide, limits=Limits(bytes=100)).data == PDF
    with pytest.raises(LimitExceeded):
        load_source(wide, limits=Limits(bytes=99))


def test_a_file_is_measured_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "long.pdf"
    with path.open("wb") as file:
        file.truncate(1 << 40)  # a terabyte of holes, that no memory takes
    with pytest.raises(LimitExceeded, match=f"long.pdf: at least {1 << 40} bytes"):
        chorus_ocr.read(path)


def test_no_more_is_asked_of_a_file_object_than_the_limit_and_one() -> None:
    class Endless(io.RawIOBase):
        """Gives seven bytes at a time, for ever."""

        asked = 0

        def readable(self) -> bool:
            return True

        def read(self, size: int = -1) -> bytes:
            assert 0 < size <= 101
            given = b"%PDF-1."[:size]
            self.asked += len(given)
            return given

    endless = Endless()
    with pytest.raises(LimitExceeded, match="<file>: at least 101 bytes, where 100 are allowed"):
        load_source(endless, limits=Limits(bytes=100))  # type: ignore[arg-type] # a raw stream reads like any other
    assert endless.asked == 101


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_what_has_no_size_is_measured_as_it_is_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.pdf"
    os.mkfifo(pipe)
    for size, allowed in ((100, 100), (101, 100)):
        writer = threading.Thread(target=pipe.write_bytes, args=(PDF.ljust(size, b"x"),))
        writer.start()
        if size <= allowed:
            assert load_source(pipe, limits=Limits(bytes=allowed)).data == PDF
        else:
            with pytest.raises(LimitExceeded, match="bytes"):
                load_source(pipe, limits=Limits(bytes=allowed))
        writer.join()


# Pages, and what stands on one


@pytest.mark.parametrize(
    ("scope", "count", "opened"),
    [
        (PageScope.FIRST_THREE, 2, 2),
        (PageScope.FIRST_THREE, 5, 5),
        (PageScope.FIRST_THREE, 12, 7),
        (PageScope.FIRST_AND_LAST_TWO, 12, 7),
        (PageScope.ALL, 12, 12),
    ],
)
def test_pages(scope: PageScope, count: int, opened: int) -> None:
    drawn = draw(*[text("page")] * count)
    assert read(drawn, scope=scope, limits=Limits(pages=opened)).page_count == count
    error = told(Limits(pages=opened - 1), drawn, scope=scope)
    assert str(error) == f"<bytes>: at least {opened} pages, where {opened - 1} are allowed"
    assert error.limit == "pages"


def test_words() -> None:
    drawn = draw(text("un"), text("un deux") + text("trois", x=-300))
    assert len(read(drawn, limits=Limits(words=3)).pages[1].words) == 2
    error = told(Limits(words=2), drawn)
    assert str(error) == "<bytes>: page 2: at least 3 words, where 2 are allowed"
    assert error.limit == "words"


def test_words_that_the_engine_glues_count_apart() -> None:
    drawn = draw("BT /F1 12 Tf 400 700 Td [(Montant) 8000 (Total)] TJ ET")
    assert len(read(drawn, limits=Limits(words=2)).pages[0].words) == 2
    assert told(Limits(words=1), drawn).limit == "words"


def test_characters() -> None:
    drawn = draw(text("douze lettre"))
    assert read(drawn, limits=Limits(characters=12)).pages[0].words.text == ("douze", "lettre")
    error = told(Limits(characters=11), drawn)
    assert str(error) == "<bytes>: page 1: at least 12 characters, where 11 are allowed"
    assert error.limit == "characters"


def test_characters_of_pages_beyond_the_scope() -> None:
    drawn = draw(*[text("un")] * 3, text("douze lettre"))
    assert read(drawn, limits=Limits(characters=12)).beyond_scope[0].text == "douze lettre"
    assert str(told(Limits(characters=11), drawn)).startswith("<bytes>: page 4: at least 12 characters")


def test_objects() -> None:
    drawn = draw("0 0 9 9 re f " * 3 + text("un"))
    assert read(drawn, limits=Limits(objects=4)).pages[0].words.text == ("un",)
    error = told(Limits(objects=3), drawn)
    assert str(error) == "<bytes>: page 1: at least 4 objects, where 3 are allowed"
    assert error.limit == "objects"
    beyond = draw("", "", "", "0 0 9 9 re f " * 3)
    assert read(beyond, limits=Limits(objects=3)).page_count == 4
    assert str(told(Limits(objects=2), beyond)).startswith("<bytes>: page 4: ")


def test_objects_of_forms_within_forms() -> None:
    within = {
        100: form("0 0 9 9 re f " * 5),
        101: form("/X1 Do /X1 Do", resources="/XObject << /X1 100 0 R >>"),
    }
    drawn = draw("/X2 Do", resources="/XObject << /X2 101 0 R >>", objects=within)
    assert read(drawn, limits=Limits(objects=13)).page_count == 1
    error = told(Limits(objects=12), drawn)
    assert str(error) == "<bytes>: page 1: at least 13 objects, where 12 are allowed"
    assert error.limit == "objects"


def test_images() -> None:
    drawn = draw(PAINT * 3, resources="/XObject << /I1 100 0 R >>", objects={100: IMAGE})
    assert len(read(drawn, limits=Limits(images=3)).pages[0].images) == 3
    error = told(Limits(images=2), drawn)
    assert str(error) == "<bytes>: page 1: at least 3 images, where 2 are allowed"
    assert error.limit == "images"


def test_images_of_forms() -> None:
    within = {100: IMAGE, 101: form(PAINT * 2, resources="/XObject << /I1 100 0 R >>")}
    drawn = draw("/X1 Do /X1 Do", resources="/XObject << /X1 101 0 R >>", objects=within)
    assert len(read(drawn, limits=Limits(images=4)).pages[0].images) == 4
    assert told(Limits(images=3), drawn).limit == "images"


def test_an_image_deep_within_forms_is_seen() -> None:
    chain = {100 + depth: form("/X1 Do", resources=f"/XObject << /X1 {101 + depth} 0 R >>") for depth in range(20)}
    within = {**chain, 120: form(PAINT, resources="/XObject << /I1 121 0 R >>"), 121: IMAGE}
    drawn = draw("/X1 Do", resources="/XObject << /X1 100 0 R >>", objects=within)
    assert len(read(drawn).pages[0].images) == 1


@pytest.mark.parametrize("limit", ["bytes", "pages", "words", "characters", "objects", "images"])
def test_without_a_limit_everything_is_read(limit: str) -> None:
    drawn = draw(*[text("un deux") + PAINT * 2] * 2, resources="/XObject << /I1 100 0 R >>", objects={100: IMAGE})
    assert read(drawn, limits=Limits(**{limit: None})) == read(drawn)
    with pytest.raises(LimitExceeded) as raised:
        chorus_ocr.scan(drawn, limits=Limits(**{limit: 1}))
    assert raised.value.limit == limit


# The defaults


@pytest.mark.parametrize("folder", [INVOICES, SHARED / "made", SHARED / "real"], ids=["own", "made", "real"])
def test_no_invoice_comes_near_a_default(folder: Path) -> None:
    if not folder.is_dir() and SHARED in folder.parents:
        pytest.skip(WITHOUT_SHARED)
    counted = ("bytes", "pages", "words", "characters", "objects", "images")
    tenth = Limits(**{name: getattr(DEFAULT_LIMITS, name) // 10 for name in counted})
    files = [path for path in sorted(folder.glob("*.pdf")) if path.stem != "password"]
    assert files
    for path in files:
        assert chorus_ocr.read(path, pages=PageScope.ALL, limits=tenth) == chorus_ocr.read(path, pages=PageScope.ALL)
