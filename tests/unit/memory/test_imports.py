"""What a command does not need it does not import: that is most of its time."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.memory.conftest import Desk

LIBRARIES = frozenset(
    {
        *("click", "lark", "pydantic", "jinja2", "wasmtime", "graphviz", "polib", "persiantools"),
        *("resvg_py", "typst", "starlette", "uvicorn", "watchfiles"),
    }
)


def imported(folder: Path, *arguments: str, cache: str = "off") -> frozenset[str]:
    """The libraries that a command imports, told by the interpreter itself."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "jmap", *arguments],
        cwd=folder, capture_output=True, text=True, check=True, timeout=60,
        env={**os.environ, "JMAP_CACHE": cache},
    )  # fmt: skip
    names = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "jmap" in names
    return LIBRARIES & {name.partition(".")[0] for name in names}


def test_the_version_needs_nothing(tmp_path: Path) -> None:
    assert imported(tmp_path, "--version") == frozenset()


@pytest.mark.parametrize("arguments", [("--help",), ("check", "--help"), ("render", "--help")])
def test_help_needs_only_the_command_line(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert imported(tmp_path, *arguments) == {"click"}


@pytest.mark.parametrize(
    "command",
    [
        ("check",),
        ("gaps",),
        *(("render", "-f", form) for form in ("md", "html", "svg", "dot", "json", "jmap")),
    ],
    ids=" ".join,
)
def test_what_is_recalled_needs_only_the_command_line(desk: Desk, command: tuple[str, ...]) -> None:
    desk.run(*command, "a.jmap")

    assert imported(desk.folder, *command, "a.jmap", cache=str(desk.cache)) == {"click"}


@pytest.mark.parametrize(
    ("command", "needed"),
    [
        (("check",), {"click", "lark", "pydantic"}),
        (("check", "--format", "json"), {"click", "lark", "pydantic"}),
        (("fmt", "--check"), {"click", "lark", "pydantic"}),
        (("gaps",), {"click", "lark", "pydantic"}),
        (("render", "-f", "md"), {"click", "lark", "pydantic"}),
        (("render", "-f", "json"), {"click", "lark", "pydantic"}),
        (("render", "-f", "jmap"), {"click", "lark", "pydantic"}),
        (("render", "-f", "html"), {"click", "lark", "pydantic", "jinja2"}),
        (("render", "-f", "svg", "--engine", "grid"), {"click", "lark", "pydantic"}),
    ],
    ids=lambda part: " ".join(sorted(part)) if isinstance(part, set) else " ".join(part),
)
def test_a_command_imports_what_it_needs(
    desk: Desk, command: tuple[str, ...], needed: set[str]
) -> None:
    assert imported(desk.folder, *command, "a.jmap") == needed
