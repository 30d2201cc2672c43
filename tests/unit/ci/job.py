"""The steps of a composite action, run as GitHub's runner runs them."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.unit.ci.github import TOKEN

ROOT = Path(__file__).parents[3]
_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
_CONDITION = re.compile(r"inputs\.([\w-]+) (==|!=) '([^']*)'")


@dataclass(slots=True)
class Ended:
    """How a job ended."""

    status: int = 0
    log: str = ""
    ran: list[str] = field(default_factory=list)
    """The names of the steps that were run, or would be by another action."""
    uploads: dict[str, str] = field(default_factory=dict)
    """What would be uploaded, by the name of the artifact."""
    outputs: dict[str, str] = field(default_factory=dict)
    summary: str = ""


@dataclass(slots=True)
class Job:
    """One machine: its folders and what the runner tells it."""

    folder: Path
    environment: dict[str, str]

    @property
    def workspace(self) -> Path:
        """The checkout."""
        return self.folder / "workspace"

    @property
    def own(self) -> Path:
        """What the action keeps beside it."""
        return self.folder / "temp" / "jmap"

    def happens(self, event: Mapping[str, Any]) -> None:
        """Tells what has happened."""
        (self.folder / "event.json").write_text(json.dumps(event), encoding="utf-8")

    def run(self, action: str = "action.yml", **inputs: str) -> Ended:
        """Runs all steps, with the installation left out."""
        said = yaml.safe_load((ROOT / action).read_text(encoding="utf-8"))
        given = {name: str(one.get("default", "")) for name, one in said["inputs"].items()}
        given |= {name.replace("_", "-"): value for name, value in inputs.items()}
        ended, told = Ended(), dict[str, dict[str, str]]()
        for step in said["runs"]["steps"]:
            if step.get("name") == "Install jmap" or not _runs(step, given, ended.status):
                continue
            ended.ran.append(step["name"])
            if "uses" in step:
                self._upload(step, given, ended)
                continue
            told[step.get("id", "")] = self._do(step, given, action, ended)
        ended.outputs = {
            name: self._filled(one["value"], given, told) for name, one in said["outputs"].items()
        }
        summary = self.folder / "summary.md"
        ended.summary = summary.read_text(encoding="utf-8") if summary.exists() else ""
        return ended

    def _do(self, step: Any, given: dict[str, str], action: str, ended: Ended) -> dict[str, str]:
        assert "${{" not in step["run"]
        script, outputs = self.folder / "script.sh", self.folder / "outputs"
        script.write_text(step["run"], encoding="utf-8")
        outputs.write_text("", encoding="utf-8")
        own = {name: self._filled(str(to), given, {}) for name, to in step.get("env", {}).items()}
        files = {
            "GITHUB_OUTPUT": str(outputs), "GITHUB_STEP_SUMMARY": str(self.folder / "summary.md"),
            "GITHUB_ENV": str(self.folder / "env"), "GITHUB_PATH": str(self.folder / "path"),
            "GITHUB_ACTION_PATH": str((ROOT / action).parent),
        }  # fmt: skip
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", script],
            cwd=self.workspace, env={**self.environment, **files, **own}, check=False, timeout=300,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        log = done.stdout.decode("utf-8", "backslashreplace")
        assert "Traceback" not in log, log
        assert TOKEN not in log
        for name in ("env", "path"):
            assert not (self.folder / name).exists(), "nothing is handed to later steps that way"
        ended.log += log
        ended.status = ended.status or done.returncode
        lines = outputs.read_text(encoding="utf-8").split("\n")
        return dict(line.split("=", 1) for line in lines if line)

    def _upload(self, step: Any, given: dict[str, str], ended: Ended) -> None:
        if "upload-artifact" in step["uses"]:
            name, path = (self._filled(step["with"][key], given, {}) for key in ("name", "path"))
            ended.uploads[name] = path

    def _filled(
        self, text: str, given: dict[str, str], told: Mapping[str, Mapping[str, str]]
    ) -> str:
        def value(match: re.Match[str]) -> str:
            match match[1].split("."):
                case ["inputs", name]:
                    return self._filled(given[name], given, told)
                case ["github", "token"]:
                    return TOKEN
                case ["runner", "temp"]:
                    return str(self.folder / "temp")
                case ["steps", step, "outputs", name]:
                    return told.get(step, {}).get(name, "")
            raise AssertionError(match[0])

        return _EXPRESSION.sub(value, text)


def _runs(step: Any, given: dict[str, str], status: int) -> bool:
    condition = _EXPRESSION.sub(r"\1", step.get("if", ""))
    parts = [part for part in condition.split(" && ") if part]
    always = "!cancelled()" in parts
    for part in parts:
        if part == "!cancelled()":
            continue
        match = _CONDITION.fullmatch(part)
        assert match, part
        if (given[match[1]] == match[3]) is not (match[2] == "=="):
            return False
    return always or not status


def machine(folder: Path, api: str) -> Job:
    """A machine with git, Python and jmap, and nothing of the one that the tests run on."""
    python = folder / "temp" / "jmap" / "venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    programs = folder / "bin"
    programs.mkdir()
    (programs / "python").symlink_to(python)
    environment = {
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder), "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1",
        "RUNNER_TEMP": str(folder / "temp"), "GITHUB_WORKSPACE": str(folder / "workspace"),
        "GITHUB_EVENT_PATH": str(folder / "event.json"), "GITHUB_REPOSITORY": "acme/maps",
        "GITHUB_SERVER_URL": "https://github.example", "GITHUB_API_URL": api,
        "GITHUB_RUN_ID": "99", "GITHUB_ACTIONS": "true", "no_proxy": "*",
    }  # fmt: skip
    return Job(folder, environment)
