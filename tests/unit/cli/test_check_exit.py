"""The exit status of a check: 0 all well, 1 something was found, 2 it could not be done."""

import pytest

from tests.unit.cli.conftest import Desk

FINE, FINDINGS, FAILED = 0, 1, 2
CLEAN = 'persona dana "Dana" {\n  age 29\n}\n'
NOTE = 'channel c { owner "Sales" }\n'
WARNING = "journey j {\n}\n"
ERROR = "persona dana { agee 29 }\n"


@pytest.mark.parametrize(
    ("text", "options", "status"),
    [
        (CLEAN, (), FINE),
        (NOTE, (), FINE),
        (WARNING, (), FINDINGS),
        (ERROR, (), FINDINGS),
        (CLEAN, ("--fail-level", "info"), FINE),
        (NOTE, ("--fail-level", "info"), FINDINGS),
        (WARNING, ("--fail-level", "error"), FINE),
        (ERROR, ("--fail-level", "error"), FINDINGS),
        (WARNING, ("--exit-zero",), FINE),
        (ERROR, ("--exit-zero",), FINE),
        (ERROR, ("--exit-zero", "--fail-level", "info"), FINE),
        (WARNING, ("-q",), FINDINGS),
        (WARNING, ("--statistics",), FINDINGS),
        (WARNING, ("-f", "json"), FINDINGS),
        (WARNING, ("-o", "out.txt"), FINDINGS),
        (WARNING, ("--ignore", "all"), FINE),
        (WARNING, ("--select", "pains,gaps"), FINE),
    ],
)
def test_findings(desk: Desk, text: str, options: tuple[str, ...], status: int) -> None:
    desk.save("a.jmap", text)

    assert desk.check(*options, "a.jmap").status == status
    assert desk.check(*options, "-", stdin=text).status == status


@pytest.mark.parametrize(
    ("config", "options", "status"),
    [
        ('fail-level = "error"', (), FINE),
        ('fail-level = "info"', (), FINDINGS),
        ('fail-level = "error"', ("--fail-level", "warning"), FINDINGS),
        ('fail-level = "error"', ("--isolated",), FINDINGS),
        ("select = []", (), FINE),
        ('[severity]\nempty-journey = "info"', (), FINE),
        ('[severity]\nempty-journey = "error"', ("--fail-level", "error"), FINDINGS),
    ],
)
def test_what_the_configuration_says(
    desk: Desk, config: str, options: tuple[str, ...], status: int
) -> None:
    desk.save("jmap.toml", config)
    desk.save("a.jmap", WARNING)

    assert desk.check(*options, "a.jmap").status == status


@pytest.mark.parametrize(
    "config",
    [
        b"select = [", b"selct = []", b'ignore = ["no-such"]', b'profile = "x"', b"\xff", b"a\0",
        b'[rules.steep-drop]\nno-such = 1', b"[[overrides]]", b"a = " + b"[" * 9999,
    ],
)  # fmt: skip
def test_a_wrong_configuration_cannot_be_done(desk: Desk, config: bytes) -> None:
    """Also where nothing that is found counts: nobody knows what it would have asked for."""
    desk.save("jmap.toml", config)
    desk.save("a.jmap", CLEAN)
    ended = desk.check("a.jmap")

    assert ended.status == FAILED
    assert "jmap.toml:" in ended.out
    assert desk.check("--exit-zero", "a.jmap").status == FAILED
    assert desk.check("--isolated", "a.jmap").status == FINE


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--select", "no-such", "a.jmap"), "there is no rule or tag 'no-such'"),
        (("--ignore", "empty-journy", "a.jmap"), 'did you mean "empty-journey"?'),
        (("--extend-select", "text,,no", "a.jmap"), "there is no rule or tag 'no'"),
        (("--profile", "strikt", "a.jmap"), 'did you mean "strict"?'),
        (("--config", "no.toml", "a.jmap"), "there is no configuration 'no.toml'"),
        (("--config", "jmap.toml", "--isolated", "a.jmap"), "contradict each other"),
        (("--baseline", "no.json", "a.jmap"), "no such file"),
        (("--baseline", "jmap.toml", "a.jmap"), "this is no baseline"),
        (("--fail-level", "none", "a.jmap"), "none"),
        (("--today", "1405-13-01", "a.jmap"), "1405-13-01"),
        (("--fix", "-"), "add --diff"),
        (("--fix", "--write-baseline", "b.json", "a.jmap"), "--write-baseline goes without"),
        (("--diff", "--write-baseline", "b.json", "a.jmap"), "--write-baseline goes without"),
        (("--diff", "-o", "x", "a.jmap"), "no report beside it"),
        (("-o", "b.jmap", "a.jmap"), "is a journey file"),
        (("--write-baseline", "a.jmap", "a.jmap"), "is a journey file"),
        (("no.jmap",), "there is no file or folder"),
        ((), "Missing argument"),
    ],
)
def test_usage(desk: Desk, arguments: tuple[str, ...], words: str) -> None:
    desk.save("a.jmap", WARNING)
    ended = desk.check(*arguments)

    assert (ended.status, ended.out) == (FAILED, "")
    assert words in " ".join(ended.err.split())
    assert desk.read("a.jmap") == WARNING


