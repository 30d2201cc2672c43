"""What is told first: a ladder of changes, each heavier than the next."""

from itertools import pairwise

from jmap.reports.changes.size import size_of
from tests.tools.changes import compared

MAP = """
team care "Care"
channel phone "Phone" {{ kind phone }}
journey j {{
  stage s {{
    touchpoint truth {{ moment-of-truth; {truth} }}
    touchpoint plain {{ {plain} }}
    touchpoint rated {{ importance 5; {rated} }}
    {stage}
  }}
}}
"""
NOTHING = {"truth": "", "plain": "", "rated": "", "stage": ""}
LADDER = [
    # Where, before, after.
    ("truth", "feel +2", "feel -2"),
    ("truth", "feel +1", "feel 0"),
    ("stage", "touchpoint call on phone", ""),
    ("rated", "current 20h", "current 60h"),
    ("plain", "current 20h", "current 60h"),
    ("plain", "current 20h", "current 21h"),
    ("truth", "owner care", ""),
    ("plain", 'opportunity "A" { reach 9000; status planned }', 'opportunity "A" { reach 9000; '
     "status dropped }"),
    ("plain", 'opportunity "A" { reach 90; status planned }', 'opportunity "A" { reach 90; status '
     "dropped }"),
    ("plain", "intended 4", "intended 3"),
    ("plain", 'do "Waits"', 'do "Waits long"'),
]  # fmt: skip


def size(where: str, before: str, after: str) -> int:
    sides = (MAP.format(**{**NOTHING, where: line}) for line in (before, after))
    part = compared(*sides)
    return max(size_of(one, part.before, part.after) for one in part.changes)


def test_the_ladder() -> None:
    sizes = [size(*step) for step in LADDER]

    for at, (heavier, lighter) in enumerate(pairwise(sizes)):
        assert heavier > lighter, (LADDER[at], LADDER[at + 1])
    assert min(sizes) >= 0
