"""Percentages in texts that nobody can check."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from jmap.model.experience import Experience
from jmap.model.journey import Journey
from jmap.model.lines import Churn
from jmap.model.pain import Pain
from jmap.model.persona import Persona
from jmap.model.quantity import Percent, Ratio
from jmap.model.touchpoint import Touchpoint
from jmap.rules.finding import Finding
from jmap.rules.knowledge.figures import is_retired
from jmap.rules.knowledge.serving import is_lived
from jmap.rules.pattern import Pattern
from jmap.rules.rule import DEFAULT, STRICT, Rule
from jmap.rules.scene import Scene
from jmap.rules.setting import Setting
from jmap.syntax.fold import fold, latin_digits

CUSTOMERS, ANY = "customers", "any"

_DIGITS = r"[0-9۰-۹٠-٩][0-9۰-۹٠-٩.,٫٬]{0,12}"
_PERCENT = Pattern(
    rf"(?P<said>(?P<number>{_DIGITS}) ?(?:[%٪]|per ?cent\b|درصد)|[%٪] ?(?P<after>{_DIGITS}))"
)
_WHO = (
    r"(?:customers|clients|users|callers|people|respondents|visitors|applicants|patients|guests"
    r"|passengers|buyers|shoppers|subscribers|members|citizens|residents|participants|households"
    r"|owners|parents|families|riders|players|readers|travellers|travelers|students|learners|tenants|drivers|donors|claimants|leads|prospects"
    r"|calls|contacts|complaints|enquiries|inquiries|sign[ -]?ups|registrations|applications|orders"
    r"|baskets|carts|checkouts|sessions|visits|bookings|appointments|deliveries|tickets|requests"
    r"|cases|trials|those (?:eligible|who|that|with))\b"
)
_WHOSE = r"(?:(?:the|our|all|its|their|these|those|of) ){0,2}"
_OF_WHOM = Pattern(
    rf" ?of {_WHOSE}(?:[a-z-]{{2,20}} )?{_WHO}"
    r"| ?(?:از )?(?:کل |همه |همهٔ |تمام )?"
    r"(?:مشتری(?:ان|ها)|کاربر(?:ان|ها)|تماس ?(?:ها|گیرندگان)|افراد|مردم|کسانی|بازدیدکنندگان"
    r"|پاسخ ?دهندگان|خریداران|مسافران|بیماران|متقاضیان|شهروندان|مراجعان|شکایت ?ها"
    r"|ثبت ?نام(?: ?ها| ?کنندگان)|سفارش ?ها|سبد ?(?:های|ها))"
)
"""Behind a figure: of whom it is a share."""
_LEAVING = Pattern(
    rf" ?{_WHOSE}(?:{_WHO} )?(?:(?:just|then|simply|never|who|will|would|that) ){{0,2}}"
    r"(?:drop[ -]?(?:off|out)s?|abandon|churn|leave(?:s|rs)?\b(?! (?:days?|entitlement))"
    r"|conversion(?! (?:fee|charge|cost))|convert(?:s|ed)?\b|leaving\b|bounce"
    r"|give up|quit\b|cancel(?:s|led)?\b(?! fee))"
    r"|ی? ?(?:از )?(?:کل |همه )?(?:مشتریان |کاربران |افراد |آنها |آنان )?"
    r"(?:ریزش|رهاسازی|رها (?:می|کرد)|انصراف|منصرف|نرخ تبدیل|تبدیل به مشتری)"
)
"""Behind a figure: that so many leave, or stay."""
_LEFT = Pattern(
    r"(?:\b(?:drop[ -]?(?:off|out)s?|abandon(?:ed|s|ment)?|(?<!currency )conversion|churn|attrition"
    r"|bounce)(?: rates?)?(?:[ :=(–—~≈,-]|\b(?:of|is|was|at|to|by|about|around|from|over|under|up"
    r"|down)\b){1,6}"
    r"|\b(?:leaves?|leaving|abandon(?:s|ed)?)[ :=]*[(–—~≈]+ ?"
    r"|(?<!هزینه )(?<!هزینهٔ )(?<!هزینهی )(?<!جریمه )(?<!جریمهٔ )(?<!جریمهی )(?<!کارمزد )"
    r"(?:ریزش|رهاسازی|رها ?کردن|انصراف|نرخ تبدیل)"
    r"(?: (?:سبد(?: خرید)?|فرم|مشتری(?:ان|ها)?|کاربر(?:ان|ها)?))?"
    r"(?:[ :=(–—~≈،]|حدود|تقریبا|بیش از|به|از|تا){1,4})$"
)
"""Before a figure."""
_PRICE = Pattern(
    r" ?-?(?:fees?|charges?|discount|off\b|surcharge|vat\b|tax|interest|commission|deposit|voucher"
    r"|ی? ?(?:تخفیف|کارمزد|جریمه|هزینه|مالیات|سود|بیعانه))"
)
"""Behind a figure that is about money."""
_REACH = 60
_MAYBE = Pattern("[%٪]|per ?cent|درصد")


@dataclass(frozen=True, slots=True)
class _Text:
    """A text in which something is claimed, and where it stands."""

    text: str
    item: Any
    field: str = ""
    nth: int = 0


@dataclass(frozen=True, slots=True)
class _Claim:
    """A percentage in a text, as it is written and as a number where it can be read."""

    said: str
    number: float | None


class UnsourcedPercentage(Rule[Journey | Persona | Experience | Pain]):
    """A text says what percentage of customers do something or leave, and nothing says who counted
    them.

    A figure in a sentence is believed, repeated and put on slides, and after a year nobody knows
    who counted what. Usually nobody did.

    Looked at are stories, pains and their reasons, effects, reasons of feelings and of leaving,
    scenarios and what is said about personas; never what customers say or think, nor what we
    promise. It is enough that evidence stands with the statement or with anything around it, or
    that the same figure is measured there: `churn 31/640 "5% of orders come back"` can be checked,
    and `churn 5% "5% of orders come back"` says the same twice.

    By default it looks at shares of customers, calls, orders, sign-ups and the like, and at figures
    beside words for leaving: drop-off, abandon, churn, conversion; «ریزش», «رهاسازی», «انصراف». In
    the reason of a `churn` any share is one of leaving. The strict profile looks at every
    percentage in these texts. Silent about journeys as they should be.
    """

    tags = ("evidence", "text")
    profiles = (DEFAULT,)
    claims = Setting(
        CUSTOMERS,
        "Which percentages need evidence: shares of customers and calls, or any.",
        choices=(CUSTOMERS, ANY),
        profiles={STRICT: ANY},
    )
    good = """
