"""A map is never lost: an engine that is missing, fails, lies or hangs gives the grid."""

import os
import shutil
import sys
import time
from pathlib import Path

import pytest

from jmap.pictures.layout import MOST_BOXES, embedded, lay_out
from jmap.pictures.layout.failure import EngineFailure
from jmap.pictures.layout.model import Layout
from tests.unit.pictures.layout.sample import chain, sample

TANGLE = "digraph g {{\n{}\n}}\n".format(
    "\n".join(f"n{at * 7 % 300} -> n{at * at * 13 % 299};" for at in range(1500))
)
FAKES = {
    "fails": ("exit 3", "failed"),
    "crashes": ("kill -SEGV $$", "failed"),
    "silent": ("cat > /dev/null", "leaves out boxes"),
    "garbage": ("echo node n0 x y z; cat > /dev/null", "no layout"),
    "infinite": ("echo node n0 1 inf 1 1; cat > /dev/null", "no layout"),
    "binary": ("head -c 4000 /dev/urandom; cat > /dev/null", "leaves out boxes"),
    "hangs": ("sleep 30", "took longer than 0.4 s"),
    "hangs-with-child": ("sleep 30 & wait", "took longer than 0.4 s"),
    "floods": ("yes", "failed"),
    "eats-memory": (f"{sys.executable} -c 'bytearray(2_000_000_000)'", "failed"),
    "shuffles": (
        "cat > /dev/null; echo node n0 1 1 1 1; echo node n1 1 1 1 1; "
        "echo node n2 1 1 1 1; echo node n3 1 1 1 1",
        "another order",
    ),
}


def fake(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    program = folder / "dot"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def check_grid(layout: Layout, reason: str) -> None:
    assert layout.engine == "grid"
    assert layout.warning is not None
    assert reason in layout.warning
    assert layout.warning.endswith("laid out on a plain grid")
    assert layout.boxes == lay_out(chain(), "grid").boxes
    assert layout.routes == lay_out(chain(), "grid").routes


@pytest.mark.skipif(sys.platform == "win32", reason="the fakes are shell scripts")
@pytest.mark.parametrize("name", FAKES)
def test_a_bad_dot_is_replaced(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script, reason = FAKES[name]
    fake(tmp_path, script, monkeypatch)
    began = time.monotonic()
    check_grid(lay_out(chain(), "dot", seconds=0.4), reason)
    assert time.monotonic() - began < 5


@pytest.mark.skipif(sys.platform == "win32", reason="the fake is a shell script")
def test_what_a_hanging_dot_started_is_ended_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = tmp_path / "child"
    fake(tmp_path, f"sleep 30 & echo $! > {note}; wait", monkeypatch)
    check_grid(lay_out(chain(), "dot", seconds=0.4), "took longer")
    child = int(note.read_text())
    for _ in range(50):
        if not is_running(child):
            return
        time.sleep(0.02)
    pytest.fail("it still runs")


def is_running(process: int) -> bool:
    """A process that ended but was not yet collected counts as ended."""
    state = Path(f"/proc/{process}/stat")
    if state.parent.parent.joinpath("self").exists():
        return state.exists() and state.read_text().rsplit(") ", 1)[1][0] != "Z"
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_missing_dot_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    check_grid(lay_out(chain(), "dot"), "`dot` is not installed")


def test_a_missing_embedded_engine_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "wasmtime", None)
    monkeypatch.delitem(sys.modules, embedded.__name__)
    monkeypatch.delattr("jmap.pictures.layout.embedded")
    check_grid(lay_out(chain()), "embedded layout engine is not installed")


def test_the_embedded_engine_stops_at_its_time_limit() -> None:
    embedded.run("digraph g { a -> b }", 2)
    began = time.monotonic()
    with pytest.raises(EngineFailure, match=r"took longer than 0\.2 s"):
        embedded.run(TANGLE, 0.2)
    assert time.monotonic() - began < 1


def test_an_overrun_gives_the_grid(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jmap.pictures.layout.write", lambda *_: TANGLE)
    check_grid(lay_out(chain(), seconds=0.2), "took longer than 0.2 s")


def test_the_engine_works_after_an_overrun() -> None:
    with pytest.raises(EngineFailure):
        embedded.run(TANGLE, 0.05)
    assert lay_out(chain()).warning is None


def test_the_embedded_engine_refuses_what_is_no_graph() -> None:
    with pytest.raises(EngineFailure, match="refused"):
        embedded.run("digraph {", 2)


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "_MEMORY", 8 * 1024 * 1024)
    with pytest.raises(EngineFailure, match=r"crashed|refused|memory"):
        embedded.run(TANGLE, 60)


def test_no_engine_is_asked_for_very_large_graphs() -> None:
    layout = lay_out(sample(20, 6, MOST_BOXES + 1, 50))
    assert layout.engine == "grid"
    assert "601 boxes are more than the 600" in (layout.warning or "")


def test_the_cache_may_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, "/proc/none")
    embedded._program.cache_clear()
    assert lay_out(chain()).warning is None
    embedded._program.cache_clear()


@pytest.mark.skipif(shutil.which("dot") is None, reason="there is no dot here")
def test_a_real_dot_lays_out() -> None:
    layout = lay_out(chain(), "dot", seconds=10)
    assert (layout.engine, layout.warning) == ("dot", None)
    assert layout.boxes["a"].centre.y == layout.boxes["c"].centre.y
