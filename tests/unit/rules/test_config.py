"""Configurations: what they may say, and what is said of a wrong one, with its exact place."""

from collections.abc import Callable
from pathlib import Path

import pytest

from jmap import limits
from jmap.config import Choice, Settings, read_settings
from jmap.config.places import places
from jmap.diagnostics import Diagnostic
from jmap.rules.plan import Plan
from tests.unit.rules.conftest import SEEN

Read = Callable[..., Settings]


def told(settings: Settings) -> list[str]:
    """Every complaint as ``line:column marked text: message (help)``."""
    return [_line(item) for item in Plan(SEEN, settings).faults()]


def _line(item: Diagnostic) -> str:
    at = item.position
    marked = item.source.text[item.span.start : item.span.end]
    return f"{at.line}:{at.column} {marked} | {item.message} | {item.help}"


def test_everything_that_may_be_said(settings: Read) -> None:
    found = settings(
        """
        # پیکربندی نقشه‌ها
        profile = "strict"
        select = ["seen"]
        extend-select = ["all"]
        ignore = ["seen-stage"]
        fail-level = "info"
        baseline = "known.json"
        [severity]
        seen-stage = "error"
        [rules.seen-stage]
        level = 5
        [[overrides]]
        paths = ["قدیمی/**"]
        journeys = ["بازگشت-وجه"]
        ignore = ["all"]
        """
    )

    assert told(found) == []
    assert found.choice == Choice(
        "strict", ("seen",), ("all",), ("seen-stage",), {"seen-stage": "error"},
        {"seen-stage": {"level": 5}},
    )  # fmt: skip
    (override,) = found.overrides
    assert (override.paths, override.journeys) == (("قدیمی/**",), ("بازگشت-وجه",))
    assert override.choice == Choice(ignore=("all",))
    assert (found.fail_level, found.baseline) == ("info", "known.json")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("selct = []", '1:1 selct | there is no key \'selct\' here | did you mean "select"?'),
        ("extend_select = []", '1:1 extend_select | there is no key \'extend_select\' here | '
         'did you mean "extend-select"?'),
        ('"گزینش" = 1', "1:1 \"گزینش\" | there is no key 'گزینش' here | there is "),
        ("profile = 3", '1:1 profile | profile takes a text | write profile = "…"'),
        ('profile = "strikt"', "1:1 profile | there is no profile 'strikt' | "
         'did you mean "strict"?'),
        ('profile = "none"', "1:1 profile | there is no profile 'none' | "
         "to run no rules, write select = []"),
        ('select = "all"', '1:1 select | select takes a list of texts | write select = ["…"]'),
        ('select = ["seen", 3]', '1:19 3 | 3 is no text | write select = ["…"]'),
        ('select = ["seen",\n  "sean"]', '2:3 "sean" | there is no rule or tag \'sean\' | '
         'did you mean "seen"?'),
        ("ignore = ['no-such']", "1:11 'no-such' | there is no rule or tag 'no-such' | "
         "`jmap rules` lists all rules and their tags"),
        ('[severity]\nseen-stage = "loud"', '2:1 seen-stage | there is no severity "loud" | '
         'write one of "error", "warning", "info"; ignore turns a rule off'),
        ('severity = "error"', "1:1 severity | severity is a table | begin it with [severity]"),
        ('[severity]\nsen-stage = "info"', "2:1 sen-stage | there is no rule 'sen-stage' | "
         'did you mean "seen-stage"?'),
        ('severity."seen-stag" = "info"', "1:10 \"seen-stag\" | there is no rule 'seen-stag' | "
         'did you mean "seen-stage"?'),
        ("[rules]\nseen-stage = 3", "2:1 seen-stage | the settings of seen-stage are a table | "
         "write a table: [rules.seen-stage]"),
        ("[rules.seen-stage]\nlevle = 3", "2:1 levle | seen-stage has no setting 'levle' | "
         'did you mean "level"?'),
        ("[rules.seen-touchpoint]\nx = 3", "2:1 x | seen-touchpoint has no setting 'x' | "
         "there is: none"),
        ("[rules.seen-stage]\nlevel = 9", "2:1 level | level of seen-stage takes a whole number "
         "from 1 to 5 | write level = 3"),
        ('fail-level = "none"', "1:1 fail-level | there is no level 'none' | "
         'write one of "error", "warning", "info"'),
        ("overrides = 1", "1:1 overrides | overrides are tables | begin each with [[overrides]]"),
        ("[overrides]\nx = 1", "1:2 overrides | overrides are tables | "
         "begin each with [[overrides]]"),
        ('[[overrides]]\nignore = ["all"]', "1:3 overrides | this override applies nowhere | "
         'say where: paths = ["legacy/**"] or journeys = ["refund"]'),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(settings: Read, text: str, complaint: str) -> None:
    (found,) = told(settings(text))

    assert found.startswith(complaint)


