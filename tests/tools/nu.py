"""Judge pages with the Nu HTML checker: one run of it over all of them together."""

import json
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

JAR = Path(__file__).parent / "node" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
NAME = "a-known-fault.html"
CANARY = '<!DOCTYPE html><html lang="en"><title>t</title><p id="a"><p id="a">'


@dataclass(frozen=True, slots=True)
class Message:
    """An error or a warning, and where."""

    page: str
    """The file and the folder it lies in."""
    line: int
    text: str
    extract: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}: {self.text} | {self.extract}"


def checked(pages: Sequence[Path]) -> tuple[Message, ...]:
    """Everything that the checker says of these files, in their order.

    Raises a LookupError where Java or the checker is missing, FileNotFoundError for a page that is
    not there, and a RuntimeError where the checker did not do its work. It says nothing of files
    that it cannot read, and that is no clean bill: a page with a known fault goes along each time.
    """
    java = shutil.which("java")
    if java is None or not JAR.is_file():
        raise LookupError("no Java or no Nu checker: run tests/tools/install-pages")
    for page in pages:
        page.stat()
    with TemporaryDirectory() as folder:
        canary = Path(folder) / NAME
        canary.write_text(CANARY, encoding="utf-8")
        said = _run(java, [*pages, canary])
    messages = [_message(each) for each in said]
    found = tuple(message for message in messages if not message.page.endswith(f"/{NAME}"))
    if len(found) == len(messages):
        raise RuntimeError(f"the Nu checker overlooked a fault: {said[:3]}")
    return found


def _run(java: str, pages: Sequence[Path]) -> list[dict[str, Any]]:
    command = [java, "-XX:+UseSerialGC", "-Xss4m", "-jar", str(JAR)]
    command += ["--format", "json", "--stdout", "--exit-zero-always", *map(str, pages)]
    done = subprocess.run(command, capture_output=True, check=False)
    try:
        said: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
    except (ValueError, KeyError):
        raise RuntimeError(f"the Nu checker failed: {done.stderr.decode()[:2000]}") from None
    if done.returncode or any(each["type"] == "non-document-error" for each in said):
        raise RuntimeError(f"the Nu checker failed: {done.stdout.decode()[:2000]}")
    return said


def _message(said: dict[str, Any]) -> Message:
    return Message(
        page="/".join(said["url"].split("/")[-2:]),
        line=said.get("lastLine", 0),
        text=said["message"],
        extract=" ".join(said.get("extract", "").split()),
    )
