"""The names of what changes do to customers, and what each means.

The weighers in ``jmap.diff.reasons`` give these names; a test holds the two together. This module
is light: whoever only asks whether a name is one imports no weigher.
"""

from dataclasses import dataclass

from jmap.diff.weight import Effect


@dataclass(frozen=True, slots=True)
class Named:
    """What a name stands for."""

    effects: tuple[Effect, ...]
    """What such a change does to customers; several where it depends."""
    about: str
    """What happened, in a sentence without a full stop."""


def _worse(about: str) -> Named:
    return Named(("worse",), about)


def _better(about: str) -> Named:
    return Named(("better",), about)


def _neutral(about: str) -> Named:
    return Named(("neutral",), about)


def _mixed(about: str, *effects: Effect) -> Named:
    return Named(effects, about)


TOPICS: dict[str, dict[str, Named]] = {
    "What customers get and want": {
        "gap-opened": _worse("Customers got what they want, and do not any more"),
        "gap-widened": _worse("What customers get is further from what they want than before"),
        "gap-narrowed": _better("What customers get is nearer to what they want, and not there"),
        "gap-closed": _better("Customers get what they want, and did not before"),
        "gap-accepted": _neutral("A gap is said to be fine as it is, with a reason"),
        "experience-worsened": _worse("Customers get less; nobody has said what they want"),
        "experience-improved": _better("Customers get more; nobody has said what they want"),
        "better-on-paper": _neutral(
            "A share is better only because fewer are counted, not because more are content"
        ),
        "figure-redefined": _neutral("A figure is measured in another way than the one before"),
        "wish-still-met": _neutral("Customers get less or more, and still what they want"),
        "within-chance": _neutral("Two figures from samples differ by no more than chance does"),
        "figure-lost": _worse("A figure is gone, so nobody can tell any more what customers get"),
        "figure-counted": _neutral("A figure is as it was, and is told from a count now"),
        "figure-uncounted": _neutral("A figure is as it was, and not told from a count any more"),
        "figure-told": _neutral("It is told now what customers get; it was so before"),
        "unit-changed": _neutral("Two figures are in units that do not compare"),
        "unclear-direction": _neutral("A figure changed, and nobody says whether more is better"),
        "read-otherwise": _neutral("It is said now that a figure is better higher, or lower"),
        "wish-raised": _mixed(
            "Customers want more: worse where they do not get it", "worse", "neutral"
        ),
        "wish-lowered": _neutral("Customers are said to want less: the gap closes on paper only"),
        "importance-lowered": _neutral("Customers are said to mind it less: a gap counts for less"),
        "wish-lost": _worse("Nothing says any more what customers want"),
        "wish-told": _neutral("It is told now what customers want"),
        "aim-raised": _better("We set out to give more than before"),
        "aim-lowered": _worse("We set out to give less than before"),
        "aim-set": _mixed("It is said now what we set out to give", "better", "neutral"),
        "aim-lost": _worse("Nothing says any more what we set out to give"),
    },
    "Metrics": {
        "target-tightened": _better("The target of a metric asks for more"),
        "target-loosened": _worse("The target of a metric asks for less"),
        "target-set": _better("A metric has a target"),
        "target-lost": _worse("A metric has no target any more"),
        "target-changed": _neutral("Two targets of a metric do not compare"),
        "tolerance-widened": _neutral("A figure may be further off its target"),
        "tolerance-narrowed": _neutral("A figure may be less far off its target"),
        "tolerance-changed": _neutral("How far a figure may be off its target changed"),
        "metric-redefined": _neutral(
            "A metric is read in another way: its figures mean another thing"
        ),
        "scorecard-cut": _neutral("A metric is not read any more beside others"),
        "scale-changed": _neutral(
            "A journey has another scale: its plain scores mean another thing"
        ),
    },
    "Promises of channels": {
        "promise-tightened": _better("A channel promises to answer faster, or more often in time"),
        "promise-loosened": _worse("A channel promises to answer later, or less often in time"),
        "promise-changed": _neutral("Two promises of a channel do not compare"),
        "promise-made": _better("A channel promises when it answers"),
        "promise-lost": _worse("A channel does not promise any more when it answers"),
        "hours-set": _neutral("It is told now when a channel is open"),
        "hours-changed": _neutral("A channel is open at other hours"),
        "hours-lost": _neutral("Nothing tells any more when a channel is open"),
    },
    "Who answers": {
        "owner-gained": _better("Somebody answers for what nobody did"),
        "owner-lost": _worse("Nobody answers for it any more"),
        "owner-changed": _neutral("Somebody else answers for it"),
        "backup-gained": _better("Somebody steps in when the owner cannot"),
        "backup-changed": _neutral("Somebody else steps in when the owner cannot"),
        "backup-lost": _worse("Nobody steps in any more when the owner cannot"),
        "escalation-set": _better("It is said when the backup steps in"),
        "escalation-sooner": _better("The backup steps in sooner"),
        "escalation-later": _worse("The backup steps in later"),
        "escalation-lost": _worse("Nothing says any more when the backup steps in"),
        "lead-changed": _neutral("Somebody else leads a team"),
        "accountable-gained": _better("Somebody among us answers for what a partner does"),
        "accountable-lost": _worse("Nobody among us answers any more for what a partner does"),
    },
    "Touchpoints, channels and stages": {
        "channel-opened": _better("Customers can use a channel where they could not"),
        "channel-left": _worse("A channel serves nobody there any more"),
        "channel-skipped": _worse("A channel that served a stage is left out on purpose"),
        "skip-untold": _neutral("It is not said any more why a channel does not serve a stage"),
        "channel-changed": _neutral("One channel serves customers in place of another"),
        "channel-dropped": _neutral("A channel that served nobody on the maps is told no more"),
        "touchpoint-added": _neutral("Customers meet a touchpoint that was not told"),
        "touchpoint-opened": _better("A touchpoint that was to come serves customers"),
        "touchpoint-planned": _neutral("A touchpoint is planned"),
        "touchpoint-moved": _neutral("A touchpoint stands in another stage"),
        "touchpoint-renamed": _neutral("A touchpoint has another id and another name"),
        "touchpoint-dropped": _neutral(
            "A touchpoint is gone, and its channel serves customers at other places there"
        ),
        "plan-dropped": _worse(
            "What was planned is not any more: a touchpoint, or a journey to be"
        ),
        "plan-fulfilled": _neutral("A map of how it is to be is gone: today's map tells all of it"),
        "plan-told": _mixed(
            "A map of how it is to be is new: worse where it gives up something or aims lower",
            "worse",
            "neutral",
        ),
        "stage-added": _neutral("A part of a journey is told as a stage"),
        "stage-reordered": _neutral("A stage comes sooner or later than it did"),
        "stage-dropped": _mixed(
            "A stage is gone: worse where its touchpoints are", "worse", "neutral"
        ),
        "journey-told": _neutral("A journey of customers is told that was not"),
        "journey-dropped": _worse("A journey of customers is told no more"),
        "journey-standing": _neutral("A map is trusted further than before, or less far"),
        "journey-retired": _neutral("A journey is retired: it serves nobody any more"),
        "persona-added": _neutral("A journey is told for one persona more"),
        "persona-dropped": _neutral("A journey is told for a persona no more"),
        "preference-changed": _neutral("A persona is said to prefer another channel"),
        "detail-lost": _neutral("The way from a part of a journey to a closer look at it is gone"),
    },
    "What we do for customers": {
        "action-gained": _better("We do something for customers where we did nothing"),
        "action-lost": _worse("We do nothing for customers there any more"),
        "action-dropped": _neutral("We do one thing less for customers there"),
        "action-cut": _neutral("Less is said of what we do for customers there"),
        "action-changed": _neutral("We do another thing for customers there"),
        "backstage-lost": _neutral("Something has no part any more in what customers do not see"),
        "backstage-gained": _neutral("Something has a part in what customers do not see"),
        "backstage-changed": _neutral("Another has its part in what customers do not see"),
        "answer-given": _better("A question of customers is answered that was not"),
        "answer-lost": _worse("A question of customers is answered nowhere any more"),
        "answer-moved": _neutral("A question is answered at other places still"),
        "question-dropped": _worse("A question is told no more, and nothing had answered it"),
        "resolution-set": _better("It is said how it ends well for customers"),
        "resolution-changed": _neutral("It ends well in another way, or less is said of it"),
        "resolution-lost": _worse("Nothing says any more how it ends well for customers"),
        "exit-set": _better("It is said when customers are ready to move on"),
        "exit-changed": _neutral("Customers move on when something else is true, or less"),
        "exit-lost": _worse("Nothing says any more when customers are ready to move on"),
        "feedback-gained": _better("We hear from customers where we did not"),
        "feedback-lost": _worse("We do not hear from customers there any more"),
        "feedback-sooner": _better("We hear from customers at once"),
        "feedback-later": _worse("We do not hear from customers at once any more"),
        "guideline-changed": _neutral("Staff are told to act otherwise, or one thing less"),
        "equipment-lost": _neutral("Staff work with one thing less, or know how to do one less"),
        "personal-touch-gained": _better("Something is fitted to the customer"),
        "personal-touch-lost": _worse("Customers are treated alike where it was fitted to them"),
        "way-lost": _worse("No path tells any more how a persona gets through"),
        "way-cut": _worse("A path of customers ends where it went on before"),
        "path-rerouted": _neutral("A path goes by another touchpoint than before"),
        "path-told": _neutral("A way of a persona is told"),
        "path-reordered": _neutral("A touchpoint is met sooner or later on a path"),
        "path-recast": _neutral("Things go wrong on a path, as is said now, or not any more"),
        "path-given": _neutral("A path is that of another persona"),
        "path-dropped": _neutral("A path is told no more, and others are left"),
        "path-lost": _worse("A path on which it goes wrong is told no more"),
        "path-prepared": _better("A path on which it goes wrong is told"),
        "recovery-gained": _better("A path on which it went wrong ends well again"),
        "recovery-lost": _worse("A path on which it goes wrong does not end well any more"),
    },
    "What it is like for customers": {
        "mood-rose": _better("Customers leave a touchpoint in a better mood"),
        "mood-fell": _worse("Customers leave a touchpoint in a worse mood"),
        "mood-doubted": _neutral(
            "A mood is said to be better by somebody who is less sure of it than before"
        ),
        "mood-told": _neutral("It is told now how customers feel"),
        "mood-untold": _worse("Nothing tells any more how customers feel"),
        "words-cut": _neutral("Less is told of what customers do, think or say"),
        "moment-told": _neutral("A touchpoint is a moment of truth now"),
        "moment-lost": _worse("A touchpoint is no moment of truth any more"),
        "trust-rose": _better("Customers trust us more"),
        "trust-fell": _worse("Customers trust us less"),
        "trust-told": _neutral("It is told now what a touchpoint does to trust"),
        "trust-untold": _worse("Nothing tells any more what a touchpoint does to trust"),
        "effort-shrank": _better("It is less effort for customers"),
        "effort-grew": _worse("It is more effort for customers"),
        "effort-told": _neutral("It is told now how much effort it is for customers"),
        "effort-untold": _worse("Nothing tells any more how much effort it is for customers"),
        "takes-less-time": _better("It takes customers less time"),
        "takes-longer": _worse("It takes customers longer"),
        "time-changed": _neutral("It takes customers another time, neither more nor less"),
        "time-told": _neutral("It is told now how long it takes customers"),
        "time-untold": _worse("Nothing tells any more how long it takes customers"),
        "effect-improved": _better("What a touchpoint does to customers is better than before"),
        "effect-worsened": _worse("What a touchpoint does to customers is worse than before"),
        "fewer-leave": _better("Fewer customers leave us there"),
        "more-leave": _worse("More customers leave us there"),
        "churn-moved": _neutral("The customers who leave us are counted at another place"),
        "churn-told": _neutral("It is told now how many customers leave us there"),
        "churn-untold": _worse("Nothing tells any more how many customers leave us there"),
    },
    "What maps rest on": {
        "evidence-lost": _neutral("Nothing tells any more what a part of a map rests on"),
        "evidence-changed": _neutral("A persona or a journey rests on something else"),
        "quote-changed": _neutral("A persona is quoted with something else, or something more"),
        "test-told": _neutral("Somebody went through a journey as customers do"),
        "benchmark-changed": _neutral("A figure is held against another, or against none any more"),
        "need-retold": _neutral("A need is told otherwise, or no more"),
        "note-changed": _neutral("A lane says another thing of a touchpoint, or nothing any more"),
        "driver-changed": _neutral("Something matters more to a persona than before, or less"),
        "confidence-changed": _neutral("We are surer of what is told there, or less sure"),
        "purpose-changed": _neutral("What a journey or a stage is for is told otherwise"),
        "review-rarer": _neutral("A map is held against reality less often"),
        "review-oftener": _neutral("A map is held against reality more often"),
    },
    "Pains, ideas and risks": {
        "pain-told": _neutral("A pain is told; customers had it before"),
        "pain-retold": _neutral("Another thing is said to hurt than before, or less of it"),
        "pain-grew": _worse("A pain is more severe"),
        "pain-shrank": _better("A pain is less severe"),
        "pain-played-down": _neutral(
            "A pain is said to be less severe, and nothing was done that shows in anything else"
        ),
        "pain-eased": _better("A pain is gone, and something was done about it"),
        "pain-dropped": _worse("A pain is told no more, though nothing was done about it"),
        "pain-answered": _better("An idea eases a pain that none eased"),
        "pain-unanswered": _worse("No idea eases a pain any more"),
        "severity-told": _neutral("It is told now how severe a pain is"),
        "severity-untold": _worse("Nothing tells any more how severe a pain is"),
        "idea-told": _neutral("An idea is told that nobody has planned yet"),
        "idea-retold": _neutral("An idea is another than before, or less of it is told"),
        "idea-planned": _better("An idea is planned"),
        "idea-advanced": _better("An idea is nearer to being done"),
        "idea-done": _better("An idea is done"),
        "idea-revived": _better("An idea that was dropped is taken up again"),
        "idea-set-back": _worse("An idea is further from being done than it was"),
        "idea-dropped": _mixed(
            "An idea is given up: worse where it was planned", "worse", "neutral"
        ),
        "due-set": _better("An idea has a date"),
        "due-sooner": _better("An idea is due sooner"),
        "due-later": _worse("An idea is put off"),
        "due-lost": _worse("An idea has no date any more"),
        "risk-told": _neutral("It is told now what may go wrong"),
        "risk-grew": _worse("Something is more likely to go wrong"),
        "risk-shrank": _better("Something is less likely to go wrong"),
        "risk-played-down": _neutral(
            "Something is said to go wrong less often, and nothing was done about it"
        ),
        "risk-dropped": _mixed(
            "A risk is told no more: worse where nothing was said against it", "worse", "neutral"
        ),
        "likelihood-told": _neutral("It is told now how likely it is to go wrong"),
        "likelihood-untold": _worse("Nothing tells any more how likely it is to go wrong"),
        "remedy-gained": _better("Something is to be done about what may go wrong"),
        "remedy-lost": _worse("Nothing is said any more against what may go wrong"),
        "remedy-changed": _neutral("One thing less, or another, is done about what may go wrong"),
    },
}
"""All names, by what they are about."""

WEIGHTS: dict[str, Named] = {
    name: named for topic in TOPICS.values() for name, named in topic.items()
}
"""All names."""

ON_PAPER = frozenset(
    (
        "wish-lowered",
        "importance-lowered",
        "better-on-paper",
        "figure-redefined",
        "pain-played-down",
        "risk-played-down",
        "mood-doubted",
    )
)
"""The names of what makes a map look better while nothing gets better for customers."""
