"""Signs that the customers of a journey are in business themselves.

A shop owner may well want to sell more: what is the company's voice in other maps is the customer's
there. Rules about voice keep silent where such a sign is met.

Words of running a business are a sign wherever they stand. A trade or its place of work is one only
where it says who somebody is: in a job, or in a name without a word for customers. "Restaurant
guest" and "Seeing a dentist" are said of everybody.
"""

from collections.abc import Iterator
from functools import cache

from jmap.model.forms import AdHoc
from jmap.model.journey import Journey
from jmap.model.persona import Persona
from jmap.rules.knowledge.plain import either, plain
from jmap.rules.pattern import Pattern
from jmap.rules.scene import Scene

_TRADES = either(
    r"""coach(?:es)?|trainers?|therapists?|dentists?|doctors?|lawyers?|architects?|designers?
    |photographers?|barbers?|hairdressers?|stylists?|beauticians?|bakers?|butchers?|florists?
    |grocers?|tailors?|carpenters?|joiners?|builders?|mechanics?|plumbers?|electricians?|painters?
    |gardeners?|chefs?|caterers?|hoteliers?|farmers?|growers?|artists?|musicians?|authors?|writers?
    |translators?|developers?|brokers?|agents?|realtors?|accountants?|bookkeepers?|tutors?
    |consultants?|contractors?|hosts?|landlords?|landlad(?:y|ies)|publishers?|creators?
    |influencers?|bloggers?|streamers?|investors?|traders?|managers?|directors?|executives?
    |fundraisers?|advisers?|advisors?"""
)
_PLACES = either(
    r"""bakery|bakeries|restaurants?|caf[eé]s?|bars?|pubs?|hotels?|hostels?|salons?|garages?
    |workshops?|shops?|stores?|boutiques?|studios?|practices?|clinics?|farms?|agenc(?:y|ies)|firms?
    |compan(?:y|ies)|charit(?:y|ies)|ngos?|non-?profits?"""
)
_NOT_OWNED = "".join(
    rf"(?<!\b{word} )"
    for word in (
        *("dog", "cat", "pet", "horse", "home", "house", "flat", "property", "car", "vehicle"),
        *("bike", "boat", "phone"),
    )
)
"""What everybody may own stands before none of the words that follow."""
_ENGLISH = either(
    rf"""b2b|saas|crm|erp|smbs?|smes?|business(?:es)?|corporat\w*|enterprises?|start-?ups?
    |(?:co-?)?founders?|entrepreneur\w*|self-employed|freelanc\w*|c[efmtio]o|vp|head of|president
    |{_NOT_OWNED}owners?|small (?:compan(?:y|ies)|firms?)
    |(?:runs?|running|owns?|owning|opens?|opening|founded|manages?|managing) (?:up )?
    (?:an?|the|his|her|their|my|our|two|three|several) (?:[\w-]+ ){{0,2}}{_PLACES}
    |(?:{_TRADES}|{_PLACES}) (?:owners?|managers?|chefs?|director)
    |(?:managers?|directors?|chefs?) (?:of|at|in) (?:an?|the) (?:[\w-]+ ){{0,2}}{_PLACES}
    |(?:is|as) an? (?:[\w-]+ ){{0,2}}(?:{_TRADES})
    |shopkeepers?|merchants?|sell|sells|sellers?|selling|vendors?|retailers?|wholesalers?|suppliers?
    |distributors?|dealers?|marketers?|marketing|sales\w*|advertis\w*"""
)
_PERSIAN_TRADES = either(
    r"""مدیر|نمایند|کارگزار|مشاور|مربی|وکیل|پزشک|معمار|طراح|عکاس|آرایشگر|نانوا|قصاب|بقال|خیاط|نجار
    |مکانیک|لوله ?کش|برقکار|آشپز|کشاورز|باغدار|دامدار|هنرمند|موسیقی|نویسند|مترجم|میزبان|راننده|ناشر
    |بلاگر|اینفلوئنسر|حسابدار|برنامه ?نویس|توسعه ?دهنده|تعمیرکار|کاسب|بازاری"""
)
_PERSIAN_PLACES = either(
    """شرکت|سازمان|فروشگاه|مغازه|بنگاه|رستوران|کافه|هتل|نانوایی|آرایشگاه|کارگاه|تعمیرگاه|گاراژ|مطب
    |خیریه"""
)
_PERSIAN = either(
    rf"""کسب ?و ?کار|فروشند|صاحب (?:یک )?(?:[\w]+ )?{_PERSIAN_PLACES}|صاحب ?کار
    |{_PERSIAN_PLACES} ?دار(?:ی|ها|ان)?\b
    |{_PERSIAN_PLACES} (?:کوچک )?(?:خودش|خودم|خود|دارد|دارم)
    |کار ?آفرین|استارت ?اپ|بازاریاب|بازرگان|تاجر|وارد ?کننده|صادر ?کننده|تولید ?کننده|تولیدی|عمده
    |پیمانکار|فریلنس|آزادکار|شغل آزاد|خویش ?فرما|سرمایه ?گذار|سهام|بورس|تریدر|کارفرما|بفروش|فروختن
    |می ?فروش|فروش (?:خانه|خودرو|ماشین|ملک|کالا|آنلاین|اینترنتی|دستی)|غرفه|پذیرنده
    |شرکت (?:کوچک|نوپا)|مدیر (?:فروش|شرکت|فروشگاه|عامل|بازاریابی|رستوران|هتل)"""
)
_CUSTOMERS = either(
    r"""guests?|diners?|visitors?|customers?|clients?|patients?|shoppers?|buyers?|travell?ers?
    |tourists?|users?|readers?|members?|students?|pupils?|lovers?|fans?|seekers?|goers?|bookers?
    |callers?|applicants?|مهمان|مشتری|بیمار|مراجع|مسافر|خریدار|کاربر|بازدیدکنند|متقاضی|عضو|اعضا
    |شرکت ?کنند"""
)


