"""A new statement is one class or one field: everything else about it follows."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from jmap.format import format_source
from jmap.loading import load_text
from jmap.model.declared import Declared
from jmap.model.fields import Rating, Text
from jmap.model.journey import Journey
from jmap.model.lines import Owner
from jmap.model.statement import Head, Line, spec
from jmap.model.vocabulary import specs, vocabulary
from jmap.model.workspace import Document
from jmap.source import SourceFile


class Ritual(Declared):
    """Something done the same way each time. It calms people."""

    keyword = "ritual"
    scope: ClassVar[Literal["workspace", "journey", ""]] = "workspace"
    mood: Annotated[Literal["solemn", "merry"] | None, Head("How it feels")] = None
    weight: Annotated[Rating | None, Line("How much it matters")] = None
    owner: Annotated[Owner | None, Line("Who keeps it")] = None


class MyJourney(Journey):
    """A journey with one more line."""

    weather: Annotated[Text | None, Line("The weather on the day")] = None


class MyWorkspace(Document):
    """A language with two more statements."""

    rituals: tuple[Ritual, ...] = ()
    journeys: Annotated[tuple[MyJourney, ...], Field()] = ()


TEXT = """team crew
ritual tea merry "Tea at four" { weight 4; owner crew }
journey j { weather "Rain"; stage s }
"""


def test_it_is_read() -> None:
    loaded = load_text(TEXT, root=MyWorkspace)

    assert loaded.ok, loaded.diagnostics
    assert isinstance(loaded.workspace, MyWorkspace)
    (ritual,) = loaded.workspace.rituals
    assert (ritual.id, ritual.mood, ritual.title, ritual.weight) == (
        "tea",
        "merry",
        "Tea at four",
        4,
    )
    assert loaded.workspace.journeys[0].weather == "Rain"


def test_its_mistakes_are_told() -> None:
    text = "ritul a\nritual b { wieght 9 }\njourney j { wether 3 }\n"
    found = [(item.name, item.help) for item in load_text(text, root=MyWorkspace).diagnostics]

    assert ("unknown-word", "did you mean `ritual`?") in found
    assert ("unknown-word", "did you mean `weight`?") in found
    assert ("unknown-word", "did you mean `weather`?") in found
    assert "wrong-value" in [name for name, _ in found]


def test_it_is_laid_out() -> None:
    result = format_source(SourceFile("t", TEXT), root=MyWorkspace)

    assert result.ok, result.diagnostics
    assert "  weight 4\n  owner crew\n" in result.text
    assert '  weather "Rain"\n' in result.text
    assert not format_source(SourceFile("t", result.text), root=MyWorkspace).changed


def test_it_is_in_the_schema_and_the_vocabulary() -> None:
    schema = MyWorkspace.model_json_schema()

    assert schema["$defs"]["Ritual"]["properties"]["weight"]
    assert "weather" in schema["$defs"]["MyJourney"]["properties"]
    assert {"ritual", "weather", "weight"} <= set(vocabulary(MyWorkspace)["statements"])
    assert {"solemn", "merry"} <= set(vocabulary(MyWorkspace)["choices"])


def test_it_has_the_facts_of_a_reference_page() -> None:
    shape = next(item for item in specs(MyWorkspace) if item.cls is Ritual)

    assert [head.name for head in shape.heads] == ["id", "was", "title", "mood"]
    assert shape.body["weight"].about == "How much it matters"
    assert spec(MyWorkspace).body["ritual"].about == "Something done the same way each time"
    assert spec(MyJourney).body["weather"].item.takes == "text in quotes"


class Notebook(Document):
    """A language with statements of one value at the top of a file."""

    remarks: Annotated[tuple[Text, ...], Line("A remark", "remark")] = ()
    mottoes: Annotated[Text | None, Line("A motto", "motto")] = None


def test_a_line_may_stand_at_the_top_of_a_file() -> None:
    loaded = load_text('remark "a"\nremark "b"\nmotto "c"\n', root=Notebook)

    assert loaded.ok, loaded.diagnostics
    assert isinstance(loaded.workspace, Notebook)
    assert loaded.workspace.remarks == ("a", "b")
    assert loaded.workspace.mottoes == "c"
