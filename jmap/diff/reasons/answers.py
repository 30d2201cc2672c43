"""What customers want to know, and what we do for them there: answers, endings, listening."""

from jmap.diff.reasons.words import called, first_of
from jmap.diff.weighers import Case, weighs
from jmap.diff.weight import Weight, better, foremost, neutral, worse
from jmap.model.question import Question
from jmap.syntax.fold import fold
from jmap.views.sentences import quoted


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
        places = first_of([called(one) for one in others])
        return neutral("answer-moved", f"{called(question)} is still answered by {places}")
    return worse("answer-lost", f"nothing answers {called(question)} any more")


@weighs("touchpoint", field="answers", kinds=("added",))
def answer_added(case: Case) -> Weight | None:
    """A question is answered that nothing answered before."""
    question, before = _question(case, case.new), case.before.parts
    if question is None or before is None:
        return None
    if any(before.answering.get(fold(name)) for name in (case.new, question.was) if name):
        return None
    return better("answer-given", f"{called(question)} is answered now")


@weighs("touchpoint", field="answers", kinds=("changed",))
def answer_exchanged(case: Case) -> Weight | None:
    """Another question is answered."""
    found = (answer_removed(case), answer_added(case))
    return foremost([weight for weight in found if weight is not None])


@weighs("question", kinds=("removed",))
def question_removed(case: Case) -> Weight | None:
    """A question is asked no more; nothing had answered it."""
    question, before = case.part, case.before.parts
    if before is None or (question.id and before.answering.get(fold(question.id))):
        return None
    return worse("question-dropped", f"{called(question)} is told no more, and nothing answered it")


@weighs("touchpoint", field="resolution", kinds=("removed",))
def resolution_removed(case: Case) -> Weight:
    """Nobody knows any more how it ends well."""
    return worse(
        "resolution-lost",
        f"nothing says any more how it ends well for customers; it was {quoted(case.old)}",
    )


@weighs("touchpoint", field="resolution", kinds=("added",))
def resolution_added(case: Case) -> Weight:
    """It is said how it ends well."""
    return better("resolution-set", f"it ends well for customers: {quoted(case.new)}")


@weighs("stage", field="exit", kinds=("removed",))
def exit_removed(case: Case) -> Weight:
    """Nobody knows any more when customers are ready to move on."""
    return worse(
        "exit-lost",
        f"nothing says any more when customers are ready to move on; it was {quoted(case.old)}",
    )


@weighs("stage", field="exit", kinds=("added",))
def exit_added(case: Case) -> Weight:
    """It is said when customers are ready to move on."""
    return better("exit-set", f"customers move on when this is true: {quoted(case.new)}")


@weighs("touchpoint", "stage", field="feedback", kinds=("removed",))
def feedback_removed(case: Case) -> Weight | None:
    """We hear from customers in one way less; perhaps in none any more."""
    if case.part.feedback:
        return None
    return worse("feedback-lost", "we do not hear from customers here any more")


@weighs("touchpoint", "stage", field="feedback", kinds=("added",))
def feedback_added(case: Case) -> Weight | None:
    """We hear from customers where we did not."""
    if case.former is None or case.former.feedback or case.new != case.part.feedback[0]:
        return None
    return better("feedback-gained", "we hear from customers here now")


@weighs("touchpoint", "stage", field="feedback", kinds=("changed",))
def feedback_changed(case: Case) -> Weight | None:
    """We hear from customers at once, or later."""
    if case.old.real_time == case.new.real_time:
        return None
    if case.new.real_time:
        return better("feedback-sooner", "we hear from customers at once now")
    return worse("feedback-later", "we do not hear from customers at once any more")


@weighs("touchpoint", field="personalise", kinds=("removed",))
def personal_removed(case: Case) -> Weight:
    """Customers are treated more alike."""
    return worse(
        "personal-touch-lost",
        f"customers are treated alike where it was fitted to them: {quoted(case.old)}",
    )


@weighs("touchpoint", field="personalise", kinds=("added",))
def personal_added(case: Case) -> Weight:
    """Something is fitted to this customer."""
    return better("personal-touch-gained", f"it is fitted to the customer: {quoted(case.new)}")


@weighs("touchpoint", field="action", kinds=("removed",))
def action_removed(case: Case) -> Weight | None:
    """We do nothing for customers here any more."""
    if case.part.action:
        return None
    return worse(
        "action-lost", f"we do nothing for customers here any more; it was {quoted(case.old)}"
    )


@weighs("touchpoint", field="action", kinds=("added",))
def action_added(case: Case) -> Weight | None:
    """We do something for customers where we did nothing."""
    if case.former is None or case.former.action or case.new != case.part.action[0]:
        return None
    return better("action-gained", f"we do something for customers here: {quoted(case.new)}")
