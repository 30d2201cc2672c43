"""Which files of a revision are read, and what they hold."""

import os
from pathlib import Path

import pytest

from jmap import limits
from jmap.git import GitFailed, Tree, blobs
from jmap.git import tree as tree_module
from tests.unit.git.made import Made, made


def contents(repository: Made, name: str = "HEAD", below: str = "") -> dict[str, bytes]:
    read = repository.read
    tree = read.files(read.resolve(name), below)
    found = read.contents(tree.files.values(), tree)
    return {path: found[blob] for path, blob in tree.files.items()}


def test_journeys_and_configurations_are_listed_and_nothing_else(repository: Made) -> None:
    repository.commit(
        "jmap.toml", "x/pyproject.toml", "x/b.jmap", "x/notes.md", "x/myjmap.toml", "jmap", ".jmap"
    )

    assert repository.paths() == [".jmap", "a.jmap", "jmap.toml", "x/b.jmap", "x/pyproject.toml"]
    assert repository.paths("HEAD~1") == ["a.jmap"]


def test_what_is_read_is_of_the_revision_and_not_of_the_disk(repository: Made) -> None:
    repository.save("a.jmap", "changed")
    repository.save("new.jmap")
    assert contents(repository) == {"a.jmap": b"a.jmap"}

    repository.commit()
    assert contents(repository, "HEAD~1") == {"a.jmap": b"a.jmap"}
    assert contents(repository) == {"a.jmap": b"changed", "new.jmap": b"new.jmap"}


def test_a_renamed_file_keeps_its_object(repository: Made) -> None:
    repository.git("mv", "a.jmap", "renamed.jmap")
    repository.commit()
    read = repository.read
    old, new = (read.files(read.resolve(name)) for name in ("HEAD~1", "HEAD"))

    assert old.files["a.jmap"] == new.files["renamed.jmap"]
    assert new.path_of(old.files["a.jmap"]) == "renamed.jmap"
    assert new.path_of("0" * 40) is None


@pytest.mark.parametrize(
    "path",
    [
        "two words.jmap",
        "two\nlines.jmap",
        "tab\tin it.jmap",
        "-d/--output=x.jmap",
        "سفر/نقشه‌ها.jmap",
        '"quoted".jmap',
        ":(exclude)a.jmap",
        "*.jmap",
        "back\\slash.jmap",
        ".hidden/x.jmap",
    ],
)
def test_a_file_may_be_called_anything(repository: Made, path: str) -> None:
    repository.commit(path)

    assert contents(repository, below=path) == {path: path.encode()}
    assert contents(repository)[path] == path.encode()
    folder = path.rpartition("/")[0]
    if folder:
        assert repository.paths(below=f"{folder}/") == [path]


def test_a_path_need_not_be_utf_8(repository: Made) -> None:
    blob = repository.git("rev-parse", "HEAD:a.jmap")
    entry = f"100644 {blob}\tx".encode() + b"\xff.jmap\0"
    repository.git("update-index", "-z", "--index-info", stdin=entry)
    repository.git("commit", "-qm", "bytes")
    path = os.fsdecode(b"x\xff.jmap")

    assert repository.paths() == ["a.jmap", path]
    assert contents(repository, below=path) == {path: b"a.jmap"}


def test_a_folder_is_no_pattern(repository: Made) -> None:
    repository.commit("maps/b.jmap", "maps2/c.jmap")

    assert repository.paths(below="maps") == ["maps/b.jmap"]
    assert repository.paths(below="./maps/") == ["maps/b.jmap"]
    assert len(repository.paths(below=".")) == 3
    for pattern in ("map*", ":(top)maps", ":(exclude)maps", ":/maps", ":!maps"):
        with pytest.raises(GitFailed, match="is not in the revision `HEAD`"):
            repository.paths(below=pattern)


def test_a_path_that_is_not_there_is_refused(repository: Made) -> None:
    repository.commit("docs/notes.md")

    with pytest.raises(GitFailed, match="`gone` is not in the revision `HEAD~1`") as told:
        repository.paths("HEAD~1", "gone")
    assert told.value.hint.startswith("see what is: git ls-tree")
    command = told.value.hint.removeprefix("see what is: git ").split()
    assert repository.git(*command) == "a.jmap\nnotes.txt"
    # There, and without journeys, is something else.
    assert repository.paths(below="docs") == []


@pytest.mark.parametrize("path", ["../x", "/etc", "x/../../y", "a\0b"])
def test_a_path_outside_is_refused(repository: Made, path: str) -> None:
    with pytest.raises(GitFailed, match="is no path inside of a repository"):
        repository.paths(below=path)


def test_a_file_asked_for_is_given_whatever_its_name(repository: Made) -> None:
    assert contents(repository, below="notes.txt") == {"notes.txt": b"notes.txt"}


def test_links_are_left_out(repository: Made) -> None:
    (repository.folder / "link.jmap").symlink_to("/etc/passwd")
    (repository.folder / "folder.jmap").symlink_to("/etc")
    repository.commit("run.jmap")
    (repository.folder / "run.jmap").chmod(0o755)
    repository.commit()

    assert repository.paths() == ["a.jmap", "run.jmap"]
    with pytest.raises(GitFailed, match=r"`link\.jmap` is no file of the revision"):
        repository.paths(below="link.jmap")


