"""Where a repository is found, and what its revisions are called."""

from pathlib import Path

import pytest

from jmap.git import GitFailed, Repository, Revision
from tests.unit.git.made import Made, made


def test_it_is_found_from_any_file_or_folder_in_it(repository: Made) -> None:
    repository.commit("deep/er/b.jmap")
    root = repository.folder.resolve()

    for path in (".", "a.jmap", "deep/er", "deep/er/b.jmap", "gone/and/gone.jmap"):
        found = Repository.around(repository.folder / path)
        assert found is not None
        assert found.root == root


def test_where_there_is_none_there_is_none(tmp_path: Path) -> None:
    assert Repository.around(tmp_path) is None
    with pytest.raises(GitFailed, match=r"`.*` is in no git repository") as told:
        Repository.holding(tmp_path)
    assert "inside of one" in told.value.hint


@pytest.mark.parametrize("name", ["two words", "two\nlines\n", "سفر مشتری", "-d"])
def test_the_folder_may_be_called_anything(tmp_path: Path, name: str) -> None:
    new = made(tmp_path / name)
    new.commit("a.jmap")

    assert new.read.root == new.folder.resolve()
    assert new.paths() == ["a.jmap"]


def test_a_broken_link_to_a_repository_is_no_missing_repository(tmp_path: Path) -> None:
    (tmp_path / ".git").write_text("gitdir: /nowhere/at/all\n", encoding="utf-8")

    with pytest.raises(GitFailed, match="not a git repository: /nowhere/at/all"):
        Repository.around(tmp_path)


def test_a_path_is_told_from_the_root(repository: Made, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(repository.folder)
    (repository.folder / "inner").symlink_to("a.jmap")
    read = repository.read

    assert read.below(repository.folder) == ""
    assert read.below(tmp_path / "link") == ""
    assert read.below(tmp_path / "link" / "maps" / "b.jmap") == "maps/b.jmap"
    assert read.below(repository.folder / ".hidden" / "x.jmap") == ".hidden/x.jmap"
    assert read.below(repository.folder / "inner") == "inner"
    with pytest.raises(GitFailed, match="is not in the repository"):
        read.below(tmp_path)


def test_a_path_leads_over_no_link_of_the_tree(repository: Made, tmp_path: Path) -> None:
    folder = repository.folder
    (folder / "instead").symlink_to("maps")
    (folder / "away").symlink_to(tmp_path)
    (tmp_path / "inside").symlink_to(folder / "maps")

    assert repository.read.below(folder / "instead") == "instead"
    assert repository.read.below(tmp_path / "inside" / "b.jmap") == "maps/b.jmap"
    for path, there in {
        "instead/b.jmap": "maps/b.jmap",
        "away/b.jmap": tmp_path / "b.jmap",
    }.items():
        with pytest.raises(GitFailed, match="is a link") as caught:
            repository.read.below(folder / path)
        assert str(there) in caught.value.hint


@pytest.mark.parametrize(
    "name", ["سفر/نقشه‌ها", "fix_2", "feature/a.b-c", "ラベル", "हिन्दी", "release@2"]
)
def test_branches_and_tags_are_revisions(repository: Made, name: str) -> None:
    first = repository.git("rev-parse", "HEAD")
    repository.git("branch", name)
    repository.git("tag", "-a", "-m", "tagged", f"tag/{name}")
    repository.commit("b.jmap")

    assert repository.revision(name) == Revision(name, first)
    assert repository.revision(f"tag/{name}").commit == first


def test_steps_and_ids_are_revisions(repository: Made) -> None:
    first = repository.git("rev-parse", "HEAD")
    second = repository.commit("b.jmap", message="second")

    names = ("HEAD~1", "@~", "main^", "HEAD^{/first}", "main@{1}", first, first[:9])
    assert {repository.revision(name).commit for name in names} == {first}
    assert {repository.revision(name).commit for name in ("HEAD", "@", "main")} == {second}


def test_both_parents_of_a_merge_and_where_histories_parted(repository: Made) -> None:
    base = repository.git("rev-parse", "HEAD")
    repository.git("checkout", "-q", "-b", "side")
    side = repository.commit("side.jmap")
    repository.git("checkout", "-q", "main")
    main = repository.commit("main.jmap")
    read = repository.read

    parted = read.merge_base(read.resolve("main"), read.resolve("side"))
    assert parted == Revision("main...side", base)

    repository.git("merge", "-q", "--no-ff", "-m", "merged", "side")
    assert [read.resolve(f"HEAD^{n}").commit for n in (1, 2)] == [main, side]
    assert read.merge_base(read.resolve("HEAD"), read.resolve("side")).commit == side
    assert repository.paths() == ["a.jmap", "main.jmap", "side.jmap"]


def test_histories_without_anything_in_common(repository: Made) -> None:
    repository.git("checkout", "-q", "--orphan", "other")
    repository.commit("b.jmap")
    read = repository.read

    with pytest.raises(GitFailed, match="`main` and `other` have no commit in common") as told:
        read.merge_base(read.resolve("main"), read.resolve("other"))
    assert "two revisions" in told.value.hint


def test_a_bare_repository_is_read_as_any_other(repository: Made, tmp_path: Path) -> None:
    repository.git("clone", "-q", "--bare", ".", str(tmp_path / "bare.git"))
    bare = Made(tmp_path / "bare.git")

    assert bare.read.root is None
    assert bare.paths("main") == ["a.jmap"]
    with pytest.raises(GitFailed, match="is bare"):
        bare.read.below(tmp_path)


def test_a_worktree_is_read_as_any_other(repository: Made, tmp_path: Path) -> None:
    repository.git("worktree", "add", "-q", "-b", "side", str(tmp_path / "beside"))
    beside = Made(tmp_path / "beside")
    beside.commit("b.jmap")

    assert beside.read.root == beside.folder.resolve()
    assert beside.paths() == ["a.jmap", "b.jmap"]
    assert repository.paths("side") == beside.paths()
    assert repository.paths() == ["a.jmap"]


def test_ids_may_be_sha256(tmp_path: Path) -> None:
    new = made(tmp_path / "new", "--object-format=sha256")
    new.commit("a.jmap")
    tree = new.read.files(new.revision())

    assert len(tree.commit) == 64
    assert new.read.contents(tree.files.values()) == {tree.files["a.jmap"]: b"a.jmap"}
