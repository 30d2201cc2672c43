"""What customers are short of: what is, against what is wanted and what is meant, ranked."""

from jmap.gaps.attainment import interval_attainment, ratio_attainment
from jmap.gaps.distances import gaps_of
from jmap.gaps.experience import MoodSummary, mood_summary
from jmap.gaps.gap import Gap
from jmap.gaps.intervals import Interval, nps_difference, nps_interval, nps_sample, wilson
from jmap.gaps.level import Level, level_of
from jmap.gaps.own import gaps_of_each
from jmap.gaps.parity import PARITY_LIMIT, ChannelAttainment, Parity
from jmap.gaps.priority import (
    Priority,
    Quadrant,
    Ranking,
    ice,
    impact_effort,
    priority_of,
    quadrant,
    rankings,
    rice,
    ulwick,
)
from jmap.gaps.rank import ranked
from jmap.gaps.stage import StageScore, stage_score

__all__ = [
    "PARITY_LIMIT",
    "ChannelAttainment",
    "Gap",
    "Interval",
    "Level",
    "MoodSummary",
    "Parity",
    "Priority",
    "Quadrant",
    "Ranking",
    "StageScore",
    "gaps_of",
    "gaps_of_each",
    "ice",
    "impact_effort",
    "interval_attainment",
    "level_of",
    "mood_summary",
    "nps_difference",
    "nps_interval",
    "nps_sample",
    "priority_of",
    "quadrant",
    "ranked",
    "rankings",
    "ratio_attainment",
    "rice",
    "stage_score",
    "ulwick",
    "wilson",
]
