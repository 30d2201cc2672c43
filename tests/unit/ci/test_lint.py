"""The files that CI systems read: of the right shape, and without the known holes."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.unit.ci.job import ROOT

ACTIONS = [ROOT / "action.yml", ROOT / "action" / "comment" / "action.yml"]
EXAMPLES = sorted((ROOT / "docs" / "ci").glob("*.yml"))
WORKFLOWS = [*EXAMPLES, *sorted((ROOT / ".github" / "workflows").glob("*.yml"))]
TEMPLATES = sorted((ROOT / "templates").glob("*.yml"))
PINNED = re.compile(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def shape(kind: str, *files: Path) -> None:
    """Fails where a file is not of a kind's schema."""
    done = subprocess.run(
        [Path(sys.executable).with_name("check-jsonschema"), "--builtin-schema", kind, *files],
        check=False, capture_output=True, timeout=120,
    )  # fmt: skip
    assert not done.returncode, done.stdout.decode() + done.stderr.decode()


def test_the_shapes() -> None:
    assert len(ACTIONS) == 2
    assert len(EXAMPLES) == 3
    assert TEMPLATES
    shape("vendor.github-actions", *ACTIONS)
    shape("vendor.github-workflows", *WORKFLOWS)
    shape("vendor.gitlab-ci", *TEMPLATES)


def test_the_known_holes(tmp_path: Path) -> None:
    """As strict as zizmor can be; the examples with a place filled in, as their readers do."""
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    for file in WORKFLOWS:
        text = file.read_text(encoding="utf-8")
        (folder / file.name).write_text(
            text.replace("OWNER/jmap", "acme/jmap").replace("@COMMIT", f"@{'1a2b' * 10} # v1.0.0"),
            encoding="utf-8",
        )
    for number, file in enumerate(ACTIONS):
        copy = tmp_path / str(number) / "action.yml"
        copy.parent.mkdir()
        copy.write_bytes(file.read_bytes())
    zizmor = Path(sys.executable).with_name("zizmor")
    done = subprocess.run(
        [zizmor, "--offline", "--no-config", "--no-progress", "--color=never",
         "--persona", "pedantic", tmp_path],
        check=False, capture_output=True, timeout=120,
    )  # fmt: skip
    said = done.stdout.decode() + done.stderr.decode()
    assert not done.returncode, said
    assert re.search(r"No findings to report.*\(1 ignored", said), said


def test_zizmor_would_find_a_hole(tmp_path: Path) -> None:
    step = "  using: composite\n  steps:\n    - shell: bash\n      run: echo ${{ inputs.x }}\n"
    (tmp_path / "action.yml").write_text(
        f"name: x\ndescription: x\ninputs:\n  x:\n    default: ''\nruns:\n{step}", encoding="utf-8"
    )
    zizmor = Path(sys.executable).with_name("zizmor")
    done = subprocess.run(
        [zizmor, "--offline", tmp_path], check=False, capture_output=True, timeout=120
    )
    assert done.returncode


def shown(file: Path) -> str:
    """A file as the name of a test."""
    return str(file.relative_to(ROOT))


@pytest.mark.parametrize("file", [*ACTIONS, *WORKFLOWS], ids=shown)
def test_every_action_is_pinned(file: Path) -> None:
    for line in file.read_text(encoding="utf-8").split("\n"):
        if "uses:" in line and "OWNER/jmap" not in line:
            assert PINNED.fullmatch(line.split("uses:")[1].strip()), line


@pytest.mark.parametrize("file", ACTIONS, ids=shown)
def test_scripts_hold_no_expressions(file: Path) -> None:
    for step in yaml.safe_load(file.read_text(encoding="utf-8"))["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


def test_the_second_workflow_has_no_checkout() -> None:
    said = yaml.safe_load((ROOT / "docs" / "ci" / "maps-comment.yml").read_text(encoding="utf-8"))
    (job,) = said["jobs"].values()

    assert [step["uses"] for step in job["steps"]] == ["OWNER/jmap/action/comment@COMMIT"]
    assert job["permissions"] == {"actions": "read", "pull-requests": "write"}
    first = yaml.safe_load((ROOT / "docs" / "ci" / "maps-of-forks.yml").read_text(encoding="utf-8"))
    assert said[True]["workflow_run"]["workflows"] == [first["name"]]
    assert first["jobs"]["maps"]["permissions"] == {"contents": "read"}


def test_inputs_of_the_examples_exist() -> None:
    known = yaml.safe_load(ACTIONS[0].read_text(encoding="utf-8"))["inputs"]
    for file in EXAMPLES:
        for job in yaml.safe_load(file.read_text(encoding="utf-8"))["jobs"].values():
            for step in job["steps"]:
                if step["uses"] == "OWNER/jmap@COMMIT":
                    assert step["with"].keys() <= known.keys()


def test_every_input_reaches_the_steps_and_the_docs() -> None:
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    for file in ACTIONS:
        text = file.read_text(encoding="utf-8")
        for name in yaml.safe_load(text)["inputs"]:
            assert f"inputs.{name}" in text
            assert f"`{name}`" in page
