"""The history of journey files: which commits, what they changed, and what they say."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from jmap.git import GitFailed
from jmap.git.commits import Changed, Commit, Which, commits, history
from jmap.git.message import LONGEST, SUBJECT, Trailer, read_message
from jmap.git.objects import DEEPEST
from tests.unit.git.made import Made, cloned, made


def found(
    repository: Made, name: str = "HEAD", below: str = "", which: Which = "changed"
) -> list[Commit]:
    return list(commits(repository.read, repository.revision(name), below=below, which=which))


def subjects(repository: Made, below: str = "", which: Which = "changed") -> list[str]:
    return [one.subject for one in found(repository, below=below, which=which)]


def changed(commit: Commit) -> list[str]:
    return sorted(one.path for one in commit.changed)


def blob(repository: Made, path: str, name: str = "HEAD") -> str:
    return repository.git("rev-parse", f"{name}:{path}")


def write(
    repository: Made, message: bytes, *, author: bytes = b"Sara <s@x> 1772000000 +0330"
) -> str:
    """A commit as git itself would not write it; its id. It becomes `main`."""
    tree = repository.git("rev-parse", "HEAD^{tree}")
    head = f"tree {tree}\nparent {repository.git('rev-parse', 'HEAD')}\n".encode()
    content = head + b"author " + author + b"\ncommitter " + author + message
    own = repository.git(
        "hash-object", "-t", "commit", "-w", "--stdin", "--literally", stdin=content
    )
    repository.git("update-ref", "refs/heads/main", own)
    return own


def test_only_commits_that_changed_journey_files(repository: Made) -> None:
    repository.commit("notes-2.txt", message="notes")
    repository.commit("b.jmap", message="second map")
    repository.commit(message="nothing")

    assert subjects(repository) == ["second map", "first"]
    assert subjects(repository, which="any") == ["nothing", "second map", "notes", "first"]


def test_what_a_commit_changed(repository: Made) -> None:
    old = blob(repository, "a.jmap")
    repository.save("a.jmap", "more")
    repository.commit("maps/b.jmap", "jmap.toml", "notes-2.txt", message="more")
    repository.git("mv", "a.jmap", "c.jmap")
    repository.commit(message="rename")
    last, middle, first = found(repository)

    new = blob(repository, "c.jmap")
    assert set(last.changed) == {Changed("a.jmap", new, ""), Changed("c.jmap", "", new)}
    assert Changed("a.jmap", old, new) in middle.changed
    assert changed(middle) == ["a.jmap", "jmap.toml", "maps/b.jmap"]
    assert first.changed == (Changed("a.jmap", "", old),)
    assert middle.parents == (first.id,)
    assert list(middle.tree.files) == ["a.jmap", "jmap.toml", "maps/b.jmap"]
    assert dict(middle.tree.files) == dict(
        repository.read.files(repository.revision("HEAD~1")).files
    )


def test_who_and_when(repository: Made) -> None:
    repository.save("a.jmap", "more")
    repository.git("add", "-A")
    repository.git(
        "commit", "-qm",
        "Words\non two lines\n\nBody.\n\nReviewed-by: سارا\nJmap-Allow: a b\n  and more",
        "--author=نگار نوری <negar@example.org>", "--date=2026-03-21T10:20:30+0330",
    )  # fmt: skip
    last = found(repository)[0]

    assert (last.author, last.mail) == ("نگار نوری", "negar@example.org")
    assert last.authored.isoformat() == "2026-03-21T10:20:30+03:30"
    assert last.authored.utcoffset() == timedelta(hours=3, minutes=30)
    assert last.committed == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert last.subject == "Words on two lines"
    assert last.trailers == (Trailer("Reviewed-by", "سارا"), Trailer("Jmap-Allow", "a b and more"))
    assert last.short == last.id[:9]


def test_a_range_and_a_folder(repository: Made) -> None:
    start = repository.revision()
    repository.commit("maps/b.jmap", message="in the folder")
    repository.commit("c.jmap", message="outside")
    repository.commit("[odd] *?\\/d.jmap", message="odd name")
    read, last = repository.read, repository.revision()

    assert [one.subject for one in commits(read, last, start)] == [
        "odd name",
        "outside",
        "in the folder",
    ]
    assert [one.subject for one in commits(read, last, start, "maps")] == ["in the folder"]
    assert subjects(repository, below="c.jmap") == ["outside"]
    assert subjects(repository, below="[odd] *?\\") == ["odd name"]
    assert subjects(repository, below="map?") == []
    assert subjects(repository, below=":(exclude)maps") == []
    assert [one.subject for one in commits(read, last, most=1)] == ["odd name"]


def test_from_a_folder_below_the_root(repository: Made) -> None:
    repository.commit("maps/b.jmap", message="in the folder")
    inside = Made(repository.folder / "maps")

    assert subjects(inside) == ["in the folder", "first"]
    assert subjects(inside, below="maps") == ["in the folder"]


def test_merges(repository: Made) -> None:
    repository.git("checkout", "-qb", "side")
    repository.commit("side.jmap", message="on the side")
    repository.git("checkout", "-q", "main")
    repository.commit("main.jmap", message="on main")
    repository.git("merge", "-q", "--no-edit", "-m", "bring it in", "side")

    every = {one.subject: one for one in found(repository)}
    assert set(every) == {"bring it in", "on main", "on the side", "first"}
    assert every["bring it in"].parents == (every["on main"].id, every["on the side"].id)
    branch = found(repository, which="first-parent")
    assert [one.subject for one in branch] == ["bring it in", "on main", "first"]
    assert changed(branch[0]) == ["side.jmap"]


def test_a_merge_of_something_else_is_left_out(repository: Made) -> None:
    repository.git("checkout", "-qb", "side")
    repository.commit("notes-2.txt", message="notes")
    repository.git("checkout", "-q", "main")
    repository.commit("main.jmap", message="on main")
    repository.git("merge", "-q", "--no-edit", "side")

    assert subjects(repository) == ["on main", "first"]


def test_children_come_before_their_parents(repository: Made) -> None:
    for name in "bcd":
        repository.commit(f"{name}.jmap", message=name)

    assert subjects(repository) == ["d", "c", "b", "first"]


def test_portions(repository: Made) -> None:
    for name in "bcd":
        repository.commit(f"{name}.jmap", message=name)
    whole = history(repository.read, repository.revision())

    assert [one.subject for one in whole.read(whole.entries[1:3])] == ["c", "b"]
    assert changed(whole.read(whole.entries[:1])[0]) == ["d.jmap"]
    assert whole.read(()) == ()


def test_links_and_other_repositories_are_no_files(repository: Made) -> None:
    (repository.folder / "link.jmap").symlink_to("a.jmap")
    other = made(repository.folder / "module.jmap")
    other.commit("x.jmap")
    repository.commit("b.jmap", message="more")

    assert changed(found(repository)[0]) == ["b.jmap"]


def test_odd_paths(repository: Made) -> None:
    names = [b"-x.jmap", b"a\nb.jmap", "سفر ما.jmap".encode(), b"bad-\xff.jmap", b'"q".jmap']
    repository.commit(*names, message="odd")

    expected = sorted(name.decode("utf-8", "surrogateescape") for name in names)
    assert changed(found(repository)[0]) == expected


def test_a_shallow_clone(repository: Made, tmp_path: Path) -> None:
    for name in "bcd":
        repository.commit(f"{name}.jmap", message=name)
    shallow = cloned(repository, tmp_path / "shallow", "--depth=2")

    assert [(one.subject, one.cut) for one in found(shallow)] == [("d", False), ("c", True)]
    assert not any(one.cut for one in found(repository))


def test_an_empty_history(tmp_path: Path) -> None:
    empty = made(tmp_path / "maps")
    empty.commit("notes.txt")

    assert found(empty) == []


def test_a_large_message_is_read_at_both_ends(repository: Made) -> None:
    own = write(repository, b"\n\nSubject\n\n" + b"x" * 10_000_000 + b"\n\nReviewed-by: Sara\n")
    last = found(repository, which="any")[0]

    assert (last.id, last.subject) == (own, "Subject")
    assert last.trailers == (Trailer("Reviewed-by", "Sara"),)
    assert LONGEST < 10_000_000


@pytest.mark.parametrize(
    ("message", "subject"),
    [
        (b"\n\n\xff\xfe broken", "\ufffd\ufffd broken"),
        (b"\n\nbefore\0after", "before\0after"),
        (b"\n\n\x1b[31mred\x1b[0m\nand more", "\x1b[31mred\x1b[0m and more"),
        (b"\n", ""),
        (b"\n\n\n\n", ""),
        (b"\n\n" + b"long " * 1000, ("long " * 1000)[:SUBJECT]),
        (b"\nencoding ISO-8859-1\n\ncaf\xe9", "café"),
        (b"\nencoding idna\n\nplain", "plain"),
        (
            b"\ngpgsig -----BEGIN\n parent 1\n \n author N <x> 1 +0000\n -----END\n\nSigned",
            "Signed",
        ),
    ],
)
def test_messages_from_strangers(repository: Made, message: bytes, subject: str) -> None:
    write(repository, message)
    last = found(repository, which="any")[0]

    assert last.subject == subject
    assert last.author == "Sara"
    assert len(last.parents) == 1


@pytest.mark.parametrize(
    ("author", "name", "when"),
    [
        (b"Sara <s@x> 99999999999999999999 +0000", "Sara", "1970"),
        (b"Sara <s@x> -5 +9999", "Sara", "1969"),
        (b"Sara <s@x> 999999999999 -1200", "Sara", "1970"),
        (b"<> 0 +0000", "", "1970"),
        (b"nonsense", "", "1970"),
        (b"A \x1b[2J <s@x> 1772000000 +0330", "A \x1b[2J", "2026"),
        (b"n" * 5000 + b" <s@x> 1772000000 +0000", "n" * SUBJECT, "2026"),
    ],
)
def test_authors_from_strangers(repository: Made, author: bytes, name: str, when: str) -> None:
    write(repository, b"\n\nx", author=author)
    last = found(repository, which="any")[0]

    assert last.author == name
    assert last.authored.isoformat().startswith(when)


def trailers(text: str) -> list[str]:
    said = read_message(f"tree x\n\n{text}".encode()).trailers
    return [f"{one.key}={one.value}" for one in said]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One: 1", []),
        ("Subject\n\nOne: 1\nTwo : 2", ["One=1", "Two=2"]),
        ("Subject\n\nOne: 1\n\nand then text", []),
        ("Subject\n\nOne: 1\nand then text", []),
        ("Subject\n\ntext\nSigned-off-by: S", ["Signed-off-by=S"]),
        ("Subject\n\nOne: 1\n  goes on\nTwo: 2", ["One=1 goes on", "Two=2"]),
        ("Subject\n\nOne: 1\n(cherry picked from commit 12)", ["One=1"]),
        ("Subject\r\n\r\nOne: 1\r\n", ["One=1"]),
        ("Subject\n\nJmap-Allow: gap-widened a.b -- دلیل", ["Jmap-Allow=gap-widened a.b -- دلیل"]),
    ],
)
def test_trailers(text: str, expected: list[str]) -> None:
    assert trailers(text) == expected


def test_configuration_of_a_stranger_runs_nothing(repository: Made, tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    repository.save(".gitattributes", "*.jmap diff=x\n")
    repository.commit("b.jmap", message="more")
    write(repository, b"\ngpgsig -----BEGIN PGP SIGNATURE-----\n x\n -----END-----\n\nx")
    for name in (
        "core.fsmonitor", "core.pager", "gpg.program", "diff.external", "diff.x.textconv",
        "diff.x.command", "core.sshCommand", "alias.rev-list", "alias.cat-file", "pager.rev-list",
        "trailer.sign.command",
    ):  # fmt: skip
        repository.git("config", name, f"touch {mark} #")
    repository.git("config", "log.showSignature", "true")

    assert len(found(repository, which="any")) == 3
    assert len(found(repository)) == 2
    assert not mark.exists()


def test_folders_without_end(repository: Made) -> None:
    repository.save("/".join("d" * (DEEPEST + 1)) + "/x.jmap", "x")
    repository.commit(message="deep")

    with pytest.raises(GitFailed, match="deep in one another"):
        found(repository)


def test_a_damaged_name(repository: Made) -> None:
    entry = b"100644 ..\0" + bytes.fromhex(blob(repository, "a.jmap"))
    inner = b"40000 ..\0" + bytes.fromhex(
        repository.git("hash-object", "-t", "tree", "-w", "--stdin", "--literally", stdin=entry)
    )
    tree = repository.git("hash-object", "-t", "tree", "-w", "--stdin", "--literally", stdin=inner)
    repository.git("update-ref", "refs/heads/main", repository.git("commit-tree", tree, "-m", "x"))

    whole = history(repository.read, repository.revision(), which="any")
    with pytest.raises(GitFailed, match="damaged"):
        whole.read(whole.entries)
