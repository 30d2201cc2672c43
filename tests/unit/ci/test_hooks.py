"""The hooks, run by the real pre-commit, which installs them without an index."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.unit.ci.history import BROKEN, MAP, NEUTRAL, git
from tests.unit.ci.job import ROOT
from tests.unit.ci.package import package

STAND_IN = f"""import os, sys

def main():
    os.execv({sys.executable!r}, [{sys.executable!r}, "-m", "jmap", *sys.argv[1:]])
"""


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with our hooks, whose jmap is the one of these tests."""
    folder = tmp_path_factory.mktemp("hooks")
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", folder)
    started = "[console_scripts]\njmap = jmap_stand_in:main\n"
    package(folder, {"jmap_stand_in.py": STAND_IN}, started)
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "hooks")
    return folder


@pytest.fixture
def project(tmp_path: Path, hooks: Path) -> Path:
    """A repository that uses them."""
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "refund.jmap").write_text(MAP, encoding="utf-8")
    wanted = [{"id": "jmap-check", "args": ["--fail-level", "error", "."]}]
    wanted += [{"id": "jmap-fmt"}, {"id": "jmap-render-current"}]
    revision = git(hooks, "rev-parse", "HEAD")
    said = {"repos": [{"repo": f"file://{hooks}", "rev": revision, "hooks": wanted}]}
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump(said), encoding="utf-8")
    return tmp_path


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps what it has installed."""
    return tmp_path_factory.mktemp("store")


def run(project: Path, store: Path, hook: str, *which: str) -> subprocess.CompletedProcess[str]:
    git(project, "add", "-A")
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", hook, *which, "--verbose"],
        cwd=project, check=False, capture_output=True, text=True, timeout=300,
        env={
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(store), "PRE_COMMIT_HOME": str(store), "PIP_NO_INDEX": "1",
            "JMAP_CACHE": "off", "GIT_CONFIG_GLOBAL": os.devnull, "NO_COLOR": "1",
            "LANG": "C.UTF-8", "VIRTUALENV_NO_DOWNLOAD": "1",
        },
    )  # fmt: skip


def test_the_manifest() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", ROOT / ".pre-commit-hooks.yaml"],
        check=False, capture_output=True, timeout=60,
    )  # fmt: skip
    assert not done.returncode, done.stdout


def test_a_change_that_breaks_another_file(project: Path, store: Path) -> None:
    """A check of the changed files alone would not see it."""
    (project / "jmap.toml").touch()
    (project / "team.jmap").write_text('team care "Care"\n', encoding="utf-8")
    uses = MAP.replace('team care "Customer care"', 'import "team.jmap"')
    (project / "refund.jmap").write_text(uses, encoding="utf-8")
    done = run(project, store, "jmap-check")
    assert not done.returncode, done.stdout + done.stderr
    git(project, "commit", "-q", "--no-verify", "-m", "x")
    (project / "team.jmap").write_text('team help "Care"\n', encoding="utf-8")
    done = run(project, store, "jmap-check")

    assert done.returncode == 1
    assert "refund.jmap:" in done.stdout


def test_a_file_with_errors(project: Path, store: Path) -> None:
    for hook, text in (("jmap-check", BROKEN), ("jmap-render-current", BROKEN), ("jmap-fmt", "{")):
        (project / "refund.jmap").write_text(text, encoding="utf-8")
        done = run(project, store, hook)
        assert done.returncode == 1, hook
        assert "refund.jmap:" in done.stdout, hook


def test_a_file_that_is_not_laid_out(project: Path, store: Path) -> None:
    path = project / "refund.jmap"
    path.write_text(MAP.replace("      ", "  "), encoding="utf-8")
    first = run(project, store, "jmap-fmt")
    again = run(project, store, "jmap-fmt")

    assert first.returncode == 1
    assert "files were modified by this hook" in first.stdout
    assert again.returncode == 0
    assert path.read_text(encoding="utf-8") == MAP


def test_a_site_that_is_not_current(project: Path, store: Path) -> None:
    assert run(project, store, "jmap-render-current").returncode == 1
    build = [sys.executable, "-m", "jmap", "build", "-o", "site", "."]
    subprocess.run(build, cwd=project, check=True, capture_output=True, timeout=120)
    done = run(project, store, "jmap-render-current")
    assert not done.returncode, done.stdout

    (project / "refund.jmap").write_text(NEUTRAL, encoding="utf-8")
    done = run(project, store, "jmap-render-current")
    assert done.returncode == 1
    assert "~ " in done.stdout
