"""What customers want to know, and what we do for them there: answers, endings, listening."""

from jmap.diff.reason import Name, because
from jmap.diff.reasons.rewording import in_place_of, turned
from jmap.diff.reasons.words import called, itself
from jmap.diff.weighers import Case, weighs
from jmap.diff.weight import Weight, better, foremost, neutral, worse
from jmap.model.question import Question
from jmap.syntax.fold import fold


def _question(case: Case, name: str) -> Question | None:
    journey = case.after.journey
    questions = journey.questions if journey is not None else ()
    return next((one for one in questions if one.id and fold(one.id) == fold(name)), None)


@weighs("touchpoint", field="answers", kinds=("removed",))
def answer_removed(case: Case) -> Weight | None:
    """A question is answered nowhere any more, or elsewhere still."""
    question, parts = _question(case, case.old), case.after.parts
    if question is None or parts is None:
        return None
    others = parts.answering.get(fold(case.old), [])
    if others:
        places = tuple(called(one) for one in others)
        return neutral("answer-moved", "still-answered", question=called(question), by=places)
    return worse("answer-lost", "nothing-answers", questions=(called(question),))


@weighs("touchpoint", field="answers", kinds=("added",))
def answer_added(case: Case) -> Weight | None:
    """A question is answered that nothing answered before."""
    question, before = _question(case, case.new), case.before.parts
    if question is None or before is None:
        return None
    if any(before.answering.get(fold(name)) for name in (case.new, question.was) if name):
        return None
    return better("answer-given", "answered-now", question=called(question))


@weighs("touchpoint", field="answers", kinds=("changed",))
def answer_exchanged(case: Case) -> Weight | None:
    """Another question is answered."""
    found = (answer_removed(case), answer_added(case))
    return foremost([weight for weight in found if weight is not None])


@weighs("question", kinds=("removed",))
def question_removed(case: Case) -> Weight | None:
    """A question is asked no more; nothing had answered it, or its answer went with it."""
    question, before = case.part, case.before.parts
    if before is None:
        return None
    answering = before.answering.get(fold(question.id), []) if question.id else []
    if answering:
        return _with_its_answer(case, [fold(one.id) for one in answering])
    return worse("question-dropped", "question-told-no-more", it=itself(question))


def _with_its_answer(case: Case, names: list[str]) -> Weight | None:
    """A question goes, and what answered it is there still and answers nothing that is new."""
    before, after = case.before.journey, case.after.parts
    if before is None or after is None:
        return None
    asked = {fold(one.id) for one in before.questions if one.id}
    left = [one for one in map(after.touchpoints.get, names) if one is not None]
    if any(fold(name) not in asked for one in left for name in one.touchpoint.answers):
        return None
    places = tuple(called(one.touchpoint) for one in left)
    if not places:
        return None
    return worse("answer-lost", "asked-no-more", it=itself(case.part), by=places)


@weighs("touchpoint", field="resolution", kinds=("removed",))
def resolution_removed(case: Case) -> Weight:
    """Nobody knows any more how it ends well."""
    return worse("resolution-lost", "resolution-untold", old=Name(case.old))


@weighs("touchpoint", field="resolution", kinds=("changed",))
def resolution_changed(case: Case) -> Weight | None:
    """It ends in another way, or less is said of that."""
    if turned(case, case.old, case.new) == "reworded":
        return None
    return neutral("resolution-changed", "ends-otherwise", new=Name(case.new), old=Name(case.old))


@weighs("touchpoint", field="resolution", kinds=("added",))
def resolution_added(case: Case) -> Weight:
    """It is said how it ends well."""
    return better("resolution-set", "ends-well", new=Name(case.new))


@weighs("stage", field="exit", kinds=("removed",))
def exit_removed(case: Case) -> Weight:
    """Nobody knows any more when customers are ready to move on."""
    return worse("exit-lost", "exit-untold", old=Name(case.old))


@weighs("stage", field="exit", kinds=("changed",))
def exit_changed(case: Case) -> Weight | None:
    """Customers move on when something else is true, or less."""
    if turned(case, case.old, case.new) == "reworded":
        return None
    return neutral("exit-changed", "moves-on-otherwise", new=Name(case.new), old=Name(case.old))


@weighs("stage", field="exit", kinds=("added",))
def exit_added(case: Case) -> Weight:
    """It is said when customers are ready to move on."""
    return better("exit-set", "moves-on-when", new=Name(case.new))


@weighs("touchpoint", "stage", field="feedback", kinds=("removed",))
def feedback_removed(case: Case) -> Weight | None:
    """We hear from customers in one way less; perhaps in none any more."""
    if case.part.feedback:
        return None
    return worse("feedback-lost", "not-heard")


@weighs("touchpoint", "stage", field="feedback", kinds=("added",))
def feedback_added(case: Case) -> Weight | None:
    """We hear from customers where we did not."""
    if case.former is None or case.former.feedback or case.new != case.part.feedback[0]:
        return None
    return better("feedback-gained", "heard-now")


@weighs("touchpoint", "stage", field="feedback", kinds=("changed",))
def feedback_changed(case: Case) -> Weight | None:
    """We hear from customers at once, or later."""
    if case.old.real_time == case.new.real_time:
        return None
    if case.new.real_time:
        return better("feedback-sooner", "heard-at-once")
    return worse("feedback-later", "heard-late")


@weighs("touchpoint", field="personalise", kinds=("removed",))
def personal_removed(case: Case) -> Weight:
    """Customers are treated more alike."""
    return worse("personal-touch-lost", "treated-alike", old=Name(case.old))


@weighs("touchpoint", field="personalise", kinds=("added",))
def personal_added(case: Case) -> Weight:
    """Something is fitted to this customer."""
    return better("personal-touch-gained", "fitted-to-customer", new=Name(case.new))


@weighs("touchpoint", field="action", kinds=("changed", "removed"))
def action_changed(case: Case) -> Weight | None:
    """We do less for customers here, or nothing any more; or it is told in other words, which may
    say less.
    """
    if not case.part.action:
        return worse("action-lost", "nothing-done-here", old=Name(case.old))
    other, former = in_place_of(case), case.former
    if other is not None:
        return _otherwise(case, other)
    fewer = former is not None and len(case.part.action) < len(former.action)
    return neutral("action-dropped", "done-less", old=Name(case.old)) if fewer else None


def _otherwise(case: Case, new: str) -> Weight | None:
    turn = turned(case, case.old, new)
    if turn == "reworded" or case.is_retired:
        return None
    texts = {"new": Name(new), "old": Name(case.old)}
    if turn == "cut":
        return neutral("action-cut", "says-less", said=because("does-instead", **texts))
    return neutral("action-changed", "does-now", **texts)


@weighs("touchpoint", field="action", kinds=("added",))
def action_added(case: Case) -> Weight | None:
    """We do something for customers where we did nothing."""
    if case.former is None or case.former.action or case.new != case.part.action[0]:
        return None
    return better("action-gained", "done-here", new=Name(case.new))
