"""The command: how it starts, what it tells, how it ends."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from jmap.preview.server import PORT, free_socket
from tests.unit.preview.running import MAP, launched, running


def ended(folder: Path, *arguments: str) -> tuple[int, str, str]:
    process = launched(folder, *arguments)
    out, err = process.communicate(timeout=30)
    return process.returncode, out, err


def test_it_is_reached_from_this_machine_alone(folder: Path) -> None:
    with running(folder) as preview:
        assert reached("127.0.0.1", preview.port)
        assert not any(reached(address, preview.port) for address in ("::1", *others()))


def reached(address: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as line:
        return line.connect_ex((address, port)) == 0


def others() -> list[str]:
    """The machine's other addresses; 127.0.0.2 is one on Linux."""
    named = {str(info[4][0]) for info in socket.getaddrinfo(socket.gethostname(), None)}
    return sorted({*(name for name in named if "." in name), "127.0.0.2"} - {"127.0.0.1"})


@pytest.mark.parametrize(
    ("number", "status", "last"), [(signal.SIGINT, 130, "stopped"), (signal.SIGTERM, 0, "ends it.")]
)
def test_a_signal_ends_it(folder: Path, number: int, status: int, last: str) -> None:
    with running(folder) as preview, preview.listening():
        # Somebody who listens for news must not hold up the end.
        ending, said = preview.end(number)

    assert ending == status
    assert said.strip().endswith(last)
    assert "Traceback" not in said


def test_it_tells_what_each_save_came_to(folder: Path) -> None:
    with running(folder) as preview:
        assert preview.process.stderr is not None
        lines = [preview.process.stderr.readline() for _ in range(2)]
        (folder / "a.jmap").write_text(MAP.replace("stage", "stagge", 1), encoding="utf-8")
        lines.append(preview.process.stderr.readline())

    assert lines == [
        "1 file checked, nothing to say\n", "Ctrl-C ends it.\n", "1 error in 1 file\n"
    ]  # fmt: skip


def test_each_run_has_another_word(folder: Path) -> None:
    with running(folder) as one, running(folder) as other:
        assert one.base != other.base
        assert len(one.base.split("/")[2]) >= 43


def test_a_port_in_use_is_one_line(folder: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        status, out, err = ended(folder, "--port", str(port))

    assert (status, out) == (2, "")
    assert (
        err == f"jmap: port {port} cannot be used: address already in use; --port names another\n"
    )


def test_the_next_port_is_taken_where_none_is_asked_for() -> None:
    with free_socket(None) as one, free_socket(None) as other:
        ports = [made.getsockname()[1] for made in (one, other)]

    assert PORT <= ports[0] < ports[1]


@pytest.mark.parametrize("missing", ["starlette", "uvicorn", "watchfiles"])
def test_without_the_extra_it_says_what_to_install(folder: Path, missing: str) -> None:
    code = f"import sys; sys.modules[{missing!r}] = None; from jmap.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "serve"],
        cwd=folder, capture_output=True, text=True, timeout=30, check=False,
    )  # fmt: skip

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == 'jmap: serve needs: pip install "jmap[serve]"\n'


def test_what_cannot_be_watched_is_refused(folder: Path) -> None:
    for path in ("-", "nothing.jmap"):
        status, out, err = ended(folder, path)
        assert (status, out) == (2, "")
        assert "Traceback" not in err


def test_checking_loads_nothing_of_it(folder: Path) -> None:
    code = (
        "import sys; sys.argv[1:] = ['check', 'a.jmap']\n"
        "from jmap.cli.group import run\nassert run() == 0\n"
        "print(sorted({'starlette', 'uvicorn', 'watchfiles', 'anyio'} & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder, capture_output=True, text=True, timeout=30, check=True,
        env={**os.environ, "JMAP_CACHE": "off"},
    )  # fmt: skip

    assert done.stdout.endswith("[]\n")
