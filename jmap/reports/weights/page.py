"""What a name of a weight means: its page, and the list of all of them."""

from collections.abc import Iterable, Iterator

from jmap.diff.judged import Judged, judged
from jmap.diff.weights import TOPICS, WEIGHTS
from jmap.loading import Loaded, load_text
from jmap.reports.changes.compared import Compared
from jmap.reports.changes.text import text
from jmap.reports.document import document
from jmap.reports.style import Style
from jmap.reports.weights.examples import EXAMPLES

VERSION = 1
_HEADING = ("| change | means | for customers |", "| --- | --- | --- |")


def weight_page(name: str) -> str:
    """What a name means, with an example, in Markdown. Raises ``KeyError`` for an unknown one."""
    return "\n\n".join(_parts(name)) + "\n"


def weights_page() -> str:
    """All names by what they are about, in Markdown: what each means, what it does to customers,
    and an example.
    """
    return "\n".join(_list()) + "\n"


def weights_json(names: Iterable[str]) -> str:
    """``{"version": 1, "changes": […]}``, whose fields are only ever added to."""
    entries = [
        {
            "name": name,
            "effects": list(WEIGHTS[name].effects),
            "about": WEIGHTS[name].about,
            "example": example_of(name),
        }
        for name in names
    ]
    return document({"version": VERSION, "changes": entries})


def example_of(name: str) -> str:
    """What ``jmap diff`` says of a change of some name."""
    example = EXAMPLES[name]
    old, new = load_text(example.old, "before.jmap"), load_text(example.new, "after.jmap")
    changes = [one for one in judged(old.workspace, new.workspace) if one.weight.name == name]
    return _shown(old, new, changes[:1])


def _shown(old: Loaded, new: Loaded, changes: list[Judged]) -> str:
    told = text([Compared("", old, new, tuple(changes))], Style())
    # Its last paragraph counts the changes.
    return told.rstrip("\n").rpartition("\n\n")[0]


def _parts(name: str) -> Iterator[str]:
    named = WEIGHTS[name]
    yield f"# {name}"
    yield f"{named.about}."
    yield f"For customers that is {' or '.join(named.effects)}."
    yield "## For example"
    yield f"```text\n{example_of(name)}\n```"
    yield "## To count it otherwise"
    other = "neutral" if "neutral" not in named.effects else "worse"
    yield "In `jmap.toml`, if your team sees it in another way:"
    yield f'```toml\n[diff.weights]\n{name} = "{other}"\n```'
    yield "## To let one pass"
    yield "Say why, in the map or in the message of a commit:"
    yield (
        f"```text\n# jmap: allow {name} -- why until 2027-03-01\n"
        f"Jmap-Allow: {name} JOURNEY.STAGE.TOUCHPOINT -- why\n```"
    )


def _list() -> Iterator[str]:
    yield "# What changes do to customers"
    yield ""
    yield (
        f"The {len(WEIGHTS)} names that `jmap diff` gives to changes. They are what `--fail-on`, "
        "`[diff.weights]` and allowances speak of: see [comparing](comparing.md). "
        "`jmap explain NAME` shows one."
    )
    for topic, names in TOPICS.items():
        yield from (
            "",
            f"## {topic}",
            "",
            "| change | means | for customers |",
            "| --- | --- | --- |",
        )
        for name, named in names.items():
            yield f"| [`{name}`](#{name}) | {named.about} | {', '.join(named.effects)} |"
    yield from ("", "## An example of each")
    for name in WEIGHTS:
        yield from ("", f"### {name}", "", "```text", example_of(name), "```")
