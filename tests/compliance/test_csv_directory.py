"""A directory out of a CSV file: what it understands, and that every fault is told at once, each with its line."""

import io
import pickle
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chorus_ocr import CsvDirectory, Directory, DirectoryError, Service, Siret, Structure, scan
from fixtures.parties import COURCERON, MEHUNOIS, STATE_SIRET
from rules.checks.bills import LINES, bill, without

HEAD = (
    "siret;designation;active;code_service_doit_etre_renseigne;numero_ej_doit_etre_renseigne;"
    "gestion_numero_ej_ou_code_service;code_service;nom_service;service_actif;numero_engagement"
)
WHOLE = f"""{HEAD}
{COURCERON.siret};Mairie de Courceron;1;0;1;0;TECHNIQUE;Services techniques;1;1
{COURCERON.siret};Mairie de Courceron;1;0;1;0;ECOLES;Écoles;0;0
{MEHUNOIS.siret};Pays Mehunois;0;1;0;1;;;;
"""
BODIES = {
    COURCERON.siret: Structure(
        siret=Siret(COURCERON.siret),
        designation="Mairie de Courceron",
        numero_ej_doit_etre_renseigne=True,
        services=(
            Service(code="TECHNIQUE", nom="Services techniques", numero_engagement=True),
            Service(code="ECOLES", nom="Écoles", actif=False),
        ),
    ),
    MEHUNOIS.siret: Structure(
        siret=Siret(MEHUNOIS.siret),
        designation="Pays Mehunois",
        active=False,
        code_service_doit_etre_renseigne=True,
        gestion_numero_ej_ou_code_service=True,
    ),
}


def faults(text: str) -> tuple[str, ...]:
    with pytest.raises(DirectoryError) as caught:
        CsvDirectory.from_text(text)
    assert caught.value.source == "<directory>"
    return caught.value.faults


def test_a_row_is_a_service_and_its_body() -> None:
    directory = CsvDirectory.from_text(WHOLE)
    assert isinstance(directory, Directory) and len(directory) == 2
    assert {each.siret: each for each in directory.structures} == BODIES
    assert all(directory.lookup(Siret(siret)) == body for siret, body in BODIES.items())
    assert directory.lookup(Siret(STATE_SIRET)) is None
    assert CsvDirectory().lookup(Siret(STATE_SIRET)) is None


@pytest.mark.parametrize(
    "text",
    [
        WHOLE.replace(";", ","),
        WHOLE.replace("\n", "\r\n"),
        WHOLE.replace("\n", "\r"),
        "\ufeff" + WHOLE,
        WHOLE.replace("\n", "\n\n"),
        WHOLE.replace("\n", "\n;;;;;;;;;\n"),
        WHOLE.replace("Mairie de Courceron", '"Mairie de Courceron"'),
        WHOLE.replace(";1;0;1;0;TECH", "; oui ;NON;True;false;TECH"),
        WHOLE.replace("siret;designation", " SIRET ; Designation "),
        WHOLE.replace(MEHUNOIS.siret, f"{MEHUNOIS.siret[:9]} {MEHUNOIS.siret[9:]}"),
        WHOLE.replace("Mairie de Courceron;1;0;1;0;ECOLES", ";;;;;ECOLES"),
    ],
)
def test_the_same_directory_is_written_in_many_ways(text: str) -> None:
    assert CsvDirectory.from_text(text) == CsvDirectory.from_text(WHOLE)


def test_a_line_break_inside_quotes_is_no_row() -> None:
    text = WHOLE.replace("Pays Mehunois", '"Pays\nMehunois"') + "x"
    [fault] = faults(text)
    assert fault == "line 6: 1 cells under 10 columns"


