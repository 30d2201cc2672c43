"""Why a change is better or worse for customers: a module of weighers for each thing they meet."""

from jmap.diff.reasons import (
    answers,
    backstage,
    effects,
    feelings,
    ideas,
    instructions,
    journeys,
    levels,
    metrics,
    moments,
    owners,
    pains,
    paths,
    personas,
    promises,
    purposes,
    risks,
    sources,
    telling,
    touchpoints,
    wishes,
)

# Whoever looks a weigher up here finds all of them entered.
from jmap.diff.weighers import table, weigher_of

__all__ = [
    "answers",
    "backstage",
    "effects",
    "feelings",
    "ideas",
    "instructions",
    "journeys",
    "levels",
    "metrics",
    "moments",
    "owners",
    "pains",
    "paths",
    "personas",
    "promises",
    "purposes",
    "risks",
    "sources",
    "table",
    "telling",
    "touchpoints",
    "weigher_of",
    "wishes",
]
