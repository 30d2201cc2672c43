"""The same maps give the same bytes, whatever surrounds the process that draws them."""

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from jmap.pictures import VIEWS
from tests.unit.determinism.renders import FORMS, PRINTING

ROOT = Path(__file__).parents[3]
SCRIPT = Path(__file__).with_name("renders.py")
BROKEN = "persona dana { agee 29 }\njourney j { owner nobody; for missing }\n"


@dataclass(frozen=True, slots=True)
class Surrounding:
    """What may differ between two runs."""

    name: str
    environment: dict[str, str] = field(default_factory=dict)
    below: str = "."
    """The working directory, seen from the folder of the maps."""
    umask: int = 0o022
    absolute: bool = False
    """Whether the maps are named by absolute paths."""


_AWAY = {"HOME": "/dev/null", "XDG_CACHE_HOME": "/dev/null/cache"}

SURROUNDINGS = (
    Surrounding("plain", {"PYTHONHASHSEED": "0"}),
    Surrounding(
        "hashing",
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Asia/Tehran", "JMAP_SHUFFLE": "a"},
    ),
    Surrounding(
        "locale",
        {"PYTHONHASHSEED": "42", "LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"},
        umask=0o077,
    ),
    Surrounding(
        "chance",
        {"PYTHONHASHSEED": "random", "LC_ALL": "fa_IR.UTF-8", "COLUMNS": "20", "LINES": "5"},
        below="deep",
    ),
    Surrounding(
        "clock",
        {"PYTHONHASHSEED": "random", "SOURCE_DATE_EPOCH": "1", "TZ": "America/St_Johns"},
        below="..",
        umask=0o000,
    ),
    Surrounding(
        "nowhere to write",
        {**_AWAY, "PYTHONHASHSEED": "random", "JMAP_SHUFFLE": "b", "COLUMNS": "400"},
    ),
    Surrounding(
        "encoding",
        {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "POSIX", "LANG": "tr_TR"},
    ),
    Surrounding(
        "optimised", {"PYTHONOPTIMIZE": "2", "PYTHONDONTWRITEBYTECODE": "1", "LANGUAGE": "de"}
    ),
    Surrounding("absolute", absolute=True),
    Surrounding("remembering", {"JMAP_CACHE": ""}),
    Surrounding("recalled", {"JMAP_CACHE": ""}),
)
PLAIN, *OTHERS = SURROUNDINGS

Outputs = dict[str, bytes]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose `maps` are the examples."""
    place = tmp_path_factory.mktemp("place")
    shutil.copytree(ROOT / "examples", place / "maps")
    (place / "maps/deep").mkdir()
    (place / "maps/deep/broken.jmap").write_text(BROKEN)
    return place


@pytest.fixture(scope="module")
def made(place: Path) -> dict[str, Outputs]:
    """The outputs in every surrounding, by its name; three processes at a time."""
    *alone, recalled = SURROUNDINGS
    with ThreadPoolExecutor(3) as pool:
        outputs = dict(zip((one.name for one in alone), pool.map(
            lambda one: outputs_in(one, place), alone), strict=True))  # fmt: skip
    # It recalls what the one before it has kept.
    return {**outputs, recalled.name: outputs_in(recalled, place)}


def outputs_in(surrounding: Surrounding, place: Path) -> Outputs:
    """All outputs of one process, by their path below its folder."""
    remembers = "JMAP_CACHE" in surrounding.environment
    folder = place / "out" / ("remembered" if remembers else surrounding.name)
    folder.mkdir(parents=True, exist_ok=True)
    cache = str(place / "cache") if remembers else "off"
    maps = place / "maps"
    cwd = maps / surrounding.below
    absolute = sorted(str(path) for path in maps.iterdir() if path.name != "deep")
    paths = [str(maps / "deep/broken.jmap"), *absolute]
    if not surrounding.absolute:
        paths = [os.path.relpath(path, cwd) for path in paths]
    inherited = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    done = subprocess.run(
        [sys.executable, str(SCRIPT), str(folder), *paths],
        cwd=cwd, capture_output=True, text=True, check=False, umask=surrounding.umask, timeout=400,
        env={**inherited, "PYTHONPATH": str(ROOT), **surrounding.environment, "JMAP_CACHE": cache},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_every_output_is_made(made: dict[str, Outputs]) -> None:
    names = set(made[PLAIN.name])

    assert {f"{name}.printed" for name, *_ in PRINTING} <= names
    for stem in ("minimal", "fridge-repair/fridge", "home-internet/internet"):
        wanted = {f"{stem}.{form}" for form in FORMS}
        found = {name for name in names if Path(stem).name == Path(name).stem}
        assert {Path(name).name for name in wanted} == {Path(name).name for name in found}
    assert all(made[PLAIN.name][name] for name in names if "check-text" not in name)


@pytest.mark.parametrize("surrounding", OTHERS, ids=lambda one: one.name)
def test_the_bytes_are_the_same(made: dict[str, Outputs], surrounding: Surrounding) -> None:
    plain, other = made[PLAIN.name], made[surrounding.name]
    shown = {"check-json.printed", "check-text.printed"} if surrounding.below != "." else set()

    assert set(other) == set(plain)
    assert [
        name for name in sorted(plain) if other[name] != plain[name] and name not in shown
    ] == []


def test_no_document_names_a_place_of_the_machine(made: dict[str, Outputs], place: Path) -> None:
    names = [str(place).encode(), str(ROOT).encode(), str(Path.home()).encode() + b"/"]
    documents = [
        name
        for outputs in made.values()
        for name, content in outputs.items()
        if not name.endswith(".printed") and any(path in content for path in names)
    ]
    assert documents == []


def test_recalled_outputs_were_recalled(made: dict[str, Outputs], place: Path) -> None:
    assert made["recalled"] == made["remembering"]
    # One entry for all documents, one for each view, one for each thing printed. The comparison
    # passed files over and said so: that is said again.
    kept = 1 + len(VIEWS) - 1 + len(PRINTING)
    assert len(list((place / "cache").glob("*.json"))) == kept
