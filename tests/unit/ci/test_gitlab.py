"""The template for GitLab: its script is run, with GitLab's API on the loopback."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml
from junitparser import JUnitXml

from tests.unit.ci.github import TOKEN, Asked, serving
from tests.unit.ci.history import BETTER, BROKEN, FOUND, HOSTILE, MAP, WORSE, History, git
from tests.unit.ci.job import ROOT

TEMPLATE = yaml.safe_load((ROOT / "templates" / "jmap.gitlab-ci.yml").read_text(encoding="utf-8"))
SIGN = "<!-- jmap: what changes for customers -->\n\n"
ME = 3
BASH = ("bash", "--noprofile", "--norc", "-eo", "pipefail")


@dataclass(slots=True)
class GitLab:
    """A project, and the notes of one merge request."""

    notes: list[dict[str, Any]] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    refuses: bool = False
    stumbles: list[int] = field(default_factory=list)
    """The statuses that the next changes are answered with, before it goes on."""
    headers: dict[str, str] = field(default_factory=lambda: {"Retry-After": "0"})
    url: str = ""

    def note(self, body: str, author: int = ME) -> int:
        """Somebody's note; its number."""
        self.notes.append({"id": 100 + len(self.notes), "author": {"id": author}, "body": body})
        return int(self.notes[-1]["id"])

    def written(self) -> list[str]:
        """The requests that change something."""
        return [f"{one.method} {one.path}" for one in self.asked if one.method != "GET"]

    def answer(self, one: Asked) -> tuple[int, Any]:
        """The status, and what is sent."""
        self.asked.append(one)
        page, each = int(one.query.get("page", 1)), int(one.query.get("per_page", 20))
        if self.refuses:
            return 403, {}
        if self.stumbles and one.method != "GET":
            return self.stumbles.pop(0), {}
        match one.method, one.path.removeprefix("/api/v4/").split("/"):
            case "GET", ["user"]:
                return 200, {"id": ME}
            case "GET", ["projects", "11", "merge_requests", "7", "notes"]:
                return 200, self.notes[(page - 1) * each : page * each]
            case "POST", ["projects", "11", "merge_requests", "7", "notes"]:
                return 201, {"id": self.note(one.content["body"])}
            case "PUT", ["projects", "11", "merge_requests", "7", "notes", number]:
                (found,) = [item for item in self.notes if item["id"] == int(number)]
                found["body"] = one.content["body"]
                return 200, found
        return 404, {}


@pytest.fixture
def lab() -> Iterator[GitLab]:
    """GitLab's API."""
    made = GitLab()
    with serving(made):
        yield made


@dataclass(frozen=True, slots=True)
class Ended:
    """How the job ended."""

    status: int
    log: str
    folder: Path


def run(history: History, lab: GitLab, *texts: str, **variables: str) -> Ended:
    """The job for a merge request, in a full clone."""
    history.pull_request(*texts)
    folder = history.folder.parent / "builds"
    if not folder.exists():
        history.checkout(folder, depth=0)
    return again(folder, lab, history.git("rev-parse", "main"), **variables)


def again(
    folder: Path, lab: GitLab, base: str, shell: Sequence[str] = BASH, **variables: str
) -> Ended:
    """The job once more."""
    job = TEMPLATE["maps"]
    python = folder.parent / "python" / "python3"
    python.parent.mkdir(exist_ok=True)
    # A virtual environment has the jmap of these tests, and nothing is installed into it.
    python.write_text(STAND_IN.replace("PYTHON", sys.executable), encoding="utf-8")
    python.chmod(0o755)
    script = "\n".join([*job["before_script"], *job["script"]])
    done = subprocess.run(
        [*shell, "-c", script],
        cwd=folder, check=False, timeout=300, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        env={
            **job["variables"], "PATH": f"{python.parent}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(folder.parent), "GIT_CONFIG_GLOBAL": os.devnull, "no_proxy": "*",
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": base, "CI_MERGE_REQUEST_IID": "7",
            "CI_MERGE_REQUEST_TITLE": HOSTILE, "CI_PROJECT_ID": "11",
            "CI_API_V4_URL": f"{lab.url}/api/v4", "MAPS_TOKEN": TOKEN, **variables,
        },
    )  # fmt: skip
    log = done.stdout.decode("utf-8", "replace")
    assert "Traceback" not in log, log
    assert TOKEN not in log
    return Ended(done.returncode, log, folder)


STAND_IN = """#!/bin/sh
if [ "$2" = -m ] && [ "$3" = venv ]; then
  mkdir -p "$4/bin"
  cp "$0" "$4/bin/python"
elif [ "$3" = pip ]; then
  exit 0
else
  exec "PYTHON" "$@"
fi
"""


