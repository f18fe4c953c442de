"""The example of a web service: a report for an invoice, a status for what is none, and nothing that ends it."""

import importlib.util
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import chorus_ocr
from fixtures.make_invoices import INVOICES
from html_pages import shown

WITHOUT = "the packages of the extra « web » are not installed: the example is not run"
pytest.importorskip("fastapi", reason=WITHOUT)
httpx = pytest.importorskip("httpx", reason=WITHOUT)
anyio = pytest.importorskip("anyio", reason=WITHOUT)

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "web_app.py"
WHOLE = (INVOICES / "two_columns.pdf").read_bytes()

pytestmark = pytest.mark.usefixtures("nothing_left")


@pytest.fixture(scope="module")
def example() -> Iterator[ModuleType]:
    spec = importlib.util.spec_from_file_location("web_app", EXAMPLE)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["web_app"] = module  # where the routes look for the types that they name
    spec.loader.exec_module(module)
    yield module
    del sys.modules["web_app"]


class Client:
    """Sends requests to the application, without a server."""

    def __init__(self, app: object) -> None:
        self._app = app

    def post(self, path: str, **how: Any) -> Any:
        """Return the answer to a request that posts something."""
        return anyio.run(self._send, "POST", path, how)

    def get(self, path: str) -> Any:
        """Return the answer to a request that gets something."""
        return anyio.run(self._send, "GET", path, {})

    async def _send(self, method: str, path: str, how: dict[str, Any]) -> Any:
        transport = httpx.ASGITransport(self._app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
            return await client.request(method, path, **how)


@pytest.fixture
def client(example: ModuleType) -> Client:
    return Client(example.app)


def test_an_invoice_is_answered_with_its_report(client: Client) -> None:
    answer = client.post("/reports", content=WHOLE, params={"file_name": "two_columns.pdf", "lang": "en"})
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
    told = answer.json()
    here = chorus_ocr.scan(WHOLE, file_name="two_columns.pdf", lang="en").to_dict()
    assert told["file"] == "two_columns.pdf"
    assert (told["prefill"], told["fields"]) == (json.loads(json.dumps(here))["prefill"], here["fields"])


def test_the_page_is_served_and_may_run_nothing(client: Client) -> None:
    answer = client.post("/reports", content=WHOLE, headers={"Accept": "text/html,application/xhtml+xml"})
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    report = chorus_ocr.scan(WHOLE)
    assert report.prefill.numero_facture and report.prefill.numero_facture in shown(answer.text)


HOSTILE: dict[str, tuple[bytes, int, str]] = {
    "empty": (b"", 415, "NotAPdf"),
    "a picture": (b"GIF89a", 415, "NotAPdf"),
    "cut off": (WHOLE[: len(WHOLE) // 3], 422, "DamagedDocument"),
    "protected": ((INVOICES / "password.pdf").read_bytes(), 422, "EncryptedDocument"),
    "too large": (WHOLE + b" " * 10 * 1024 * 1024, 413, "LimitExceeded"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_is_no_invoice_has_a_status(client: Client, kind: str) -> None:
    sent, status, title = HOSTILE[kind]
    answer = client.post("/reports", content=sent)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    problem = answer.json()
    assert (problem["title"], problem["status"]) == (title, status) and problem["detail"]


def test_every_error_of_a_file_has_a_status(example: ModuleType) -> None:
    def kinds(kind: type[chorus_ocr.UnreadableDocument]) -> Iterator[type[chorus_ocr.UnreadableDocument]]:
        yield kind
        for each in kind.__subclasses__():
            yield from kinds(each)

    assert set(kinds(chorus_ocr.UnreadableDocument)) <= set(example.STATUSES)


def test_what_is_asked_wrongly_is_refused(client: Client) -> None:
    assert client.post("/reports", content=WHOLE, params={"lang": "de"}).status_code == 422
    assert client.get("/reports").status_code == 405


def test_a_body_is_not_read_further_than_it_may_be_large(example: ModuleType) -> None:
    taken = 0

    async def endless() -> Any:
        nonlocal taken
        while True:
            taken += 1
            yield b" " * 1024 * 1024

    with pytest.raises(chorus_ocr.LimitExceeded):
        anyio.run(example.body, endless(), example.LIMITS)
    assert taken == 11
