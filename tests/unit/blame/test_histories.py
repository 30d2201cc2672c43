"""Random histories, with branches and merges, in which it is known who set each fact."""

import random
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from jmap.blame.blame import Question, blame
from tests.unit.git.made import Made, made

PARTS = tuple(f"t{number}" for number in range(6))
STAGES = ("one", "two", "three")


@dataclass
class Known:
    """What the maps say on one branch, and the commit that set each figure."""

    commit: str = ""
    figures: dict[str, int] = field(default_factory=dict)
    set_by: dict[str, str] = field(default_factory=dict)
    stages: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    """The id of each touchpoint now, and the one it had at the last commit."""
    order: list[str] = field(default_factory=list)
    path: str = "a.jmap"
    indent: str = "  "
    persian: bool = False

    def copy(self) -> "Known":
        return Known(
            self.commit, dict(self.figures), dict(self.set_by), dict(self.stages),
            dict(self.names), list(self.order), self.path, self.indent, self.persian,
        )  # fmt: skip

    def text(self, was: dict[str, str]) -> str:
        lines = ['journey j "A journey" {' if not self.persian else 'سفر j "A journey" {']
        for stage in STAGES:
            lines.append(f'{self.indent}stage {stage} "Stage {stage}" {{')
            for part in self.order:
                if self.stages[part] == stage:
                    lines += self.touchpoint(part, was)
            lines.append(f"{self.indent}}}")
        return "\n".join([*lines, "}"]) + "\n"

    def touchpoint(self, part: str, was: dict[str, str]) -> list[str]:
        old = was.get(part, self.names[part])
        former = f" was {old}" if old != self.names[part] else ""
        keyword = "نقطه‌تماس" if self.persian else "touchpoint"
        head = f'{self.indent * 2}{keyword} {self.names[part]}{former} "The part {part * 5}" {{'
        return [head, f"{self.indent * 3}importance {self.figures[part]}", f"{self.indent * 2}}}"]


@dataclass
class Walk:
    """A random history in the making."""

    repository: Made
    dice: random.Random
    count: int = 0

    def commit(self, known: Known, was: dict[str, str], *parents: str) -> str:
        text = known.text(was)
        self.count += 1
        own = self.repository.git("hash-object", "-w", "--stdin", stdin=text.encode())
        tree = self.tree(known.path.split("/"), own)
        chain = [option for parent in parents for option in ("-p", parent)]
        return self.repository.git("commit-tree", tree, *chain, "-m", f"number {self.count}")

    def tree(self, path: list[str], blob: str) -> str:
        entry = f"100644 blob {blob}\t{path[-1]}"
        if len(path) > 1:
            inner = self.repository.git("mktree", stdin=f"{entry}\n".encode())
            entry = f"040000 tree {inner}\t{path[0]}"
        return self.repository.git("mktree", stdin=f"{entry}\n".encode())

    def step(self, known: Known) -> None:
        """One commit on a branch, in which a few things happen."""
        was = dict(known.names)
        changed = [one for _ in range(self.dice.randint(1, 3)) if (one := self.happens(known))]
        before = known.commit
        old = blamed(self.repository, before)
        known.commit = self.commit(known, was, before)
        for part in changed:
            if old[part] != known.figures[part]:
                known.set_by[part] = known.commit

    def happens(self, known: Known) -> str:
        """One thing; the touchpoint whose figure it changes, if any."""
        part = self.dice.choice(PARTS)
        match self.dice.randrange(7):
            case 0 | 1:
                known.figures[part] = known.figures[part] % 5 + 1
                return part
            case 2:
                known.stages[part] = self.dice.choice(STAGES)
            case 3:
                self.dice.shuffle(known.order)
            case 4:
                known.names[part] = f"{part}-{self.count}"
            case 5:
                known.path = self.dice.choice(["a.jmap", "b.jmap", "maps/c.jmap"])
            case _:
                known.indent = self.dice.choice(["  ", "\t"])
                known.persian = not known.persian
        return ""

    def merged(self, base: Known, one: Known, other: Known) -> Known:
        """What both sides say, as nobody would disagree about it: names and places of the first."""
        result = one.copy()
        for part in PARTS:
            if one.set_by[part] == base.set_by[part]:
                result.set_by[part] = other.set_by[part]
                result.figures[part] = other.figures[part]
        result.commit = self.commit(result, {}, one.commit, other.commit)
        return result


def blamed(repository: Made, commit: str) -> dict[str, int]:
    """The figures at a commit, read anew."""
    text = repository.git("show", f"{commit}:{path_at(repository, commit)}")
    lines = text.split("\n")
    found = {}
    for part in PARTS:
        at = next(n for n, line in enumerate(lines) if f'"The part {part * 5}"' in line)
        found[part] = int(lines[at + 1].split()[1])
    return found


def path_at(repository: Made, commit: str) -> str:
    return repository.git("ls-tree", "-r", "--name-only", commit)


def told(repository: Made, commit: str, address: str = "j") -> dict[str, str]:
    """Who set the figure of each touchpoint, as jmap says."""
    found = blame(Question(address, repository.folder, commit, everything=True))
    titles, part = {}, ""
    for one in found.facts:
        line = one.fact.lines[0]
        if one.fact.field == "" and "The part" in line:
            part = line.split("The part ")[1][:2]
        if one.fact.field == "importance" and one.setting.commit:
            titles[part] = one.setting.commit.id
    return titles


@pytest.mark.parametrize("seed", range(6))
def test_a_random_history(tmp_path: Path, seed: int) -> None:
    walk = Walk(made(tmp_path / "maps"), random.Random(seed))
    known = Known(
        figures=dict.fromkeys(PARTS, 3), stages=dict.fromkeys(PARTS, "one"),
        names={part: part for part in PARTS}, order=list(PARTS),
    )  # fmt: skip
    known.commit = walk.commit(known, {})
    known.set_by = dict.fromkeys(PARTS, known.commit)
    for _ in range(4):
        for _ in range(3):
            walk.step(known)
        base, other = known.copy(), known.copy()
        for _ in range(2):
            walk.step(known)
        walk_names = dict(other.names)
        plain = Walk(walk.repository, random.Random(seed + 100), walk.count + 1000)
        for part in (plain.dice.choice(PARTS), plain.dice.choice(PARTS)):
            other.figures[part] = other.figures[part] % 5 + 1
            old = other.commit
            other.commit = plain.commit(other, walk_names, old)
            other.set_by[part] = other.commit
        known = walk.merged(base, known, other)
        walk.repository.git("update-ref", "refs/heads/main", known.commit)

        assert told(walk.repository, known.commit) == known.set_by
        # Asked one by one, most commits need not be parsed: the answer is the same.
        for part in PARTS:
            one = told(walk.repository, known.commit, f"j.{known.names[part]}")
            assert one == {part: known.set_by[part]}
