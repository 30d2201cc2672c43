"""A page costs work in proportion to its map: calls are counted, which no busy machine changes."""

import sys
from types import FrameType

from jmap.loading import Loaded, load_text
from tests.unit.html.sample import rendered


def of_size(stages: int) -> Loaded:
    """A map of so many stages of 20 touchpoints."""
    touchpoint = (
        'touchpoint s{stage}t{at} on c{channel} "Touchpoint" {{ owner a backup b; current {score}; '
        'desired 5; action "Acts"; effect + "Helps"; feel 1; pain "Hurts"; opportunity "Idea" }}'
    )
    rows = (
        "\n".join(
            touchpoint.format(stage=stage, at=at, channel=at % 4, score=1 + at % 5)
            for at in range(20)
        )
        for stage in range(stages)
    )
    blocks = (f"stage s{at} {{\n{row}\n}}" for at, row in enumerate(rows))
    declared = "\n".join([*(f"channel c{at}" for at in range(4)), "team a", "team b"])
    return load_text(f"{declared}\njourney j {{\n" + "\n".join(blocks) + "\n}")


def calls(loaded: Loaded) -> int:
    """How many Python functions rendering a page calls."""
    count = 0

    def heard(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(heard)
    try:
        rendered(loaded)
    finally:
        sys.setprofile(before)
    return count


def test_four_times_the_map_takes_four_times_the_work() -> None:
    small, large = of_size(5), of_size(20)
    assert large.ok
    assert len(list(large.journeys[0].touchpoints)) == 400
    rendered(small)  # Templates and tables are read once.
    assert len(list(small.journeys[0].touchpoints)) < calls(small)
    assert calls(large) <= 4 * calls(small)
