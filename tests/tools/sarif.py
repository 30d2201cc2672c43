"""Judge SARIF logs with the Multitool of the people who write the standard, and with its schema."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

SYSTEM = "darwin" if sys.platform == "darwin" else "linux"
FOLDER = Path(__file__).parent / "node/node_modules/@microsoft" / f"sarif-multitool-{SYSTEM}"
CANARY = '{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": ""}}, "nothing": 1}]}'


@dataclass(frozen=True, slots=True)
class Remark:
    """What the Multitool says of a log."""

    log: str
    rule: str
    level: str
    arguments: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.log}: {self.level} {self.rule}: {' '.join(self.arguments)}"


def judged(logs: Sequence[str], folder: Path) -> list[Remark]:
    """Everything that the Multitool says of these logs by the rules of the standard and of GitHub.

    They are written into the folder as ``0.sarif`` and so on. Raises a LookupError where the
    Multitool is missing, and a RuntimeError where it did not do its work: its exit status does not
    tell, so a log with a known fault goes along each time.
    """
    tool = FOLDER / "Sarif.Multitool"
    if not tool.is_file():
        raise LookupError("no SARIF Multitool: run tests/tools/install-pages")
    names = [f"{number}.sarif" for number in range(len(logs))]
    for name, log in zip([*names, "canary.sarif"], [*logs, CANARY], strict=True):
        (folder / name).write_text(log, encoding="utf-8")
    remarks = _run(tool, [*names, "canary.sarif"], folder)
    found = [remark for remark in remarks if remark.log != "canary.sarif"]
    if len(found) == len(remarks):
        raise RuntimeError("the SARIF Multitool overlooked a fault")
    return found


def schema_faults(log: str) -> list[str]:
    """What a log has that the schema of SARIF 2.1.0 does not allow."""
    return [error.message for error in _validator().iter_errors(json.loads(log))]


@cache
def _validator() -> Draft202012Validator:
    schema = json.loads((FOLDER / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    return Draft202012Validator(schema)


def _run(tool: Path, names: Sequence[str], folder: Path) -> list[Remark]:
    output = folder / "judged.json"
    command = [str(tool), "validate", *names, "--rule-kind", "Sarif;Ghas", "-o", str(output)]
    command += ["--max-file-size-in-kb", str(1 << 20)]
    # It would look for a library of languages otherwise, and need none of it.
    environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, check=False, timeout=300
    )
    try:
        (run,) = json.loads(output.read_text(encoding="utf-8-sig"))["runs"]
    except (OSError, ValueError, KeyError):
        told = (done.stdout + done.stderr).decode(errors="replace")
        raise RuntimeError(f"the SARIF Multitool failed: {told[:2000]}") from None
    return [_remark(run, result) for result in run["results"]]


def _remark(run: dict[str, Any], result: dict[str, Any]) -> Remark:
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    uri = artifact.get("uri") or run["artifacts"][artifact["index"]]["location"]["uri"]
    return Remark(
        uri.rsplit("/", 1)[-1],
        result["ruleId"].split("/")[0],
        result.get("level", "warning"),
        tuple(result["message"].get("arguments", [])),
    )
