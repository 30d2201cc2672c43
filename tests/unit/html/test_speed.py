"""A page costs time in proportion to its map."""

from time import perf_counter

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


def seconds(loaded: Loaded) -> float:
    times = []
    for _ in range(3):
        start = perf_counter()
        rendered(loaded)
        times.append(perf_counter() - start)
    return min(times)


def test_four_times_the_map_takes_about_four_times_as_long() -> None:
    small, large = of_size(5), of_size(20)
    assert large.ok
    assert len(list(large.journeys[0].touchpoints)) == 400
    assert seconds(large) < 8 * seconds(small)