def test_everything_is_told_and_the_gate_is_last(history: History, lab: GitLab) -> None:
    ended = run(history, lab, WORSE.replace("Reads the letter", "TODO"))

    assert ended.status == 1
    assert ended.log.rstrip().endswith("this change does not pass: see what gets worse, above")
    assert lab.notes[0]["body"].startswith(SIGN)
    assert "Calls the line" in lab.notes[0]["body"]
    assert "**This change does not pass**" in lab.notes[0]["body"]
    quality = json.loads((ended.folder / "jmap-quality.json").read_bytes())
    assert {one["location"]["path"] for one in quality} == {"maps/refund.jmap"}
    report = JUnitXml.fromfile(str(ended.folder / "jmap-changes.xml"))
    assert report.failures == 1
    assert (ended.folder / "jmap-pages" / "site" / "index.html").is_file()
    assert b"<html" in (ended.folder / "jmap-pages" / "changes.html").read_bytes()
    kept = TEMPLATE["maps"]["artifacts"]
    for name in (*kept["paths"], *kept["reports"].values()):
        assert (ended.folder / name).exists(), name
    assert {one.authorization for one in lab.asked} == {TOKEN}


def test_the_note_is_brought_up_to_date_in_place(history: History, lab: GitLab) -> None:
    lab.note(f"{SIGN}Approved", author=8)
    for number in range(220):
        lab.note(str(number), author=8)
    first = run(history, lab, WORSE)
    again(first.folder, lab, history.git("rev-parse", "main"))

    here = "/api/v4/projects/11/merge_requests/7/notes"
    assert lab.written() == [f"POST {here}", f"PUT {here}/321"]
    assert lab.notes[0]["body"] == f"{SIGN}Approved"


def test_an_image_without_bash(history: History, lab: GitLab) -> None:
    run(history, lab, WORSE, MAPS_TOKEN="")
    ended = again(
        history.folder.parent / "builds", lab, history.git("rev-parse", "main"), ("sh", "-e")
    )

    assert ended.log.rstrip().endswith("this change does not pass: see what gets worse, above")
    assert "Calls the line" in lab.notes[0]["body"]


def test_no_changes(history: History, lab: GitLab) -> None:
    ended = run(history, lab, MAP, MAPS_PATH="maps")
    assert lab.written() == []
    lab.note(f"{SIGN}worse")
    again(ended.folder, lab, history.git("rev-parse", "main"))

    assert len(lab.written()) == 1
    assert "worse" not in lab.notes[0]["body"]


def test_a_gate_that_is_switched_off(history: History, lab: GitLab) -> None:
    gate = '[diff]\nfail-on = ["%s"]\n'
    base = history.save(gate % "worse", "jmap.toml")
    history.pull_request(gate % "none", name="jmap.toml")
    history.checkout(history.folder.parent / "builds", depth=0)
    again(history.folder.parent / "builds", lab, base)

    assert "worse → none" in lab.notes[0]["body"]


def test_a_comparison_that_failed_never_reads_as_no_changes(history: History, lab: GitLab) -> None:
    ended = run(history, lab, BROKEN)

    assert ended.status == 1
    assert "### The maps could not be compared" in lab.notes[0]["body"]
    assert "26 parsecs" in lab.notes[0]["body"]
    assert "the maps were not compared" in ended.log


def test_a_base_that_is_gone(history: History, lab: GitLab) -> None:
    run(history, lab, WORSE)
    ended = again(history.folder.parent / "builds", lab, "1" * 40)

    assert ended.status == 1
    assert "### The maps could not be compared" in lab.notes[0]["body"]


def test_without_a_token_there_is_no_note(history: History, lab: GitLab) -> None:
    ended = run(history, lab, WORSE, MAPS_TOKEN="")

    assert ended.status == 1
    assert lab.asked == []


def test_a_note_that_is_refused_does_not_decide(history: History, lab: GitLab) -> None:
    lab.refuses = True
    ended = run(history, lab, WORSE, MAPS_FAIL_ON="none")

    assert "the note could not be written" in ended.log
    assert "does not pass" not in ended.log


def test_a_pipeline_of_the_default_branch(history: History, lab: GitLab) -> None:
    run(history, lab, WORSE)
    lab.asked.clear()
    ended = again(history.folder.parent / "builds", lab, "")

    assert lab.asked == []
    assert (ended.folder / "jmap-pages" / "site" / "index.html").is_file()


def test_what_is_hostile_does_nothing(history: History, lab: GitLab) -> None:
    text = HOSTILE.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    hostile = WORSE.replace('"Calls the line"', f'"{text} !12 ~bug %3 &4"')
    run(history, lab, hostile)

    assert not list(history.folder.parent.rglob("pwned"))
    body = lab.notes[0]["body"]
    assert not re.search(r"(?<!\\)<script", body)
    assert not any(line.startswith("/") for line in body.split("\n"))
    for reference in ("@acme", "!12", "~bug", "%3", "&4", "#1"):
        assert reference not in body, reference


def test_a_hostile_map_that_cannot_be_read(history: History, lab: GitLab) -> None:
    run(history, lab, 'journey x "```` @acme/all -->\n/close\n````\n/close\n')

    body = lab.notes[0]["body"]
    assert not any(line.startswith("/") for line in body.split("\n"))
    fence = next(line for line in body.split("\n") if line.startswith("```")).removesuffix("text")
    assert f"\n{fence}" not in body.split(f"{fence}text\n")[1].removesuffix(f"\n{fence}\n")


