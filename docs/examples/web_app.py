"""A web service that takes invoices from anybody, and says what Chorus Pro would make of them: as JSON, as a page.

    uvicorn --app-dir docs/examples web_app:app
    curl --data-binary @facture.pdf 'http://127.0.0.1:8000/reports?file_name=facture.pdf'
    curl --data-binary @facture.pdf -H 'Accept: text/html' http://127.0.0.1:8000/reports > report.html

Needs the packages of the extra « web »: ``pip install 'chorus-ocr[web]'``.

The file is the body of the request, which is measured while it arrives: a form with several parts would be written to
the disk before anybody has looked at it.
"""

import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Annotated

import anyio
from fastapi import FastAPI, Header, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

import chorus_ocr
from chorus_ocr import Lang, Limits, Report

LIMITS = Limits(bytes=10 * 1024 * 1024, pages=200, seconds=10, memory=512 * 1024 * 1024)
"""Chorus Pro takes 10 Mo a file. Whatever is over one of these is refused, however it was made."""

AT_ONCE = anyio.CapacityLimiter(2)
"""So many files are read at a time, each by a process of its own; others wait."""

STATUSES = {
    chorus_ocr.LimitExceeded: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    chorus_ocr.NotAPdf: HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    chorus_ocr.EncryptedDocument: HTTPStatus.UNPROCESSABLE_ENTITY,
    chorus_ocr.DamagedDocument: HTTPStatus.UNPROCESSABLE_ENTITY,
    chorus_ocr.UnreadableDocument: HTTPStatus.UNPROCESSABLE_ENTITY,
    chorus_ocr.IsolationError: HTTPStatus.SERVICE_UNAVAILABLE,
}
"""What each error is to whoever sent the file: the first five are about the file, the last about this machine."""

SHUT = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'", "X-Content-Type-Options": "nosniff"}
"""The page holds what strangers wrote: it is escaped, and a browser is told to run and to fetch nothing."""

app = FastAPI(title="Chorus Pro, before the deposit")
log = logging.getLogger(__name__)


@app.exception_handler(chorus_ocr.ChorusOcrError)
async def tell(request: Request, error: chorus_ocr.ChorusOcrError) -> JSONResponse:
    """Answer with what is wrong with the file, as RFC 9457 has it. Anything else is a fault: status 500."""
    status = STATUSES.get(type(error), HTTPStatus.INTERNAL_SERVER_ERROR)
    problem = {"type": "about:blank", "title": type(error).__name__, "status": status.value}
    if isinstance(error, chorus_ocr.UnreadableDocument):
        problem["detail"] = error.cause
    else:
        log.error("no answer to %s", request.url.path, exc_info=error)
    return JSONResponse(problem, status, media_type="application/problem+json")


@app.post("/reports", response_class=JSONResponse)
async def report(
    request: Request,
    file_name: Annotated[str | None, Query(max_length=255)] = None,
    lang: Lang = Lang.FR,
    accept: Annotated[str, Header()] = "application/json",
) -> Response:
    """Return the report on the PDF that is the body of the request."""
    pdf = await body(request.stream(), LIMITS)
    found = await anyio.to_thread.run_sync(scan, pdf, file_name, lang, limiter=AT_ONCE)
    if "text/html" in accept:
        return HTMLResponse(found.to_html(), headers=SHUT)
    return Response(found.to_json(), media_type="application/json")


async def body(chunks: AsyncIterator[bytes], limits: Limits) -> bytes:
    """Return the body of a request; it is not read further than a file may be large."""
    pdf = bytearray()
    async for chunk in chunks:
        pdf += chunk
        limits.check("bytes", len(pdf), "<upload>")
    return bytes(pdf)


def scan(pdf: bytes, file_name: str | None, lang: Lang) -> Report:
    """Read the file in a process of its own. The library knows no clock: what day it is, the application says."""
    today = datetime.now(UTC).date()
    return chorus_ocr.scan(pdf, file_name=file_name, lang=lang, today=today, limits=LIMITS, isolated=True)
