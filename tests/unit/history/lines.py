"""Histories for tests and for the docs, made without git."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from random import Random

from jmap.git.commits import Commit
from jmap.history.figures import Figures
from jmap.history.line import Line, Point

START = datetime(2026, 1, 12, 9, tzinfo=UTC)
SUBJECTS = {
    "en": (
        "Draw the first maps",
        "Answer refunds within a day: a second shift",
        "Tell callers how long it takes",
        "Shorter form",
        "Figures of the quarter",
        "Draw: reporting a fault",
    ),
    "fa": (
        "نخستین نقشه‌ها",
        "پاسخ بازپرداخت در یک روز: شیفت دوم پشتیبانی",
        "گفتن زمان انتظار به تماس‌گیرنده",
        "فرم کوتاه‌تر",
        "ارقام تازهٔ فصل",
        "نقشهٔ تازه: گزارش خرابی",
    ),
}


def commit(at: int, day: float, subject: str) -> Commit:
    when = START + timedelta(days=day)
    return Commit(f"{at:040x}", (), "Mina", "mina@example.org", when, when, subject, ())


def line_from(
    figures: Sequence[Figures],
    language: str = "en",
    *,
    days: Sequence[float] = (),
    subjects: Sequence[str] = (),
    title: str = "",
) -> Line:
    """A line through some figures, nine days apart unless said."""
    texts = subjects or SUBJECTS[language]
    points = [
        Point(
            commit(at, days[at] if days else 9 * at, texts[at % len(texts)]),
            now,
            figures[at - 1] if at else None,
        )
        for at, now in enumerate(figures)
    ]
    return Line(tuple(points), title, language)


def wandering(count: int, language: str = "en", seed: int = 5, most: int = 16) -> Line:
    """A history of some length in which gaps close more often than they open."""
    random, levels, found = Random(seed), [most, most // 2, most // 2], list[Figures]()
    findings = most
    for at in range(count):
        if at and at % 29 == 0:
            levels = [level + random.randrange(7) for level in levels]
        elif at:
            nth = random.choice([0, 0, 1, 2])
            levels[nth] = max(0, levels[nth] - random.choice([-1, 0, 1, 1]))
        findings = max(0, findings + random.choice([-2, -1, 0, 0, 1]))
        large, medium, small = levels
        scored = Figures(attained=400_000 + 400_000 * at // max(1, count), scored=1)
        broken = int(at % 41 in (20, 21, 22))
        counts = Figures(large, medium, small, warnings=findings, touchpoints=60, broken=broken)
        found.append(counts + scored)
    return line_from(found, language, days=[at * 330 / max(1, count) for at in range(count)])


def told(language: str = "en") -> Line:
    """The history that the docs show."""
    rows = (
        (12, 6, 5, 46, 14, 0), (9, 8, 5, 52, 14, 0), (9, 6, 7, 55, 11, 0), (8, 6, 6, 58, 9, 0),
        (8, 6, 6, 58, 9, 1), (14, 9, 6, 51, 16, 0), (11, 8, 9, 57, 12, 0), (8, 8, 9, 61, 12, 0),
        (7, 6, 10, 64, 8, 0), (5, 6, 9, 69, 6, 0), (4, 5, 8, 73, 5, 0),
    )  # fmt: skip
    subjects = SUBJECTS[language]
    order = (0, 1, 2, 3, 4, 5, 1, 2, 3, 4, 3)
    figures = [
        Figures(large, medium, small, attained=mean * 10_000, scored=1, warnings=found,
                touchpoints=40, broken=broken)
        for large, medium, small, mean, found, broken in rows
    ]  # fmt: skip
    days = (0, 16, 24, 45, 60, 66, 91, 109, 140, 163, 195)
    return line_from(figures, language, days=days, subjects=[subjects[at] for at in order])