@cache
def _running() -> Pattern:
    return Pattern(rf"\b{_ENGLISH}\b|{_PERSIAN}")


@cache
def _working() -> Pattern:
    latin, persian = f"{_TRADES}|{_PLACES}", f"{_PERSIAN_TRADES}|{_PERSIAN_PLACES}"
    return Pattern(rf"\b(?:{latin})\b|{persian}")


@cache
def _introduced() -> Pattern:
    which = "(?:an? |the )?(?:(?!her |his |their |my |our )[\\w-]+ )?"
    return Pattern(rf"{which}{_TRADES}\b|(?:یک )?{_PERSIAN_TRADES}")


@cache
def _being_served() -> Pattern:
    return Pattern(rf"\b{_CUSTOMERS}")


def in_business(persona: Persona) -> bool:
    """Whether something that is said of a persona is a sign of a business of its own."""
    return (
        any(map(_runs, _said_of(persona)))
        or any(_introduced().match(plain(text)) for text in persona.about)
        or (persona.job is not None and _works(persona.job))
        or _is_named(persona.label)
    )


def serves_business(journey: Journey, scene: Scene) -> bool:
    """Whether a journey or a persona of it shows a sign that its customers are in business."""
    return scene.survey.once(("business", id(journey)), lambda: _serves(journey, scene))


def _serves(journey: Journey, scene: Scene) -> bool:
    names = [name.name for name in journey.personas if isinstance(name, AdHoc)]
    texts = [journey.label, *journey.scenario, *journey.reasons, *names]
    if any(map(_runs, texts)) or any(map(_is_named, names)):
        return True
    personas = map(scene.persona, journey.personas)
    return any(in_business(persona) for persona in personas if persona is not None)


def _runs(text: str) -> bool:
    return _running().search(plain(text)) is not None


def _works(text: str) -> bool:
    return _working().search(plain(text)) is not None


def _is_named(name: str) -> bool:
    """Whether a persona is called by a trade, and not as somebody whom the trade serves."""
    return _works(name) and _being_served().search(plain(name)) is None


def _said_of(persona: Persona) -> Iterator[str]:
    yield persona.label
    yield from filter(None, (persona.job, persona.segment))
    yield from persona.about
    yield from (fact.text for fact in persona.facts)