@pytest.mark.parametrize("value", ["true", "2.5", '"3"', "[3]", "0", "6", "inf", "9" * 400, "{}"])
def test_a_setting_takes_what_it_takes(settings: Read, value: str) -> None:
    (found,) = told(settings(f"[rules.seen-stage]\nlevel = {value}"))

    assert "level of seen-stage takes a whole number from 1 to 5" in found


@pytest.mark.parametrize(
    ("line", "fits"),
    [
        ("share = 1", True),
        ("share = 0.25", True),
        ("share = nan", False),
        ("share = inf", False),
        (f"share = {'9' * 400}", False),
        ("share = true", False),
        ("loud = true", True),
        ("loud = 1", False),
        ('label = ""', True),
        ("label = 1979-05-27", False),
        ('way = "there"', True),
        ('way = "nowhere"', False),
        ('words = ["سه"]', True),
        ("words = []", True),
        ('words = "three"', False),
        ("words = [3]", False),
    ],
)
def test_settings_of_every_kind(settings: Read, line: str, *, fits: bool) -> None:
    assert (told(settings(f"[rules.seen-stage]\n{line}")) == []) == fits


def test_two_overrides_with_the_same_fault(settings: Read) -> None:
    """Each complaint points at its own override, whatever comments and texts say before."""
    found = settings(
        "# ignore: select = nothing\n"
        '[[overrides]]\npaths = ["ignor"]\nignor = []\n'
        '[[overrides]]\npaths = ["b"]\nignor = []\nselect = ["sean"]\n'
        '[[overrides]]\npaths = ["c"]\n'
        '[overrides.severity]\nsen-stage = "info"\n'
        "[overrides.rules.seen-stage]\nlevle = 1\n"
    )

    assert [line.partition(" | ")[0] for line in told(found)] == [
        "4:1 ignor", "7:1 ignor", '8:11 "sean"', "12:1 sen-stage", "14:1 levle",
    ]  # fmt: skip


def test_an_override_without_a_place_shifts_no_other(settings: Read) -> None:
    found = settings('[[overrides]]\nignore = []\n[[overrides]]\npaths = ["b"]\nselect = ["sean"]')

    assert [line.partition(" | ")[0] for line in told(found)] == ["1:3 overrides", '5:11 "sean"']


def test_inline_tables_and_dotted_keys(settings: Read) -> None:
    found = settings(
        'overrides = [ { paths = ["a"], ignore = ["sean"] }, { paths = ["b"], selct = [] } ]\n'
        "rules.seen-stage = { level = 9 }\n"
    )

    assert [line.partition(" | ")[0] for line in told(found)] == [
        "1:70 selct", "2:22 level", '1:42 "sean"',
    ]  # fmt: skip


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_marks(settings: Read, end: str, mark: str) -> None:
    text = mark + end.join(("# نظر", 'baseline = """', "a", 'b"""', "selct = []", ""))

    found = settings(text)

    assert [line.partition(" | ")[0] for line in told(found)] == ["5:1 selct"]
    assert found.baseline == "a\nb"


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ('select = ["a"', "1:13", "this is no TOML: "),
        ("select = [\n", "1:10", "this is no TOML: "),
        ("a = 1\r\n\r\nb = = 2\r\n", "3:5", "this is no TOML: invalid value"),
        ("نام = 1", "1:1", "this is no TOML: "),
        ("a = 1\na = 2", "2:", "this is no TOML: "),
        ("a = 2026-13-45", "1:", "this is no TOML: "),
        ("a = " + "[" * 50_000, "1:1", "this is no TOML: it is nested too deeply"),
        ("a." * 50_000 + "a = 1", "1:1", "this is no TOML: a key has more than 16 parts"),
        ("a = " + "1" * 5000, "1:1", "this is no TOML: "),
        ('a = """' + '"x' * 5000, "1:10007", "this is no TOML: "),
    ],
)
def test_broken_toml(settings: Read, text: str, place: str, message: str) -> None:
    (found,) = told(settings(text))

    assert found.startswith(place)
    assert message in found


