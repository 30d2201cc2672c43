"""Golden files: what a test expects, kept as files under tests/golden and found by folder.

A case is a folder. A test either runs once for each folder that lies there:

    @pytest.mark.golden("format")
    def test_format(case: Case) -> None:
        case.check("expected.jmap", tidy(case.read("input.jmap")))

or names its case, which then need not exist before the first update:

    def test_example(golden: Callable[[str], Case]) -> None:
        golden("render/clinic").check("map.svg", svg)

Files are compared byte for byte. `--golden-update` writes what the tests produce. A file that no
test read or checked is an orphan: a whole, green run fails on it, and `--golden-clean` deletes it.
"""

import difflib
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path

import pytest

SHOWN_LINES = 60


@dataclass(frozen=True, slots=True)
class Case:
    """One folder of golden files, and the record of those that a test used."""

    folder: Path
    used: set[Path]
    update: bool

    def read(self, name: str) -> bytes:
        """The bytes of a file that is input to the test."""
        path = self.folder / name
        self.used.add(path)
        return path.read_bytes()

    def check(self, name: str, actual: bytes | str) -> None:
        """Fail unless the file holds exactly `actual`; with --golden-update, write it."""
        path = self.folder / name
        made = actual.encode() if isinstance(actual, str) else actual
        self.used.add(path)
        if self.update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(made)
        if not path.is_file():
            pytest.fail(f"{path} is missing; `make golden` writes it", pytrace=False)
        if path.read_bytes() != made:
            pytest.fail(_difference(path, made), pytrace=False)


def _difference(path: Path, made: bytes) -> str:
    old = path.read_bytes().decode(errors="backslashreplace").split("\n")
    new = made.decode(errors="backslashreplace").split("\n")
    lines = list(difflib.unified_diff(old, new, str(path), "what the test made", lineterm=""))
    cut = [f"… {len(lines) - SHOWN_LINES} more lines"] if len(lines) > SHOWN_LINES else []
    hint = "if this is meant, `make golden` accepts it"
    return "\n".join([*lines[:SHOWN_LINES], *cut, hint])


class GoldenFiles:
    """The files under tests/golden in one run: which were used, and which nobody asked for."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.root = config.rootpath / "tests" / "golden"
        self.update = bool(config.getoption("golden_update"))
        self.used: set[Path] = set()
        self.orphans: list[Path] = []

    def case(self, name: str) -> Case:
        """The case in folder `name`, such as "render/clinic"."""
        return Case(self.root / name, self.used, self.update)

    def pytest_generate_tests(self, metafunc: pytest.Metafunc) -> None:
        """Run a marked test once for each folder of cases."""
        mark = metafunc.definition.get_closest_marker("golden")
        if mark is None:
            return
        parent = self.root / mark.args[0]
        folders = sorted(p for p in parent.glob("*") if p.is_dir())
        names = [p.relative_to(self.root).as_posix() for p in folders]
        metafunc.parametrize("case", names, indirect=True, ids=[p.name for p in folders])

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: object) -> None:
        """Take over what one of xdist's workers used."""
        report: dict[str, list[str]] = getattr(node, "workeroutput", {})
        self.used.update(Path(p) for p in report.get("golden_used", []))

    @pytest.hookimpl(wrapper=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> Generator[None, None, None]:
        """Look for orphans once everything ran; runs before the closing summary is written."""
        output: dict[str, list[str]] | None = getattr(self.config, "workeroutput", None)
        if output is not None:
            output["golden_used"] = sorted(map(str, self.used))
        elif session.exitstatus == pytest.ExitCode.OK and self._is_whole():
            self._settle_orphans(session)
        yield

    def _is_whole(self) -> bool:
        option = self.config.option
        chosen = [option.keyword, option.markexpr, option.deselect, option.ignore]
        chosen += [getattr(option, "lf", False), option.collectonly]
        return self.config.args_source is pytest.Config.ArgsSource.TESTPATHS and not any(chosen)

    def _settle_orphans(self, session: pytest.Session) -> None:
        files = {p for p in self.root.rglob("*") if p.is_file() and p.suffix != ".py"}
        self.orphans = sorted(p for p in files - self.used if "__pycache__" not in p.parts)
        if not self.config.getoption("golden_clean"):
            session.exitstatus = pytest.ExitCode.TESTS_FAILED if self.orphans else 0
            return
        for path in self.orphans:
            path.unlink()
            if not any(path.parent.iterdir()):
                path.parent.rmdir()  # an empty folder would still count as a case

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Name the orphans."""
        deleted = self.config.getoption("golden_clean")
        for path in self.orphans:
            what = "deleted" if deleted else "no test uses (`make golden` deletes it)"
            terminalreporter.write_line(f"golden file {what}: {path}", red=not deleted)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the two golden options."""
    group = parser.getgroup("golden")
    group.addoption("--golden-update", action="store_true", help="write what the tests make")
    group.addoption("--golden-clean", action="store_true", help="delete files no test uses")


def pytest_configure(config: pytest.Config) -> None:
    """Start the record of this run."""
    config.pluginmanager.register(GoldenFiles(config), "golden-files")


@pytest.fixture
def golden(pytestconfig: pytest.Config) -> Callable[[str], Case]:
    """Give a case by the name of its folder."""
    files = pytestconfig.pluginmanager.get_plugin("golden-files")
    assert isinstance(files, GoldenFiles)
    return files.case


@pytest.fixture
def case(request: pytest.FixtureRequest, golden: Callable[[str], Case]) -> Case:
    """Give the case that a test marked `golden` runs for."""
    return golden(request.param)