@pytest.mark.parametrize("epoch", ["", "x", "9" * 30, "-1e9"])
def test_a_day_that_is_none(desk: Desk, epoch: str) -> None:
    desk.save("a.jmap", CLEAN)
    ended = desk.check("a.jmap", SOURCE_DATE_EPOCH=epoch)

    assert (ended.status, ended.out) == (FAILED, "")
    assert ended.err.count("SOURCE_DATE_EPOCH") == 1
    assert desk.check("--today", "2026-11-22", "a.jmap", SOURCE_DATE_EPOCH=epoch).status == FINE


def test_what_cannot_be_read(desk: Desk) -> None:
    desk.save("a.jmap", CLEAN)
    (desk.folder / "b.jmap").symlink_to("nowhere.jmap")

    assert desk.check("b.jmap").status == FAILED
    assert desk.check("a.jmap", "b.jmap").status == FINDINGS
    assert desk.check(".").status == FINE
    (desk.folder / "c.jmap").mkdir()
    assert desk.check("c.jmap").status == FAILED


def test_workspaces_apart(desk: Desk) -> None:
    """One that cannot be done does not hide what is found in others, and the order of paths
    changes nothing.
    """
    for name, config in (("a", "selct = 1"), ("b", "")):
        desk.save(f"{name}/jmap.toml", config)
        desk.save(f"{name}/x.jmap", WARNING)
    ended = desk.check("a", "b")

    assert ended.status == FAILED
    assert [line.split(" ")[0] for line in ended.out.splitlines() if line[:2] in ("a/", "b/")] == [
        "a/jmap.toml:1:1:", "a/x.jmap:1:1:", "b/x.jmap:1:1:",
    ]  # fmt: skip
    assert desk.check("b", "a") == ended
    assert desk.check("b/x.jmap", "a/x.jmap", "-f", "json", PYTHONHASHSEED="3") == desk.check(
        "a/x.jmap", "b/x.jmap", "-f", "json", PYTHONHASHSEED="99"
    )


def test_a_model_in_json_heeds_the_configuration_around_it(desk: Desk) -> None:
    desk.save("a.jmap", WARNING)
    import jmap

    loaded = jmap.load(desk.folder / "a.jmap")
    from jmap.renderers.json import Json

    desk.save("model.json", Json().render(loaded.workspace, loaded.workspace.journeys))
    assert desk.names("model.json") == desk_names(desk)
    desk.save("jmap.toml", "select = []")
    assert desk.names("model.json") == []
    desk.save("jmap.toml", '[[overrides]]\npaths = ["model.json"]\nselect = []')
    assert desk.names("model.json") == []
    desk.save("model.json", "{}")
    assert desk.check("model.json").status == FINDINGS


def desk_names(desk: Desk) -> list[str]:
    """What is found in the source, told of the model."""
    found = [line.split(" ")[1] for line in desk.names("a.jmap")]
    assert found
    return [f"model.json:1:1: {name}" for name in found]


def test_paths_in_overrides_count_from_the_workspace(desk: Desk) -> None:
    desk.save("jmap.toml", '[[overrides]]\npaths = ["قدیمی"]\nselect = []\n')
    desk.save("قدیمی/a.jmap", WARNING)
    desk.save("نو/a.jmap", WARNING.replace("j ", "k "))

    assert [line.split(":")[0] for line in desk.names(".")] == ["نو/a.jmap"]
    assert desk.names("قدیمی/a.jmap") == []


def test_a_configuration_by_name(desk: Desk) -> None:
    desk.save("a.jmap", WARNING)
    desk.save("ci/other.toml", "select = []")

    assert desk.names("a.jmap")
    assert desk.names("--config", "ci/other.toml", "a.jmap") == []
    desk.save("ci/pyproject.toml", "[tool.jmap]\nselect = []")
    assert desk.names("--config", "ci/pyproject.toml", "a.jmap") == []
