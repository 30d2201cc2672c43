"""Which workspaces of two states are about the same."""

from collections.abc import Mapping
from pathlib import Path

from jmap.cli.sides import sides
from jmap.loading.clusters import Cluster, Link, clusters

TEAMS = 'team care "Care"\nteam web "Web"\n'


def journey(name: str, title: str = "x") -> str:
    return f'journey {name} "{title}" {{\n}}\n'


def found(folder: Path, old: Mapping[str, str], new: Mapping[str, str]) -> set[tuple[str, str]]:
    return set(in_order(folder, old, new))


def in_order(folder: Path, old: Mapping[str, str], new: Mapping[str, str]) -> list[tuple[str, str]]:
    for side, texts in (("old", old), ("new", new)):
        for name, text in texts.items():
            path = folder / side / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            (path.parent / "jmap.toml").touch()
    both = sides(str(folder / "old"), str(folder / "new"), ".")
    return [(link.old, link.new) for one in both.clusters for link in one.links]


def test_by_their_names_whatever_they_hold(tmp_path: Path) -> None:
    assert found(
        tmp_path, {"a/x.jmap": journey("x"), "b/y.jmap": ""}, {"a/z.jmap": "", "b/q.jmap": ""}
    ) == {("a", "a"), ("b", "b")}


def test_files_that_are_the_same_in_several_go_where_the_others_went(tmp_path: Path) -> None:
    old = {f"{name}/teams.jmap": TEAMS for name in ("a", "b", "c")}
    old |= {f"{name}/{name}.jmap": journey(name) for name in ("a", "b", "c")}
    new = {f"new-{path}": text for path, text in old.items()}

    assert found(tmp_path, old, new) == {(name, f"new-{name}") for name in ("a", "b", "c")}


def test_by_a_journey_of_the_same_id_or_the_one_that_it_had(tmp_path: Path) -> None:
    old = {"a/x.jmap": journey("x"), "b/y.jmap": journey("y"), "c/z.jmap": journey("z")}
    new = {
        "d/1.jmap": journey("x", "New"),
        "e/2.jmap": journey("why was y"),
        "f/3.jmap": journey("other"),
    }
    assert found(tmp_path, old, new) == {("a", "d"), ("b", "e")}


def test_links_have_an_order_that_no_hash_decides(tmp_path: Path) -> None:
    names = "abcdefgh"
    old = {"from/x.jmap": "".join(map(journey, ("x", *names)))}
    new = {"from/x.jmap": journey("x"), **{f"to-{one}/y.jmap": journey(one) for one in names}}
    links = in_order(tmp_path, old, new)

    assert [now for _, now in links] == ["from", *(f"to-{one}" for one in names)]


def test_without_journeys_by_most_of_what_is_declared(tmp_path: Path) -> None:
    old = {"a/x.jmap": TEAMS, "b/x.jmap": "team one\nteam two\nteam three\n"}
    new = {"c/x.jmap": TEAMS.replace('"Web"', '"Digital"'), "d/x.jmap": "team one\nteam four\n"}

    assert found(tmp_path, old, new) == {("a", "c")}


def test_a_copy_is_no_move(tmp_path: Path) -> None:
    old = {"a/x.jmap": journey("x")}

    assert found(tmp_path, old, {**old, "b/x.jmap": journey("x")}) == {("a", "a")}


def test_by_a_journey_that_went_from_a_file_that_stays_to_another(tmp_path: Path) -> None:
    old = {"a/x.jmap": journey("x") + journey("y"), "b/z.jmap": journey("z"), "c/q.jmap": "team q"}
    cut = {**old, "a/x.jmap": journey("x"), "d/y.jmap": journey("y")}
    given = {**old, "a/x.jmap": journey("x"), "b/z.jmap": journey("z") + journey("why was y")}
    same = {(name, name) for name in ("a", "b", "c")}

    assert found(tmp_path / "cut", old, cut) == same | {("a", "d")}
    assert found(tmp_path / "given", old, given) == same | {("a", "b")}
    # One that stays where it was is in no other place.
    copied = {**old, "b/z.jmap": journey("z") + journey("y")}
    assert found(tmp_path / "copied", old, copied) == same


def test_clusters_and_homes() -> None:
    links = (Link("a", "a", 1), Link("a", "b", 5), Link("c", "b", 2), Link("d", "e", 1))
    one, other, came = clusters(["a", "c", "d"], ["a", "b", "e", "f"], links)

    assert one == Cluster(("a", "c"), ("a", "b"), links[:3])
    assert (other.old, other.new) == (("d",), ("e",))
    assert came == Cluster((), ("f",), ())
    # The one of the same name before all others, then the one with most files.
    assert one.homes_after == {"a": "a", "c": "b"}
    assert one.homes_before == {"a": "a", "b": "a"}
    assert came.homes_before == {}
    # Of several as strong the first.
    ties = Cluster(("a",), ("b", "c"), (Link("a", "b", 2), Link("a", "c", 2)))
    assert ties.homes_after == {"a": "b"}
