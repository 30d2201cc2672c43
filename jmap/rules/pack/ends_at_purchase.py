"""Large maps that stop once the customer has paid."""

import re
from collections.abc import Iterable
from itertools import takewhile

from jmap.model.journey import Journey
from jmap.model.stage import Stage
from jmap.rules.finding import Finding
from jmap.rules.knowledge.plain import plain
from jmap.rules.rule import STRICT, Rule
from jmap.rules.scene import Scene
from jmap.rules.setting import Setting


class EndsAtPurchase(Rule[Journey]):
    """The map of a whole relationship ends with the purchase.

    For customers it begins there: using, paying, asking for help and buying again decide whether
    they stay. A map that stops at the till shows what the organisation wants, and leaves out what
    brings people back.

    Looks at maps of `level macro` only; closer ones may well be about ordering and nothing else. A
    purchase is a stage with a goal to buy, or whose whole title says so. One that comes after an
    earlier purchase, or renews, is a return and not the end.
    """

    tags = ("stages", "framing")
    profiles = (STRICT,)
    words = Setting(
        (
            *("buy", "buying", "purchase", "purchasing", "order", "ordering", "checkout"),
            *("pay", "paying", "payment", "خرید", "سفارش", "پرداخت"),
        ),
        "Words that make a stage the purchase, where its title holds no others.",
    )
    good = """
journey broadband "Broadband at home" {
  level macro
  stage aware "Hears of us"
  stage order "Order" { goal buy "A line on moving day" }
  stage use "Use it every day"
  stage renew "Renew"
}
journey اینترنت "اینترنت خانه" {
  level macro
  stage آشنایی "آشنایی"
  stage خرید "ثبت سفارش"
  stage استفاده "استفادهٔ روزانه"
  stage تمدید "تمدید"
}
"""
    bad = """
journey broadband "Broadband at home" {
  level macro
  stage aware "Hears of us"
  stage compare "Compares"
  stage order "Order" { goal buy "A line on moving day" }
}
journey اینترنت "اینترنت خانه" {
  level macro
  stage آشنایی "آشنایی"
  stage مقایسه "مقایسه"
  stage خرید "ثبت سفارش"
}
"""

    def check(self, item: Journey, scene: Scene) -> Iterable[Finding]:
        if item.level != "macro" or not item.stages or _returns(item.stages[-1]):
            return
        last = list(takewhile(self._buys, reversed(item.stages)))
        before = item.stages[: len(item.stages) - len(last)]
        if not last or any(map(self._buys, before)):
            return
        yield Finding(
            f"the journey ends with the purchase, `{last[0].id}`",
            'go on with what customers live through afterwards: stage use "…", stage renew "…"',
            item=last[0],
        )

    def _buys(self, stage: Stage) -> bool:
        if any(goal.kind == "buy" for goal in stage.goals):
            return True
        said = _words(stage.title or "")
        bought = set(map(plain, self.words))
        return not said.isdisjoint(bought) and said <= bought | _FILLERS


def _returns(stage: Stage) -> bool:
    return not _words(stage.title or "").isdisjoint(_AGAIN)


def _words(title: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", plain(title)))


_FILLERS = frozenset(
    ("the", "a", "an", "and", "it", "your", "place", "make", "decide", "decision", "to", "online")
) | frozenset(map(plain, ("و", "ثبت", "تصمیم", "تصمیم‌گیری", "به", "برای", "نهایی", "آنلاین")))
_AGAIN = frozenset(
    ("again", "repeat", "repurchase", "reorder", "renew", "renewal", "renewing", "loyalty")
) | frozenset(map(plain, ("مجدد", "دوباره", "تمدید", "وفاداری")))
