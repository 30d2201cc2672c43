"""Why a change is better or worse for customers: a module of weighers for each thing they meet."""

from jmap.diff.reasons import (
    answers,
    effects,
    feelings,
    ideas,
    journeys,
    levels,
    metrics,
    moments,
    owners,
    pains,
    paths,
    promises,
    risks,
    touchpoints,
    wishes,
)

# Whoever looks a weigher up here finds all of them entered.
from jmap.diff.weighers import table, weigher_of

__all__ = [
    "answers",
    "effects",
    "feelings",
    "ideas",
    "journeys",
    "levels",
    "metrics",
    "moments",
    "owners",
    "pains",
    "paths",
    "promises",
    "risks",
    "table",
    "touchpoints",
    "weigher_of",
    "wishes",
]