journey refund "Getting a refund" {
  stage call "Call" {
    pain hang-up "14% of callers hang up before an answer" {
      evidence "Call log, first week of October"
    }
    pain retold "Two calls in ten are about the same case"
    touchpoint form on "Website" "Fills in the form" {
      story "Half of it is gone after the tunnel, and a 20% voucher does not bring it back"
    }
  }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage call "Call" {
    pain hang-up "14% of callers hang up before an answer"
  }
  stage form "Form" {
    pain trust "Has to type the card number first: ~40% drop-off"
    churn 35% "35% never come back to it"
  }
}
journey بازپرداخت "پس‌گرفتن پول" {
  language fa
  stage تماس "تماس" {
    pain قطع "۶۰ درصد مشتریان پیش از پاسخ قطع می‌کنند"
    pain فرم "ریزش ۴۰ درصدی در صفحهٔ پرداخت"
  }
}
"""

    def check(self, item: Any, scene: Scene) -> Iterable[Finding]:
        if (scene.journey is not None and not is_lived(scene.journey)) or is_retired(scene):
            return
        for text in _texts(item):
            if not _MAYBE.search(text.text):
                continue
            for claim in self._claimed(fold(text.text).casefold(), text.item):
                if not _backed(item, scene, claim.number, text.item):
                    yield _finding(text, claim.said)
                    break

    def _claimed(self, text: str, item: Any) -> Iterator[_Claim]:
        every = self.claims == ANY or isinstance(item, Churn)
        for match in _PERCENT.finditer(text):
            if every or _is_share(text, match.start(), match.end()):
                yield _Claim(match["said"], _number(match["number"] or match["after"]))


def _is_share(text: str, start: int, end: int) -> bool:
    """Whether the figure at a place in a text is a share of customers, or tells how many leave."""
    if _PRICE.match(text, end):
        return False
    if _OF_WHOM.match(text, end) or _LEAVING.match(text, end):
        return True
    return _LEFT.search(text[max(0, start - _REACH) : start]) is not None


def _finding(text: _Text, said: str) -> Finding:
    return Finding(
        f"nothing says where `{said}` comes from",
        'write what it rests on: evidence "…"',
        item=text.item,
        field=text.field,
        nth=text.nth,
    )


def _texts(item: Any) -> Iterator[_Text]:
    match item:
        case Pain():
            yield _Text(item.text, item)
            yield from _lines(item, "because")
        case Persona():
            yield from _lines(item, "about")
            yield from _lines(item, "pains")
        case Journey():
            yield from _lines(item, "scenario")
            yield from _lines(item, "reasons")
            yield from _reasons(item)
        case Experience():
            yield from _lines(item, "story")
            yield from (_Text(one.because, one) for one in item.feel if one.because)
            yield from _reasons(item)
            if isinstance(item, Touchpoint):
                yield from (_Text(one.text, one) for one in item.effect if one.text)


def _reasons(item: Any) -> Iterator[_Text]:
    """Why customers leave a journey, a stage or a touchpoint."""
    return (_Text(one.reason, one) for one in item.churn if one.reason)


def _lines(item: Any, field: str) -> Iterator[_Text]:
    for nth, text in enumerate(getattr(item, field)):
        yield _Text(text, item, field, nth)


def _backed(item: Any, scene: Scene, number: float | None, line: Any) -> bool:
    around = (item, scene.touchpoint, scene.stage, scene.journey)
    parts = [part for part in around if part is not None]
    if any(part.evidence for part in parts):
        return True
    if number is None:
        return False
    shares = _counted if isinstance(line, Churn) else _shares
    return any(_near(number, shares(part, scene)) for part in parts)


def _near(number: float, shares: Sequence[float]) -> bool:
    """Whether one of some shares, which are in order, rounds to a number."""
    at = bisect_left(shares, number - 1)
    return at < len(shares) and shares[at] < number + 1


def _shares(part: Any, scene: Scene) -> Sequence[float]:
    """The percentages that are measured at a part, in order."""
    return scene.survey.once(("shares", id(part)), lambda: sorted(_measured(part)))


def _counted(part: Any, scene: Scene) -> Sequence[float]:
    """Those without the percentages of customers who leave: where only these stand, the reason
    beside them says the same twice.
    """
    return scene.survey.once(
        ("counted", id(part)), lambda: sorted(_measured(part, plain_churn=False))
    )


def _measured(part: Any, *, plain_churn: bool = True) -> Iterator[float]:
    levels = [*part.levels.values()] if isinstance(part, Touchpoint) else []
    levels += [level for one in getattr(part, "measures", ()) for level in one.levels.values()]
    left = [one.amount for one in getattr(part, "churn", ())]
    levels += [one for one in left if isinstance(one, Ratio) or plain_churn]
    yield from (one.magnitude for one in levels if isinstance(one, Percent | Ratio))


def _number(digits: str) -> float | None:
    try:
        return float(latin_digits(digits).replace(",", ".").rstrip("."))
    except ValueError:
        return None
