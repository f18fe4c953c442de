"""A folder of PDF invoices, scanned on a Dask cluster into one Parquet table: one row a file, failures included.

    python docs/examples/dask_folder.py FOLDER TABLE.parquet

Needs the packages of the extra « dask »: ``pip install 'chorus-ocr[dask]'``. Any other scheduler does as well: a scan
is one function call, and what it takes, returns and raises can be pickled.
"""

import sys
from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from distributed import Client, Future, LocalCluster, wait

import chorus_ocr
from chorus_ocr import LigneTva, Prefill

# 1. One file, one row. This runs on the workers.


def row_of(path: str, today: date | None) -> dict[str, Any]:
    """Return the row of one PDF: the form's fields, what blocks its deposit, or why it could not be read."""
    try:
        report = chorus_ocr.scan(path, today=today)
    except chorus_ocr.UnreadableDocument as error:
        return {"error": type(error).__name__, "cause": error.cause}
    form = {each.name: plain(getattr(report.prefill, each.name)) for each in fields(Prefill)}
    return form | {
        "blocking": report.blocking,
        "warnings": [warning.code for warning in report.warnings],
        "rules": report.rules.fingerprint,  # which words and rules made this row
    }


def plain(value: object) -> object:
    """Return a value of the form as a column takes it: codes as text; amounts and dates stay what they are."""
    if isinstance(value, tuple):
        return [{"taux": line.taux, "base_ht": line.base_ht, "montant": line.montant} for line in value]
    return str(value) if isinstance(value, str) else value


# 2. The table: its columns are the form's, so that it is the same whatever the files hold.

AMOUNT = pa.decimal128(38, 10)
"""Amounts are exact. Never floats: 0.1 + 0.2 is no total."""

COLUMN_TYPES: dict[object, pa.DataType] = {
    Decimal | None: AMOUNT,
    date | None: pa.date32(),
    tuple[LigneTva, ...] | None: pa.list_(
        pa.struct([("taux", AMOUNT), ("base_ht", AMOUNT), ("montant", AMOUNT)]),
    ),
}
"""What is none of these is text."""

SCHEMA = pa.schema(
    [
        pa.field("file", pa.string(), nullable=False),
        pa.field("error", pa.string()),
        pa.field("cause", pa.string()),
        *(pa.field(each.name, COLUMN_TYPES.get(each.type, pa.string())) for each in fields(Prefill)),
        pa.field("blocking", pa.bool_()),
        pa.field("warnings", pa.list_(pa.string())),
        pa.field("rules", pa.string()),
    ]
)


# 3. A folder on a cluster. Dask hands files to whichever worker is free; the rows stand in the order of the names.


def scan_folder(folder: Path, table: Path, client: Client, *, today: date | None = None) -> int:
    """Scan every PDF under a folder on a cluster, write the table and return the number of rows.

    ``today``: the day to compare the dates of the invoices with; without it, checks of dates do not run.
    """
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() == ".pdf")
    # pure=False: Dask would else take a file for unchanged because its name is.
    tasks = client.map(row_of, [str(path) for path in paths], today=today, pure=False)
    wait(tasks)
    rows = [
        {"file": path.relative_to(folder).as_posix()} | row_of_task(task)
        for path, task in zip(paths, tasks, strict=True)
    ]
    pq.write_table(pa.Table.from_pylist(rows, schema=SCHEMA), table)
    return len(rows)


def row_of_task(task: Future) -> dict[str, Any]:
    """Return the row that a worker made, or that of a failure of its own: a worker that died, for instance."""
    error = task.exception()
    return task.result() if error is None else {"error": type(error).__name__, "cause": str(error)}


def main(arguments: Sequence[str]) -> None:
    """Scan a folder on all the processors of this machine."""
    folder, table = map(Path, arguments)
    # One thread a worker: PDFium reads one document at a time in a process, so processes are what makes it faster.
    with LocalCluster(threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster) as client:
        count = scan_folder(folder, table, client, today=date.today())  # noqa: DTZ011 - the depositor's own day
    print(f"{count} files -> {table}")


if __name__ == "__main__":  # the workers import this file, too
    main(sys.argv[1:])
