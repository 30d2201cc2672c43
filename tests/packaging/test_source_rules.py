"""Rules for the code of the package that the linter cannot state."""

import ast
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
MODULES = sorted((PROJECT / "jmap").rglob("*.py"))

BANNED_METHODS = {
    "splitlines": "it also breaks lines at U+2028, U+0085 and form feed",
    "isdigit": "it is true of superscripts, which int() refuses",
}
BANNED_MODULES = {"pickle": "unpickling runs code", "marshal": "a bad file crashes the interpreter"}


def offences(code: str) -> list[str]:
    """What a module does that no module may do, one "line: what" each."""
    return [offence for node in ast.walk(ast.parse(code)) for offence in _offences_of(node)]


def _offences_of(node: ast.AST) -> list[str]:
    match node:
        case ast.Attribute(attr=name, lineno=line) if name in BANNED_METHODS:
            return [f"{line}: .{name}: {BANNED_METHODS[name]}"]
        case ast.Import(names=aliases, lineno=line):
            names = [alias.name.split(".")[0] for alias in aliases]
        case ast.ImportFrom(module=str(module), lineno=line):
            names = [module.split(".")[0]]
        case _:
            return []
    return [f"{line}: {name}: {BANNED_MODULES[name]}" for name in names if name in BANNED_MODULES]


@pytest.mark.parametrize("module", MODULES, ids=lambda p: p.relative_to(PROJECT).as_posix())
def test_module_keeps_the_rules(module: Path) -> None:
    assert offences(module.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "code",
    [
        "text.splitlines()",
        "list(map(str.isdigit, text))",
        "import pickle",
        "import os, pickle as p",
        "from pickle import loads",
        "def f():\n    import marshal",
    ],
)
def test_an_offence_is_found(code: str) -> None:
    assert len(offences(code)) == 1


def test_a_mention_is_no_offence() -> None:
    assert offences('"""Never text.splitlines() or import pickle."""\n') == []
