"""Commits of any day, and the repository whose history the docs tell."""

from datetime import date

from tests.unit.git.made import Made

TEAMS = 'team care "Customer care"\nteam web "Web team"\n'
DAYS = ("2026-01-12", "2026-01-28", "2026-03-13", "2026-03-19", "2026-05-01")


def commit_on(maps: Made, day: str, message: str) -> None:
    """Commits all there is, at ten in the morning."""
    maps.git("add", "--all")
    parent = maps.git("rev-list", "--all", "-1")
    seconds = (date.fromisoformat(day) - date(1970, 1, 1)).days * 86_400 + 36_000
    who = f"Sara <sara@example.org> {seconds} +0000"
    head = [f"tree {maps.git('write-tree')}", *([f"parent {parent}"] if parent else [])]
    text = "\n".join([*head, f"author {who}", f"committer {who}", "", message, ""])
    new = maps.git("hash-object", "-t", "commit", "-w", "--stdin", stdin=text.encode())
    maps.git("update-ref", "HEAD", new)


def _journey(name: str, title: str, calls: str, letters: str, *, more: str = "") -> str:
    return f"""import "teams.jmap"

journey {name} "{title}" {{
  owner care
  stage ask "Ask" {{
    touchpoint call "Calls the line" {{
      owner care
      action "Answer within the promise"
      current {calls}
      desired 4h
    }}
    touchpoint letter "Waits for the letter" {{
      action "Send it the same day"
      current {letters}
      desired 2d
    }}
  }}
{more}}}
"""


def documented(maps: Made) -> None:
    """Five commits: the first maps, two of work, a slip, and its mending with a new map."""
    maps.save("teams.jmap", TEAMS)
    maps.save("refund.jmap", _journey("refund", "Getting a refund", "26h", "5d"))
    commit_on(maps, DAYS[0], "Draw the first map")
    maps.save("refund.jmap", _journey("refund", "Getting a refund", "6h", "5d"))
    commit_on(maps, DAYS[1], "Answer refunds within a day: a second shift")
    maps.save("refund.jmap", _journey("refund", "Getting a refund", "6h", "3d", more="}\n"))
    commit_on(maps, DAYS[2], "Figures of the quarter")
    maps.save("refund.jmap", _journey("refund", "Getting a refund", "6h", "3d"))
    maps.save("moving.jmap", _journey("moving", "Moving house", "9h", "6d"))
    commit_on(maps, DAYS[3], "Draw: moving house")
    maps.save("moving.jmap", _journey("moving", "Moving house", "5h", "2d"))
    commit_on(maps, DAYS[4], "Send letters the same day")
