"""A preview that really runs: the command in a process of its own, and requests as bytes."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)(/t/([\w-]+)/)")
MAP = (
    'journey a "Getting a refund" {\n  stage ask "Ask" {\n    touchpoint call "Calls the line"\n'
    "  }\n}\n"
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, taken apart."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Running:
    """A preview under way."""

    process: subprocess.Popen[str]
    address: str
    port: int
    base: str

    def send(self, request: bytes, patience: float = 10) -> bytes:
        """Everything that is answered to some bytes, up to the end of the connection."""
        with socket.create_connection(("127.0.0.1", self.port), patience) as line:
            line.sendall(request)
            return b"".join(iter(lambda: line.recv(65536), b""))

    def ask(self, target: str, *headers: str, method: str = "GET", host: str = "") -> Answer:
        """The answer to a request of HTTP/1.1."""
        named = host or f"127.0.0.1:{self.port}"
        lines = [f"{method} {target} HTTP/1.1", f"Host: {named}", "Connection: close", *headers]
        return answered(self.send("\r\n".join([*lines, "", ""]).encode()))

    @contextmanager
    def listening(self) -> Iterator[socket.socket]:
        """A connection on which news are waited for."""
        with socket.create_connection(("127.0.0.1", self.port), 10) as line:
            host = f"127.0.0.1:{self.port}"
            line.sendall(f"GET {self.base}events HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
            assert b" 200 " in line.recv(4096)
            yield line

    def end(self, number: int = signal.SIGTERM) -> tuple[int, str]:
        """Sends a signal, and gives the status and what was said on standard error."""
        self.process.send_signal(number)
        _, said = self.process.communicate(timeout=20)
        return self.process.returncode, said


def answered(content: bytes) -> Answer:
    """Takes an answer apart."""
    head, _, body = content.partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    headers = dict(line.lower().split(": ", 1) for line in lines)
    return Answer(int(first.split()[1]), headers, body)


def launched(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    """The command, started in a folder."""
    # What a shell runs in the background ignores Ctrl-C, and so does all that it starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    return subprocess.Popen(
        [sys.executable, "-m", "jmap", "serve", *arguments],
        cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        env={**os.environ, "JMAP_CACHE": "off"},
    )  # fmt: skip


@contextmanager
def running(folder: Path, *arguments: str) -> Iterator[Running]:
    """A preview of a folder on a port of its own, ended afterwards."""
    process = launched(folder, "--port", "0", *arguments)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        found = ADDRESS.match(line)
        assert found, (line, process.poll())
        yield Running(process, line.strip(), int(found[1]), found[2])
    finally:
        process.kill()
        process.communicate()