def test_submodules_are_left_out(repository: Made, tmp_path: Path) -> None:
    inner = made(tmp_path / "inner")
    inner.commit("inside.jmap")
    allowed = ("-c", "protocol.file.allow=always")
    repository.git(*allowed, "submodule", "--quiet", "add", str(inner.folder), "sub.jmap")
    repository.commit()

    assert repository.paths() == ["a.jmap"]
    with pytest.raises(GitFailed, match="leads elsewhere"):
        repository.paths(below="sub.jmap")
    with pytest.raises(GitFailed, match="is not in the revision"):
        repository.paths(below="sub.jmap/inside.jmap")


def test_contents_of_every_kind(repository: Made) -> None:
    kinds = {
        "empty.jmap": b"",
        "ends.jmap": b"\r\n\n",
        "bytes.jmap": bytes(range(256)) * 300,
        "like-a-header.jmap": b"0" * 40 + b" blob 3\nabc\n",
    }
    for path, content in kinds.items():
        (repository.folder / path).write_bytes(content)
    repository.commit()

    found = contents(repository)
    assert {path: found[path] for path in kinds} == kinds


def test_nothing_asked_is_nothing_given(repository: Made) -> None:
    assert repository.read.contents([]) == {}


@pytest.mark.parametrize("blob", ["HEAD", "a" * 39, "a" * 40 + "\nHEAD:a.jmap", "--all", ""])
def test_only_ids_are_asked_for(repository: Made, blob: str) -> None:
    with pytest.raises(GitFailed, match="cannot be the id of an object"):
        repository.read.contents([blob])


def test_an_object_that_is_no_file_is_refused(repository: Made) -> None:
    commit = repository.git("rev-parse", "HEAD")

    with pytest.raises(GitFailed, match=f"the object {commit[:12]} is no file"):
        repository.read.contents([commit])


def test_an_object_that_is_not_there_is_refused(repository: Made) -> None:
    with pytest.raises(GitFailed, match="the object 123412341234 is not in this clone"):
        repository.read.contents(["1234" * 10])


def test_a_file_too_large_is_refused_by_its_name(repository: Made) -> None:
    repository.save("large.jmap", "x" * (limits.FILE_BYTES + 1))
    repository.save("just.jmap", "x" * limits.FILE_BYTES)
    repository.commit()

    assert len(contents(repository, below="just.jmap")["just.jmap"]) == limits.FILE_BYTES
    with pytest.raises(GitFailed, match=r"`large\.jmap`: this file has 8,388,609 bytes") as told:
        contents(repository)
    assert told.value.hint.startswith("split it")


def test_all_files_together_are_bounded(repository: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.commit("b.jmap")
    read = repository.read
    tree = read.files(read.resolve("HEAD"))
    monkeypatch.setattr(limits, "WORKSPACE_BYTES", 8)

    with pytest.raises(GitFailed, match="have more than 8 bytes together"):
        read.contents(tree.files.values(), tree)
    # Two revisions are two workspaces.
    assert len(read.contents(tree.files.values(), tree, tree)) == 2

    monkeypatch.setattr(limits, "FILES", 1)
    with pytest.raises(GitFailed, match="holds 2 files to read; the limit is 1"):
        read.contents(tree.files.values(), tree)


def test_what_is_listed_is_bounded(repository: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.commit("b.jmap")
    monkeypatch.setattr(tree_module, "LISTED", 1)

    with pytest.raises(GitFailed, match="more than 1 journey files"):
        repository.paths()
    monkeypatch.setattr(tree_module, "ENTRY", 10)
    monkeypatch.setattr(tree_module, "_CHUNK", 40)
    with pytest.raises(GitFailed, match="a path of more than 10 bytes"):
        repository.paths()


@pytest.mark.parametrize("names", [("..",), (".",), ("twice", "twice")])
def test_a_tree_made_by_hand_leads_nowhere(repository: Made, names: tuple[str, ...]) -> None:
    inner = repository.git("rev-parse", "HEAD^{tree}")
    entries = b"".join(b"40000 %b\0%b" % (n.encode(), bytes.fromhex(inner)) for n in names)
    write = ("hash-object", "-w", "-t", "tree", "--literally", "--stdin")
    tree = repository.git(*write, stdin=entries)
    commit = repository.git("commit-tree", "-m", "bad", tree)

    with pytest.raises(GitFailed, match="the revision is damaged"):
        repository.paths(commit)


def test_a_lost_tree_is_no_empty_tree(repository: Made) -> None:
    tree = repository.git("rev-parse", "HEAD^{tree}")
    (repository.folder / ".git" / "objects" / tree[:2] / tree[2:]).unlink()

    with pytest.raises(GitFailed, match="not a tree object"):
        repository.paths()


def test_a_lost_file_is_no_empty_file(repository: Made) -> None:
    blob = repository.git("rev-parse", "HEAD:a.jmap")
    (repository.folder / ".git" / "objects" / blob[:2] / blob[2:]).unlink()

    with pytest.raises(GitFailed, match=r"`a\.jmap` is not in this clone") as told:
        contents(repository)
    assert "git fsck" in told.value.hint


def test_a_tree_says_where_it_is_from(repository: Made) -> None:
    tree = repository.read.files(repository.revision())

    assert tree == Tree(repository.git("rev-parse", "HEAD"), tree.files)
    assert all(blobs.ID.fullmatch(blob) for blob in tree.files.values())