def change(history: History, lab: GitLab, what: Callable[[], object], **variables: str) -> Ended:
    """The job for a merge request that changes any files."""
    history.pull(what)
    folder = history.folder.parent / "builds"
    history.checkout(folder, depth=0)
    return again(folder, lab, history.git("rev-parse", "main"), **variables)


@pytest.mark.parametrize("path", [".", "maps", "maps/refund.jmap"])
def test_all_maps_are_taken_away(history: History, lab: GitLab, path: str) -> None:
    history.save("hello", "README.md")
    ended = change(history, lab, lambda: history.git("rm", "-rq", "maps"), MAPS_PATH=path)

    assert ended.status == 1
    assert "nothing tells any more what customers live through" in lab.notes[0]["body"]
    assert json.loads((ended.folder / "jmap-quality.json").read_bytes()) == []
    assert "could not be drawn" not in ended.log
    assert (ended.folder / "jmap-pages" / "changes.html").is_file()


def test_a_link_in_the_place_of_a_folder_hides_nothing(history: History, lab: GitLab) -> None:
    history.save(BETTER, "elsewhere/refund.jmap")

    def what() -> None:
        history.git("rm", "-rq", "maps")
        (history.folder / "maps").symlink_to("elsewhere")

    ended = change(history, lab, what, MAPS_PATH="maps")

    assert ended.status == 1
    assert "nothing tells any more" in lab.notes[0]["body"]


def test_a_repository_without_maps_waits_for_the_first(tmp_path: Path, lab: GitLab) -> None:
    history = History(tmp_path / "young")
    base = history.save("hello", "README.md")
    ended = change(history, lab, lambda: history.save("more", "README.md"))

    assert ended.status == 0
    assert "no map here yet" in ended.log
    assert lab.notes == []
    # A base that is not there is no reason to take it for one.
    assert again(ended.folder, lab, "1" * 40).status != 0
    assert again(ended.folder, lab, base).status == 0
    assert again(ended.folder, lab, base, MAPS_PATH="mpas").status == 1
    assert "### The maps could not be compared" in lab.notes[0]["body"]


def test_a_configuration_that_is_wrong_leaves_no_report(history: History, lab: GitLab) -> None:
    """The changes are known then, but not whether they may pass."""

    def what() -> None:
        history.save("[diff]\nfail-on = 3\n", "jmap.toml")
        history.save(WORSE)

    ended = change(history, lab, what)

    assert ended.status == 1
    assert "### The maps could not be compared" in lab.notes[0]["body"]
    assert not (ended.folder / "jmap-changes.xml").exists()
    assert not (ended.folder / "jmap-pages" / "changes.html").exists()


def test_many_maps_are_checked_as_few_are(history: History, lab: GitLab) -> None:
    for number in range(2000):
        name = history.folder / "maps" / f"a-map-with-a-name-that-is-rather-long-{number}.jmap"
        name.write_text("", encoding="utf-8")
    history.save(FOUND)
    ended = run(history, lab, FOUND.replace("26h", "20h"))

    assert ended.status == 1
    assert "todo" in (ended.folder / "jmap-quality.json").read_text(encoding="utf-8").lower()


def test_a_failed_comparison_of_persian_maps_is_told_in_persian(
    history: History, lab: GitLab
) -> None:
    history.save('سفر تعمیر "تعمیر یخچال" {\n  مرحله صف "صف انتظار"\n}\n')
    run(history, lab, 'سفر تعمیر "تعمیر یخچال" {\n  مرحلله صف "صف انتظار"\n}\n')

    body = lab.notes[0]["body"].removeprefix(SIGN)
    assert body.startswith('<div dir="rtl">\n\n### نقشه‌ها مقایسه نشدند\n\n**معلوم نیست')
    assert "could not be compared" not in body


@pytest.mark.parametrize("status", [429, 500, 502])
def test_a_fault_that_passes(history: History, lab: GitLab, status: int) -> None:
    lab.stumbles = [status]
    ended = run(history, lab, WORSE)

    assert "Calls the line" in lab.notes[0]["body"]
    assert "could not be written" not in ended.log


def test_without_a_note_the_log_tells_the_changes(history: History, lab: GitLab) -> None:
    assert "customers wait 30 h" in run(history, lab, WORSE, MAPS_TOKEN="").log


def test_changes_that_cannot_be_drawn_are_told_all_the_same(history: History, lab: GitLab) -> None:
    run(history, lab, WORSE)
    folder = history.folder.parent / "builds"
    git(folder, "clean", "-fdxq")
    (folder / "jmap-pages").write_text("in the way", encoding="utf-8")
    ended = again(folder, lab, history.git("rev-parse", "main"), MAPS_FAIL_ON="none")

    assert ended.status == 1
    assert ended.log.rstrip().endswith("the pages could not be drawn")
    assert "Calls the line" in lab.notes[0]["body"]
    assert JUnitXml.fromfile(str(folder / "jmap-changes.xml")).tests == 1
