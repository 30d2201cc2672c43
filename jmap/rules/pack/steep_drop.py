"""Stages in which most customers are lost."""

from collections.abc import Iterable

from jmap.gaps import wilson
from jmap.model.lines import Churn
from jmap.model.quantity import Ratio
from jmap.rules.finding import Finding
from jmap.rules.knowledge.serving import is_lived
from jmap.rules.rule import DEFAULT, Rule
from jmap.rules.scene import Scene
from jmap.rules.setting import Setting


class SteepDrop(Rule[Churn]):
    """So many customers leave here that even the cautious reading of the count is above the limit.

    A large drop between two steps says that something there does not work for customers, whatever
    they say when asked. It is the cheapest signal there is: they vote with their feet.

    What is held against the limit is the lower end of the 95% interval (Wilson) of the count, so
    that 6 of 10 is not mistaken for a cliff. A percentage without its counts is certain of nothing
    and is passed over: write `churn 2352/4126`. Silent about journeys as they should be.
    """

    tags = ("metrics", "experience")
    profiles = (DEFAULT,)
    share = Setting(
        0.5,
        "The share of customers that may leave at one place.",
        low=0.0,
        high=1.0,
    )
    good = """
journey order "Ordering a line" {
  stage choose "Choose a tariff" {
    churn 1240/4126 "Do not begin an order"
  }
  stage pay "Pay" {
    churn 6/10 "Leave at the card number"
  }
}
"""
    bad = """
journey order "Ordering a line" {
  stage choose "Choose a tariff" {
    churn 2352/4126 "Do not begin an order"
  }
}
"""

    def check(self, item: Churn, scene: Scene) -> Iterable[Finding]:
        amount = item.amount
        if not isinstance(amount, Ratio) or not is_lived(scene.journey):
            return
        interval = wilson(amount.part, amount.whole)
        if interval.low <= 100 * self.share:
            return
        place = f"in `{scene.stage.id}`" if scene.stage else "on the way"
        yield Finding(
            f"{amount.part} of {amount.whole} leave {place}: {amount.magnitude:.1f}%, and at least "
            f"{interval.low:.1f}% with 95% confidence",
            "find out what stops them, and write it here: pain …",
        )