def test_what_is_no_text(settings: Read) -> None:
    for content, name in (
        (b"\xff", "not-utf-8"),
        (b"\xff\xfea", "not-utf-8"),
        (b"a=\0", "not-text"),
    ):
        (found,) = settings(content).diagnostics
        assert found.name == name


def test_a_configuration_has_bounds(settings: Read) -> None:
    (found,) = settings("# x\n" * (limits.CONFIG_BYTES // 4 + 1)).diagnostics

    assert found.name == "wrong-configuration"
    assert "262,144 bytes" in found.message


def test_many_unknown_names_are_not_all_compared(settings: Read) -> None:
    names = ", ".join(f'"seen-stagf-{number}"' for number in range(5000))

    found = told(settings(f"ignore = [{names}]"))

    assert len(found) == 5000
    assert sum("did you mean" in line for line in found) <= 100


def test_a_file_of_many_tools(settings: Read) -> None:
    name = "pyproject.toml"
    found = settings(
        '[project]\nselct = 1\n[tool.other]\nignor = 1\n[tool.jmap]\nselect = []\nselct = ["x"]\n'
        '[[tool.jmap.overrides]]\npaths = ["a"]\nignore = ["no"]\n',
        name,
    )

    assert found.choice.select == ()
    assert [line.partition(" | ")[0] for line in told(found)] == ["7:1 selct", '10:11 "no"']
    assert settings('[project]\nname = "x"\n', name).choice == Choice()
    assert told(settings('[tool.other]\nselct = "jmap"\n', name)) == []
    assert told(settings("tool = 3 # jmap", name)) == []
    assert told(settings("[tool]\njmap = 3", name)) == [
        "2:1 jmap | tool.jmap is a table | begin it with [tool.jmap]"
    ]


def test_faults_in_a_file_of_many_tools(settings: Read) -> None:
    """They are for whoever they concern: jmap speaks where its own table is lost by them."""
    name = "pyproject.toml"

    assert told(settings("[project\n# jmap", name)) == []
    assert len(told(settings("[tool.jmap]\nselect = [\n", name))) == 1
    assert len(told(settings("[[tool . jmap.overrides]]\npaths = 1\n[x", name))) == 1


def test_which_file_counts(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == Settings()
    (tmp_path / "pyproject.toml").write_text('[tool.jmap]\nprofile = "strict"\n')
    assert read_settings(tmp_path).choice.profile == "strict"
    (tmp_path / "jmap.toml").touch()
    assert read_settings(tmp_path).choice == Choice()


def test_one_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "jmap.toml").symlink_to(tmp_path / "jmap.toml")
    assert read_settings(tmp_path) == Settings()
    (tmp_path / "pyproject.toml").mkdir()
    assert read_settings(tmp_path) == Settings()


@pytest.mark.parametrize(
    "text",
    [
        "a = {}\n[b]\n[[c]]\n[[c]]\n[c.d]\n[[c.e]]\n[[c.e]]",
        'a = [[1, [2]], {b = [3]}, \'\'\'x]\'\'\', """""]"""""]',
        '"a\\"b" = 1\n\'c"d\' = 2\n"e\\u0066" = 3',
        "a = [ # ]\n 1, # 2\n ]",
        "a . b . c = 1",
        "a = 1979-05-27 07:32:00\nb = +1_000\nc = 0xF",
    ],
)
def test_every_value_has_its_place(text: str) -> None:
    """What the keys and numbers of the places lead to is there, and nothing is left out."""
    import tomllib

    found = {keys for keys in places(text) if text}

    assert found >= set(_ways(tomllib.loads(text), ()))


def _ways(value: object, here: tuple[str | int, ...]) -> list[tuple[str | int, ...]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()  # fmt: skip  # noqa: E501
    found = [here] if here and not (isinstance(value, list) and value and isinstance(value[0], dict)) else []  # fmt: skip  # noqa: E501
    for key, one in items:
        found += _ways(one, (*here, key))
    return found


@pytest.mark.parametrize("size", range(0, 400, 7))
def test_places_of_any_text_are_found_at_once(size: int) -> None:
    """The search for places ends whatever a file holds."""
    text = ('[[a]]\nb = {c = [1, """x""", {d.e = "y"}]} # z\n"f" = \'g\'\n' * 6)[size:]

    for cut in (text, text[: -size or None], text.replace("]", ""), text.replace('"', "")):
        assert all(0 <= span.start < span.end <= len(cut) for span in places(cut).values())
