"""What a forge runs and what tells who we are: held to pyproject.toml, the README, the changelog and the version."""

import ast
import importlib.util
import re
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

import chorus_ocr
from chorus_ocr import CHORUS_PRO
from test_layers import ROOT, pyproject

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
PINNED = re.compile(r"uses: [\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def loaded(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def workflow(name: str) -> Any:
    return loaded(f".github/workflows/{name}.yml")


def commands(job: Any) -> list[str]:
    return [step["run"].strip() for step in job["steps"] if "run" in step]


def script(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def shell_block(page: str, after: str) -> str:
    found = re.search(rf"{after}.*?```sh\n(.+?)\n```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    return found[1]


# Workflows


def test_the_workflows_are_there() -> None:
    assert [path.stem for path in WORKFLOWS] == ["release", "tests"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_action_is_pinned_by_its_commit(path: Path) -> None:
    used = [line.strip().removeprefix("- ") for line in path.read_text("utf-8").splitlines() if "uses:" in line]
    assert used
    assert [line for line in used if not PINNED.fullmatch(line)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_may_read_and_has_an_end(path: Path) -> None:
    told = workflow(path.stem)
    assert told["permissions"] == {"contents": "read"}
    assert all(0 < job["timeout-minutes"] <= 60 for job in told["jobs"].values())
    assert "secrets." not in path.read_text(encoding="utf-8")


def test_every_python_that_we_name_is_tested() -> None:
    named = [each.rpartition(" ")[2] for each in pyproject()["project"]["classifiers"] if "Python :: 3." in each]
    assert workflow("tests")["jobs"]["tests"]["strategy"]["matrix"]["python"] == named
    assert pyproject()["project"]["requires-python"] == f">={named[0]}"
    assert pyproject()["tool"]["ruff"]["target-version"] == "py" + named[0].replace(".", "")


def test_the_forge_runs_the_commands_of_the_pages() -> None:
    jobs = workflow("tests")["jobs"]
    of_the_readme = shell_block("README.md", "<!-- the test command -->")
    plain, windows = commands(jobs["tests"])
    assert plain == of_the_readme == shell_block("CONTRIBUTING.md", "One command")
    assert windows == of_the_readme.replace("python3", "python").replace(".venv/bin/", ".venv/Scripts/")
    assert commands(jobs["everything"]) == [".ci/run"]
    assert commands(jobs["wheel"]) == ["python .ci/wheel.py -n auto"]
    assert (ROOT / ".ci" / "run").stat().st_size and (ROOT / ".ci" / "wheel.py").stat().st_size


def test_a_release_is_built_once_tested_and_published_without_a_token() -> None:
    told = workflow("release")
    build, publish = told["jobs"]["build"], told["jobs"]["publish"]
    assert told[True] == {"push": {"tags": ["v*"]}}  # YAML takes the key « on » for a truth value
    assert [run for run in commands(build) if " build " in run] == ["python -m hatchling build --directory dist"]
    assert "python .ci/wheel.py --wheel dist -n auto" in commands(build)
    assert commands(publish) == [] and publish["needs"] == "build"
    assert publish["permissions"] == {"id-token": "write"} and "permissions" not in build
    used = [step["uses"].partition("@")[0] for step in publish["steps"]]
    assert used == ["actions/download-artifact", "pypa/gh-action-pypi-publish"]
    assert publish["steps"][1]["with"] == {"attestations": True}


# What is run before a commit, and by hand


def test_the_hooks_are_tools_of_the_environment() -> None:
    [repository] = loaded(".pre-commit-config.yaml")["repos"]
    assert repository["repo"] == "local"
    dev = {re.split(r"[>=<\[]", each)[0] for each in pyproject()["project"]["optional-dependencies"]["dev"]}
    for hook in repository["hooks"]:
        assert hook["language"] == "system"
        words: list[str] = [*hook["entry"].split(), ""]
        program, flag, tool = words[:3]
        assert program == "python"
        assert (flag == "-m" and tool in dev) or (ROOT / flag).is_file(), hook["id"]


def test_text_files_are_plain(tmp_path: Path) -> None:
    faults = script(ROOT / ".ci" / "plain_files.py").faults
    for name, text, fault in (
        ("good.yaml", "a: 1\n", ""),
        ("tag.yaml", "a: !!python/name:ours.slug {}\n", ""),
        ("bad.yaml", "a: [1\n", "flow sequence"),
        ("bad.toml", "a =\n", "Invalid value"),
        ("bad.json", "{\n", "Expecting"),
        ("open.md", "one line", "ends in one line end"),
        ("twice.md", "one line\n\n", "ends in one line end"),
        ("space.md", "one \nline\n", "line 1 ends in a space"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
        told = list(faults(tmp_path / name))
        assert (len(told) == 1 and fault in told[0]) if fault else told == []


def test_one_command_writes_all_that_is_made_of_others() -> None:
    named = script(ROOT / ".ci" / "make.py").SCRIPTS
    pages = {f"docs/{path.name}" for path in (ROOT / "docs").glob("make_*.py") if "__main__" in path.read_text("utf-8")}
    assert set(named) == {"tests/fixtures/make_invoices.py", *pages}


def test_what_looks_at_the_sources_is_left_out_with_them() -> None:
    left_out = script(ROOT / ".ci" / "wheel.py").ABOUT_THE_SOURCES
    sources = re.compile(r'ROOT / "src"|"mypy"|\(\?:src\|')
    looking = {
        f"tests/{path.name}"
        for path in (ROOT / "tests").glob("test_*.py")
        if sources.search(path.read_text(encoding="utf-8")) and path.name != Path(__file__).name
    }
    assert looking == set(left_out)


# The changelog and the citation


def test_the_changelog_has_the_form_that_it_names() -> None:
    heads = re.findall(r"^## (.+)$", CHANGELOG, re.MULTILINE)
    assert heads[0] == "[Unreleased]"
    released = [re.fullmatch(r"\[(\d+\.\d+\.\d+)\] - (\d{4}-\d\d-\d\d)", head) for head in heads[1:]]
    assert all(released)
    days = [date.fromisoformat(each[2]) for each in released if each]
    assert days == sorted(days, reverse=True)
    kinds = set(re.findall(r"^### (.+)$", CHANGELOG, re.MULTILINE))
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_a_new_check_is_named_by_the_command_and_what_stands_is_kept() -> None:
    with_new_checks = script(ROOT / "docs" / "make_changelog.py").with_new_checks
    checks = CHORUS_PRO.checks[:3]
    first, second, third = (f"  - `{each.code}` {each.slug} ({each.severity})" for each in checks)
    whole = f"# Changelog\n\n## [Unreleased]\n\n### Added\n\n- A thing.\n- The checks:\n{first}\n{second}\n{third}\n"
    assert with_new_checks(whole, checks) == whole
    assert with_new_checks(whole.replace(f"{second}\n", ""), checks) == whole
    assert with_new_checks(whole.replace(f"{third}\n", "  - `DOC99` gone (info)\n"), checks).count("DOC99") == 1
    older = whole.partition("## [Unreleased]\n")[2].replace(f"{third}\n", "")
    released = f"## [0.1.0] - 2026-12-01\n{older}"
    new = f"## [Unreleased]\n\n### Added\n\n- The checks:\n{third}\n\n"
    assert with_new_checks(f"# Changelog\n\n## [Unreleased]\n\n{released}", checks) == f"# Changelog\n\n{new}{released}"
    with pytest.raises(ValueError, match="no section"):
        with_new_checks("# Changelog\n", checks)


def test_the_pages_use_no_name_of_a_package_that_it_does_not_list() -> None:
    packages = {name: importlib.import_module(name) for name in public_packages()}
    used: set[tuple[str, str]] = set()
    for page in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md"), *(ROOT / "docs").rglob("*.ipynb")]:
        text = page.read_text(encoding="utf-8")
        for package, names in re.findall(r"from (chorus_ocr[\w.]*) import ([\w, ]+)", text):
            used |= {(package, name.split(" as ")[0].strip()) for name in names.split(",")}
        used |= {("chorus_ocr", name) for name in re.findall(r"\bchorus_ocr\.([a-z]\w+|[A-Z]\w+)\(", text)}
    assert ("chorus_ocr", "scan") in used and ("chorus_ocr.testing", "assert_chorus_readable") in used
    known = {(name, each) for name, package in packages.items() for each in package.__all__}
    assert sorted(each for each in used - known if each[0] in packages) == []


def test_no_check_takes_a_code_of_the_applications() -> None:
    assert [check.code for check in CHORUS_PRO.checks if int(re.sub(r"\D", "", check.code)) >= 90] == []


def test_every_slug_is_plain() -> None:
    assert [check.slug for check in CHORUS_PRO.checks if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", check.slug)] == []


def test_the_citation_is_that_of_this_version() -> None:
    citation, project = loaded("CITATION.cff"), pyproject()["project"]
    assert citation.keys() >= {"cff-version", "message", "title", "authors"}  # what the format demands
    assert citation["cff-version"] == "1.2.0" and citation["type"] == "software"
    assert citation["version"] == chorus_ocr.__version__
    assert citation["license"] == project["license"]
    assert citation["authors"] == project["authors"] and citation["keywords"] == project["keywords"]
    released = re.search(rf"^## \[{re.escape(chorus_ocr.__version__)}\] - (\S+)$", CHANGELOG, re.MULTILINE)
    assert str(citation.get("date-released")) == (released[1] if released else "None")


# Public names


def as_sorted_by_ruff(name: str) -> tuple[bool, bool, str]:
    """Constants first, then classes, then the rest."""
    return not name.isupper(), not name[0].isupper(), name


def public_packages() -> list[str]:
    """Return the packages that name what they give."""
    package = Path(str(chorus_ocr.__file__)).parent
    return [
        ".".join(path.relative_to(package.parent).parent.parts)
        for path in sorted(package.rglob("__init__.py"))
        if "__all__" in path.read_text(encoding="utf-8")
    ]


@pytest.mark.parametrize("name", public_packages())
def test_the_public_names_of_a_package_are_sorted_complete_and_there(name: str) -> None:
    package = importlib.import_module(name)
    assert list(package.__all__) == sorted(set(package.__all__), key=as_sorted_by_ruff)
    assert [each for each in package.__all__ if not hasattr(package, each)] == []
    tree = ast.parse(Path(str(package.__file__)).read_text(encoding="utf-8"))
    imported = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("chorus_ocr")
        for alias in node.names
    }
    defined = {node.name for node in tree.body if isinstance(node, ast.ClassDef | ast.FunctionDef)}
    private = {each for each in imported | defined if each.startswith("_")}
    assert [each for each in sorted(defined - private) if each not in package.__all__] == []
