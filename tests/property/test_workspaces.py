"""Which folders are workspaces says nothing about customers: what changed in journeys is the same,
however files are shared out among workspaces before and after.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from jmap.cli.comparing import compared
from jmap.cli.sides import sides
from jmap.diff.judged import Judged

FOLDERS = ("", "a", "b", "b/c")
# Not alike: whether two journeys are one under another id is only guessed within a workspace.
TITLES = (
    *("Ordering a line", "Bills", "Moving house", "Faults at night", "We quit"),
    *("Quarterly survey", "Vexed jury", "Birthday gift", "Kwik fix", "Zoo"),
)
TEAMS = "".join(f'team {name} "{name}"\n' for name in ("care", "web"))


@dataclass(frozen=True)
class Map:
    """A file of one journey."""

    id: str
    folder: str = ""
    was: str = ""
    owner: str = "care"
    current: int = 5

    def text(self) -> str:
        was = f" was {self.was}" if self.was else ""
        title = TITLES[int(self.id[1]) + 5 * (self.id[0] == "n")]
        return (
            f'import "/teams.jmap"\njourney {self.id}{was} "{title}" {{\n  stage s {{\n'
            f"    touchpoint t {{\n      owner {self.owner}\n      current {self.current}m\n"
            "      desired 2m\n    }\n  }\n}\n"
        )


Maps = tuple[Map, ...]
State = tuple[Maps, frozenset[str]]
"""Maps, and the folders that are workspaces."""
MAP = st.builds(
    Map,
    id=st.just(""),
    folder=st.sampled_from(FOLDERS),
    owner=st.sampled_from(["care", "web"]),
    current=st.integers(1, 9),
)
MAPS = st.lists(MAP, min_size=1, max_size=5).map(
    lambda maps: tuple(replace(one, id=f"j{number}") for number, one in enumerate(maps))
)
LAYOUTS = st.frozensets(st.sampled_from(FOLDERS[1:]))
"""The folders that are workspaces; what is around all of them always is one."""
EDITS = ("keep", "keep", "value", "owner", "move", "rename", "remove", "add")


@st.composite
def edited(draw: st.DrawFn, maps: Maps) -> Maps:
    found: list[Map] = []
    for number, one in enumerate(maps):
        kind = draw(st.sampled_from(EDITS))
        if kind == "add":
            found.append(Map(f"n{number}", draw(st.sampled_from(FOLDERS)), current=3))
        if kind != "remove":
            found.append(draw(changed(one, kind)))
    return tuple(found) or maps


def changed(one: Map, kind: str) -> st.SearchStrategy[Map]:
    if kind == "value":
        return st.integers(1, 9).map(lambda value: replace(one, current=value))
    if kind == "owner":
        return st.just(replace(one, owner="web"))
    if kind == "move":
        return st.sampled_from(FOLDERS).map(lambda folder: replace(one, folder=folder))
    return st.just(replace(one, id=f"{one.id}x", was=one.id) if kind == "rename" else one)


def write(maps: Maps, layout: frozenset[str], folder: Path) -> None:
    files = {f"{one.folder}/{one.id}.jmap": one.text() for one in maps}
    for root in ("", *layout):
        files |= {f"{root}/jmap.toml": "", f"{root}/teams.jmap": TEAMS}
    for name, text in files.items():
        path = folder / name.lstrip("/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def told(one: Judged) -> tuple[object, ...]:
    change = one.change
    return (change.kind, one.where, change.field, one.weight, one.lines, one.fingerprint)


def changes(old: State, new: State, *, whole: bool) -> list[str]:
    """What is told of journeys; a workspace that came declares teams of its own."""
    with TemporaryDirectory() as folder:
        places = (Path(folder, "old"), Path(folder, "new"))
        for state, place in zip((old, new), places, strict=True):
            write(*state, place)
        found = compared(sides(str(places[0]), str(places[1]), ".", whole=whole))
        judged = (one for part in found for one in part.changes)
        return sorted(
            repr(told(one)) for one in judged if one.change.address[0].field == "journeys"
        )


PAIRS = MAPS.flatmap(lambda maps: st.tuples(st.just(maps), edited(maps)))


@given(PAIRS, LAYOUTS, LAYOUTS)
def test_the_same_is_told(
    pair: tuple[Maps, Maps], before: frozenset[str], after: frozenset[str]
) -> None:
    old, new = pair
    flat = changes((old, frozenset()), (new, frozenset()), whole=True)
    for whole in (True, False):
        assert changes((old, before), (new, after), whole=whole) == flat
