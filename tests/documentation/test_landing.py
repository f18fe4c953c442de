"""The figures of the landing page are those of the invoice as it is read today."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from PIL import Image, ImageChops, ImageStat

from documentation.blocks import ROOT

MOST_DIFFERENCE = 2.0
"""Of 255, on the average of all pixels: another version of the engine may round the edge of a letter differently."""


@pytest.fixture(scope="module")
def landing() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_landing", ROOT / "docs" / "make_landing.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_figures_are_fresh(landing: ModuleType) -> None:
    text = landing.PAGE.read_text(encoding="utf-8")
    assert text == landing.page(text), "run python docs/make_landing.py"
    assert "DES02" in text and "217 029 147 00016" in text


def test_the_overlay_is_fresh(landing: ModuleType, tmp_path: Path) -> None:
    landing.report().save_overlay(tmp_path / "overlay.svg")
    kept, fresh = (path.read_text(encoding="utf-8") for path in (landing.OVERLAY, tmp_path / "overlay.svg"))
    assert kept == fresh, "run python docs/make_landing.py"


def difference(one: Image.Image, other: Image.Image) -> float:
    """Return how far two pictures are apart, on the average, of 255."""
    return max(ImageStat.Stat(ImageChops.difference(one.convert("RGB"), other.convert("RGB"))).mean)


def test_the_picture_is_of_the_invoice(landing: ModuleType) -> None:
    fresh = landing.picture()
    with Image.open(landing.PICTURE) as kept:
        assert kept.size == fresh.size
        assert difference(kept, fresh) < MOST_DIFFERENCE
        assert difference(kept, Image.new("RGB", kept.size, "white")) > 5 * MOST_DIFFERENCE  # a blank page is told


def test_the_figures_stand_before_any_prose(landing: ModuleType) -> None:
    text = landing.PAGE.read_text(encoding="utf-8").partition("\n# ")[2]
    assert text.partition(landing.BEGIN)[0].strip() == "chorus_ocr"
