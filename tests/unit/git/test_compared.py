"""Revisions compared: what is read of them, and what that finds."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from jmap.cli.comparing import Uncomparable, compared
from jmap.cli.sides import Sides, sides
from jmap.git import GitFailed
from jmap.git.blobs import id_of
from tests.unit.git.made import Made, made

TEAMS = 'team care "Customer care"\nteam web "Web team"\n'


def trip(name: str, *, current: str = "26h", extra: str = "", imports: str = "/teams.jmap") -> str:
    return (
        f'import "{imports}"\njourney {name} "The {name} trip" {{\n{extra}  stage ask "Ask" {{\n'
        f'    touchpoint call "Calls" {{\n      owner care\n      current {current}\n'
        "      desired 4h\n    }\n  }\n}\n"
    )


@pytest.fixture
def maps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Made:
    """Three journeys that share a file, in one commit."""
    new = made(tmp_path / "maps")
    new.save("teams.jmap", TEAMS)
    for name in ("a", "b", "c"):
        new.save(f"{name}.jmap", trip(name))
    new.commit(message="first")
    monkeypatch.chdir(new.folder)
    return new


def changes(old: str = "HEAD~1", new: str | None = "HEAD", path: str = ".") -> list[str]:
    found = [one for part in compared(sides(old, new, path)) for one in part.changes]
    return [f"{one.change.kind} {one.where} {one.change.field}".strip() for one in found]


def loaded(both: Sides) -> list[list[str]]:
    """The files that were read on each side, by their paths."""
    return [
        sorted(
            file.path.removeprefix(side.prefix)
            for one in side.loaded.values()
            for file in one.files
        )
        for side in (both.before, both.after)
    ]


def test_only_what_changed_is_read(maps: Made) -> None:
    maps.save("b.jmap", trip("b", current="30h"))
    maps.commit()

    assert changes() == ["changed b.ask.call current"]
    # The first journey tells in which language to speak of what stands in none.
    assert loaded(sides("HEAD~1", "HEAD", ".")) == [["a.jmap", "b.jmap", "teams.jmap"]] * 2
    assert (
        loaded(sides("HEAD~1", "HEAD", ".", whole=True))
        == [["a.jmap", "b.jmap", "c.jmap", "teams.jmap"]] * 2
    )


def test_what_imports_a_changed_file_is_read(maps: Made) -> None:
    maps.save("teams.jmap", TEAMS.replace("Web team", "Digital"))
    maps.commit()

    assert changes() == ["changed web title"]
    assert loaded(sides("HEAD~1", "HEAD", "."))[1] == ["a.jmap", "b.jmap", "c.jmap", "teams.jmap"]


def test_nothing_is_read_where_nothing_changed(maps: Made) -> None:
    maps.commit("notes.txt")
    assert changes() == []
    assert loaded(sides("HEAD~1", "HEAD", ".")) == [[], []]
    assert loaded(sides("HEAD", None, ".")) == [[], []]


def test_the_working_tree_is_compared_by_its_bytes(maps: Made) -> None:
    maps.save("c.jmap", trip("c", current="3h"))
    assert changes("HEAD", None) == ["changed c.ask.call current"]
    # What a checkout does to line ends is no change of what files say.
    for name in ("a", "b", "c"):
        (maps.folder / f"{name}.jmap").write_bytes(trip(name).replace("\n", "\r\n").encode())
    assert changes("HEAD", None) == []


def test_errors_in_files_that_nothing_bears_on_are_not_told(maps: Made) -> None:
    maps.save("c.jmap", "blorp\n")
    maps.commit()
    maps.save("b.jmap", trip("b", current="30h"))
    maps.commit()

    assert changes() == ["changed b.ask.call current"]
    with pytest.raises(Uncomparable, match="blorp"):
        changes("HEAD~2")
    maps.save("teams.jmap", TEAMS + "blorp\n")
    maps.commit()
    with pytest.raises(Uncomparable, match="blorp"):
        changes()


def test_errors_in_the_first_journey_are_not_told_either(maps: Made) -> None:
    for text in ("blorp\n", trip("a").replace("care", "nobody")):
        maps.save("a.jmap", text)
        maps.commit()
        maps.save("b.jmap", trip("b", current=f"{len(text)}h"))
        maps.commit()
        assert changes() == ["changed b.ask.call current"]


def test_a_file_that_cannot_be_read_is_told(maps: Made) -> None:
    (maps.folder / "a.jmap").unlink()
    (maps.folder / "a.jmap").symlink_to("nowhere.jmap")
    with pytest.raises(Uncomparable, match="cannot-read"):
        changes("a.jmap", "a.jmap")


@pytest.mark.parametrize(
    "to", ["z.jmap", "far/away/a.jmap", "with space/a b.jmap", "سفر/مسیر.jmap"]
)
def test_moving_a_file_is_no_change(maps: Made, to: str) -> None:
    Path(to).parent.mkdir(parents=True, exist_ok=True)
    maps.git("mv", "--", "a.jmap", to)
    maps.commit()

    assert changes() == []
    assert changes("HEAD~1", None) == []


def test_moving_what_is_imported_is_no_change(maps: Made) -> None:
    Path("shared").mkdir()
    maps.git("mv", "teams.jmap", "shared/teams.jmap")
    for name in ("a", "b", "c"):
        maps.save(f"{name}.jmap", trip(name, imports="shared/teams.jmap"))
    maps.commit()

    assert changes() == []


def test_a_renamed_file_with_a_renamed_journey(maps: Made) -> None:
    maps.git("mv", "a.jmap", "x.jmap")
    maps.save("x.jmap", trip("x").replace("journey x", "journey x was a"))
    maps.commit()

    assert changes() == ["renamed x", "changed x title"]


@pytest.mark.parametrize(
    "name", ["-rf.jmap", "a\nb.jmap", " .jmap", '"quoted".jmap', "#x.jmap", "مسیر.jmap"]
)
def test_names_that_tools_stumble_over(maps: Made, name: str) -> None:
    maps.save(name, trip("odd"))
    maps.commit()
    maps.save(name, trip("odd", current="1h"))
    assert changes("HEAD", None) == ["changed odd.ask.call current"]
    maps.commit()
    assert changes() == ["changed odd.ask.call current"]


def test_a_merge_is_compared_with_either_parent(maps: Made) -> None:
    maps.git("checkout", "--quiet", "-b", "side")
    maps.save("b.jmap", trip("b", current="30h"))
    maps.commit(message="side")
    maps.git("checkout", "--quiet", "-")
    maps.save("c.jmap", trip("c", current="2h"))
    maps.commit(message="main")
    maps.git("merge", "--quiet", "--no-edit", "side")

    assert changes("HEAD^1") == ["changed b.ask.call current"]
    assert changes("HEAD^2") == ["changed c.ask.call current"]
    assert changes("HEAD~1...side", None) == ["changed b.ask.call current"]


@pytest.mark.parametrize("name", ["fix/#42", "renovate/c++", "a,b", "x=y", "50%", "شاخه‌ها"])
def test_branches_of_any_name(maps: Made, name: str) -> None:
    maps.git("branch", name)
    maps.save("b.jmap", trip("b", current="30h"))
    maps.commit()
    assert changes(name) == ["changed b.ask.call current"]


def test_submodules_are_somebody_elses(maps: Made, tmp_path: Path) -> None:
    other = made(tmp_path / "other")
    other.save("x.jmap", trip("x"))
    other.save("teams.jmap", TEAMS)
    other.save("team/jmap.toml", " ")
    other.save("team/y.jmap", "journey y {\n}\n")
    other.commit()
    maps.git(
        "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(other.folder), "sub"
    )
    maps.commit()
    assert changes() == changes("HEAD", None) == changes("HEAD~1", None) == []
    # By itself it is a repository as any other.
    maps.save("sub/x.jmap", trip("x", current="1h"))
    assert changes("HEAD", None, "sub") == ["changed x.ask.call current"]


def test_a_workspace_that_came_is_read_whole(maps: Made) -> None:
    maps.save("team/jmap.toml", " ")
    maps.save("team/x.jmap", "journey x {\n}\n")
    maps.commit()
    assert changes() == ["added x"]


def test_an_import_that_only_a_gone_file_had(maps: Made) -> None:
    for name in ("a", "b", "c"):
        maps.git("rm", "--quiet", f"{name}.jmap")
    maps.commit()
    assert changes() == ["removed a", "removed b", "removed c"]


def test_a_folder_of_a_revision_beside_one_on_the_disk(maps: Made, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for name in ("teams", "a", "b"):
        (elsewhere / f"{name}.jmap").write_bytes((maps.folder / f"{name}.jmap").read_bytes())
    assert changes("HEAD:", os.fspath(elsewhere)) == ["removed c"]


def test_files_have_the_same_order_on_the_disk_and_in_git(maps: Made) -> None:
    for name in ("A/z.jmap", "a/b/a.jmap", "a/z.jmap", "a-b/c.jmap", "Z.jmap", "é.jmap"):
        maps.save(name, f'journey {Path(name).stem.lower()}{len(name)} "x" {{\n}}\n')
    maps.commit()
    both = sides("HEAD", None, ".", whole=True)
    kept, lying = (
        [file.path.removeprefix(side.prefix) for file in side.loaded[""].files]
        for side in (both.before, both.after)
    )
    assert kept == lying


def test_a_bare_repository(maps: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    maps.save("b.jmap", trip("b", current="30h"))
    maps.commit()
    maps.git("clone", "--quiet", "--bare", ".", str(tmp_path / "bare.git"))
    monkeypatch.chdir(tmp_path / "bare.git")

    for old, new in (("HEAD~1", "HEAD"), ("HEAD~1...HEAD", None), ("HEAD~1:b.jmap", "HEAD:b.jmap")):
        assert changes(old, new) == ["changed b.ask.call current"]
    for old in ("HEAD", "HEAD~1", "HEAD:"):
        with pytest.raises(GitFailed, match="is bare"):
            changes(old, None)


def test_git_is_asked_for_one_repository(maps: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    maps.save("b.jmap", trip("b", current="30h"))
    maps.commit()
    asked: list[str] = []
    _count(monkeypatch, lambda line: asked.append(line[line.index("--no-pager") + 1 :][-1]))
    changes()
    assert len(asked) == len(["which folder", "two names", "", "two trees", "", "contents"])


def test_files_before_the_first_journey_are_not_asked_for_one_by_one(
    maps: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(20):
        maps.save(f"A/{number}.jmap", f"team t{number}\n")
    maps.commit()
    maps.save("A/7.jmap", 'team t7 "Renamed"\n')
    asked: list[list[str]] = []
    _count(monkeypatch, asked.append)

    assert changes("HEAD", None) == ["changed t7 title"]
    assert len(asked) <= len(["which folder", "name", "tree", "first journey", "contents"])


def _count(monkeypatch: pytest.MonkeyPatch, met: Callable[[list[str]], None]) -> None:
    from jmap.git import running

    usual = running._start

    def counted(line: list[str]) -> object:
        met(line)
        return usual(line)

    monkeypatch.setattr(running, "_start", counted)


@pytest.mark.parametrize("kind", ["sha1", "sha256"])
def test_contents_are_named_as_git_names_them(tmp_path: Path, kind: str) -> None:
    new = Made(tmp_path / kind)
    new.folder.mkdir()
    new.git("init", "--quiet", f"--object-format={kind}")
    content = "سلام\n".encode()
    name = new.git("hash-object", "--stdin", stdin=content)
    assert id_of(content, name) == name


@pytest.mark.parametrize(
    ("operands", "refusal"),
    [
        (("HEAD:notes", "HEAD"), "no .jmap file in `notes` of the revision HEAD"),
        (("HEAD:gone", "HEAD"), "`gone` is not in the revision `HEAD`"),
        (("bare~1", "bare"), "no .jmap file in the revision bare~1"),
    ],
)
def test_where_there_are_no_maps(maps: Made, operands: tuple[str, str], refusal: str) -> None:
    maps.commit("notes/x.txt")
    maps.git("checkout", "--quiet", "--orphan", "bare")
    maps.git("rm", "-rqf", ".")
    maps.commit("notes.txt")
    maps.commit("notes-2.txt")
    maps.git("checkout", "--quiet", "main")
    with pytest.raises(GitFailed, match=refusal):
        changes(*operands)