def test_all_columns_but_one_may_be_left_out() -> None:
    [body] = CsvDirectory.from_text(f"siret\n{COURCERON.siret}\n").structures
    assert body == Structure(siret=Siret(COURCERON.siret))
    [body] = CsvDirectory.from_text(f"code_service,siret\nA1,{COURCERON.siret}").structures
    assert body.services == (Service(code="A1"),)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_path_bytes_or_text_may_be_open(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "annuaire.csv"
    path.write_bytes(WHOLE.encode(encoding))
    expected = CsvDirectory.from_text(WHOLE)
    assert CsvDirectory.read(path) == CsvDirectory.read(str(path)) == expected
    assert CsvDirectory.read(io.StringIO(WHOLE)) == CsvDirectory.read(io.BytesIO(WHOLE.encode(encoding))) == expected
    with path.open("rb") as binary, path.open(encoding="utf-8") as text:
        assert CsvDirectory.read(binary) == CsvDirectory.read(text) == expected


def test_every_fault_is_told_at_once() -> None:
    wrong = COURCERON.siret[:-1] + str((int(COURCERON.siret[-1]) + 1) % 10)
    text = f"""siret;designation;numero_ej_doit_etre_renseignee;numero_ej_doit_etre_renseigne;code_service;nom_service
{wrong};Courceron;;1;A1;
1.10002E+13;Courceron;;1;A1;
;Courceron;;1;A1;
{COURCERON.siret};Courceron;;peut-être;A1;
{COURCERON.siret};Courceron;;1;a1;
{COURCERON.siret};Corceron;;;A2;
{COURCERON.siret};;;;;Voirie
{COURCERON.siret};;;
"""
    assert faults(text) == (
        "line 1: unknown column 'numero_ej_doit_etre_renseignee'; did you mean 'numero_ej_doit_etre_renseigne'?",
        f"line 2: siret '{wrong}': its check digit is wrong",
        "line 3: siret '1.10002E+13': not 14 digits",
        "line 4: no siret",
        "line 5: numero_ej_doit_etre_renseigne 'peut-être': none of 1, true, oui, 0, false, non",
        f"line 6: code_service 'a1' of {COURCERON.siret} stands on an earlier line",
        f"line 7: designation of {COURCERON.siret} is not what an earlier line says",
        "line 8: no code_service, but other cells of a service",
        "line 9: 4 cells under 6 columns",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ("line 1: the file is empty",)),
        ("\ufeff\n \n", ("line 1: the file is empty",)),
        ("designation\nCourceron\n", ("line 1: no column 'siret'",)),
        ("siret;siret\n", ("line 1: 2 columns 'siret'",)),
        (f'siret\n"{COURCERON.siret}"0\n', ("line 2: not CSV: ',' expected after '\"'",)),
        (f'siret\n"{COURCERON.siret}\n', ("line 2: not CSV: unexpected end of data",)),
    ],
)
def test_what_is_no_directory_is_told(text: str, expected: tuple[str, ...]) -> None:
    assert faults(text) == expected


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    latin = tmp_path / "latin.csv"
    latin.write_bytes(WHOLE.encode("latin-1"))
    with pytest.raises(DirectoryError, match="line 3: not UTF-8") as caught:
        CsvDirectory.read(latin)
    assert caught.value.source == str(latin)
    with latin.open(encoding="utf-8") as text, pytest.raises(DirectoryError, match=r"latin\.csv: not utf-8"):
        CsvDirectory.read(text)
    with pytest.raises(DirectoryError, match="cannot be read: No such file"):
        CsvDirectory.read(tmp_path / "none.csv")
    with pytest.raises(DirectoryError, match="cannot be read"):
        CsvDirectory.read(tmp_path)
    with pytest.raises(DirectoryError, match="cannot be read"):
        CsvDirectory.read("annuaire\0.csv")
    with pytest.raises(TypeError, match="a path or an open file, not bytes"):
        CsvDirectory.read(WHOLE.encode())  # type: ignore[arg-type]


_CELL = st.sampled_from(
    ("", "siret", "code_service", "oui", "2", "A1", COURCERON.siret, MEHUNOIS.siret, '"', '"a"', "\0", " ")
)
_SHEET = st.lists(st.lists(_CELL, max_size=4).map(";".join), max_size=6).map("\n".join)


@settings(derandomize=True)
@given(text=st.text() | _SHEET | _SHEET.map(lambda rest: f"siret;code_service;active\n{rest}"))
def test_any_text_is_a_directory_or_a_list_of_faults(text: str) -> None:
    for source in (io.StringIO(text), io.BytesIO(text.encode("utf-8", "surrogatepass"))):
        try:
            directory = CsvDirectory.read(source)
        except DirectoryError as error:
            assert error.faults and all(re.match(r"line \d+: ", fault) for fault in error.faults)
        else:
            assert all(directory.lookup(each.siret) is each for each in directory.structures)


def test_a_search_takes_six_digits() -> None:
    directory = CsvDirectory.from_text(WHOLE)
    prefixes = [COURCERON.siret[:length] for length in range(15)]
    assert [len(directory.search(prefix)) for prefix in prefixes] == [0] * 6 + [1] * 9
    assert directory.search(f"{MEHUNOIS.siret[:3]} {MEHUNOIS.siret[3:6]}") == (BODIES[MEHUNOIS.siret],)
    assert directory.search("Courceron") == directory.search("000000") == ()


def test_a_search_is_sorted_and_whole() -> None:
    sirets = [f"110002011{number:05}" for number in (44, 200, 9, 510)]
    directory = CsvDirectory(tuple(Structure(siret=Siret(siret)) for siret in sirets))
    assert [each.siret for each in directory.search("110002")] == sorted(sirets)
    assert [each.siret for each in directory.search("11000201100")] == sorted(sirets)
    assert [each.siret for each in directory.search("110002011005")] == ["11000201100510"]


def test_the_order_of_the_rows_of_bodies_does_not_count() -> None:
    head, *rows = WHOLE.splitlines()
    assert CsvDirectory.from_text("\n".join([head, *rows[2:], *rows[:2]])) == CsvDirectory.from_text(WHOLE)


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_it_travels_between_processes(protocol: int) -> None:
    directory = CsvDirectory.from_text(WHOLE)
    assert pickle.loads(pickle.dumps(directory, protocol)) == directory
    assert hash(directory) == hash(CsvDirectory.from_text(WHOLE))


def test_it_tells_a_scan_what_the_recipient_asks_for() -> None:
    report = scan(bill(without(LINES, "engagement")), directory=CsvDirectory.from_text(WHOLE))
    assert "REF02" in [each.code for each in report.warnings]
    assert "REF02" not in report.not_run
