"""What is shipped: the sdist, and the wheel that is built from it rather than from the tree."""

import configparser
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]


def build(what: str, source: Path, into: Path) -> Path:
    command = [sys.executable, "-m", "build", "--no-isolation", f"--{what}", "--outdir", str(into)]
    done = subprocess.run([*command, str(source)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    [made] = into.iterdir()
    return made


def tree(*folders: str) -> dict[str, bytes]:
    """The files that a person wrote in these folders, by their path in the project."""
    files = (p for folder in folders for p in (PROJECT / folder).rglob("*") if p.is_file())
    kept = (p for p in files if "__pycache__" not in p.parts and p.suffix != ".pyc")
    return {p.relative_to(PROJECT).as_posix(): p.read_bytes() for p in kept}


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("sdist", PROJECT, tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module")
def unpacked(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    [root] = folder.iterdir()
    return root


@pytest.fixture(scope="module")
def wheel(unpacked: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", unpacked, tmp_path_factory.mktemp("wheel"))


def contents(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("name", ["LICENSE", "CHANGELOG.md", "Makefile", "pyproject.toml"])
def test_sdist_holds_the_root_files(unpacked: Path, name: str) -> None:
    assert (unpacked / name).read_bytes() == (PROJECT / name).read_bytes()


def test_sdist_holds_the_sources(unpacked: Path) -> None:
    for name, data in tree("jmap", "grammar/keywords", "tests/packaging", "examples").items():
        assert (unpacked / name).read_bytes() == data, name


def test_wheel_is_the_package_and_its_grammar(wheel: Path) -> None:
    expected = tree("jmap", "grammar/keywords")
    for name in ("grammar/jmap.lark", "grammar/jmap.tables.json"):
        expected[name] = (PROJECT / name).read_bytes()
    moved = {
        name if name.startswith("jmap/") else f"jmap/{name}": data
        for name, data in expected.items()
    }

    shipped = {name: data for name, data in contents(wheel).items() if ".dist-info/" not in name}

    assert sorted(shipped) == sorted(moved)
    assert shipped == moved


@pytest.mark.parametrize(
    "name", ["jmap/py.typed", "jmap/grammar/jmap.lark", "jmap/grammar/jmap.tables.json"]
)
def test_wheel_holds_what_the_package_reads(wheel: Path, name: str) -> None:
    assert name in contents(wheel)


def test_wheel_carries_its_licences_and_commands(wheel: Path) -> None:
    files = {name.partition(".dist-info/")[2]: data for name, data in contents(wheel).items()}

    assert b"Apache License" in files["licenses/LICENSE"]
    assert b"SIL OPEN FONT LICENSE" in files["licenses/jmap/paint/font/OFL.txt"]
    commands = configparser.ConfigParser()
    commands.read_string(files["entry_points.txt"].decode())
    assert dict(commands["console_scripts"]) == {
        "jmap": "jmap.cli:main",
        "journeymap": "jmap.cli:main",
    }


def test_wheel_has_the_same_bytes_each_time(wheel: Path, unpacked: Path, tmp_path: Path) -> None:
    assert build("wheel", unpacked, tmp_path).read_bytes() == wheel.read_bytes()
