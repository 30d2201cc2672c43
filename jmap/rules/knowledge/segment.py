"""Titles that name a segment of a market in place of one person.

A role is no segment: "Patient", "New customer" and "Young parent" may each be somebody.
"""

from jmap.rules.knowledge.plain import either, plain
from jmap.rules.pattern import Pattern

_AGES = either(
    r"""(?:between |aged |ages |age )?\d{1,2} ?(?:-|–|—|to|and|تا) ?\d{1,2}
    (?: ?(?:years old|years|yrs|ساله ?ها|ساله|سال))?
    |\d{2} ?\+|(?:over|under|above|below) \d{2}s?
    |(?:بالای|زیر|کمتر از|بیشتر از) \d{2} ?(?:ساله|سال)?"""
)
_PEOPLE = either(
    """men|women|man|woman|males?|females?|adults?|people|persons?|customers?|clients?|users?
    |consumers?|shoppers?|buyers?|students?|professionals?|employees?|workers?|managers?|parents?
    |seniors?|youths?|citizens?|residents?
    |مردان|زنان|مرد|زن|آقایان|خانم ?ها|بانوان|آقا|خانم|جوانان|افراد
    |مشتریان|مشتری|کاربران|کاربر|بزرگسالان|دانشجویان|دانشجو|کارمندان|کارمند|مدیران|مدیر|شهروندان"""
)
_MORE = either(
    """young|urban|rural|single|married|working|employed|and|of|with|in|the|high|low|middle|medium
    |income|class|aged|years|old|و|با|از|در|جوان|شهری|روستایی|متأهل|متاهل|مجرد|شاغل|درآمد|بالا|متوسط|پایین"""
)
# Possessive: a title that does not fit is left at once, however long it is.
_AGED = Pattern(rf"(?>{_AGES}|(?:{_PEOPLE}|{_MORE})\b|[\s,،؛;:/()|&-])++")
_SOMEBODY = Pattern(rf"\b{_PEOPLE}\b")
_SPAN = Pattern(_AGES)
_GENERATION = either(
    """(?:older |younger |urban )?millennials|gen(?:eration)?[ -]?(?:z|x|y|alpha)|gen[ -]?z-?ers
    |zoomers|(?:baby )?boomers|digital natives|نسل (?:زد|z|ایکس|x|وای|y|هزاره|آلفا)
    |دهه (?:چهل|پنجاه|شصت|هفتاد|هشتاد|نود)ی ?ها|متولدین دهه \\d0"""
)
_GROUP = either(
    """customers|consumers|shoppers|buyers|users|clients|accounts|companies|businesses|segment|people
    |women|men|travellers|travelers|families"""
)
_SIZE = (
    "smbs?|smes?|b2b|b2c|enterprise|corporate|mid-?market|mass-?market|vip|key|high-value|retail"
)
_NAMED = Pattern(
    either(
        rf"""(?:the )?{_GENERATION}(?: {_GROUP})?|(?:the )?(?:{_SIZE}) {_GROUP}|smbs|smes
        |(?:the )?mass market
        |small(?: and| &|/)? ?(?:medium(?:-sized| sized)?|mid-?sized)?
        (?:[ ]businesses|[ ]enterprises|[ ]companies)
        |(?:our |the )?target (?:group|audience|market|demographic|segment|customers)
        |(?:[\w-]+ ){{0,3}}(?:customer |market )segment(?: [a-z0-9]{{1,2}})?|segment [a-z0-9]{{1,2}}
        |مشتریان (?:سازمانی|شرکتی|حقوقی|عمده|ویژه|خرد)|گروه هدف|مخاطبان هدف|بازار هدف|مشتریان هدف
        |(?:کسب ?و ?کار|شرکت|بنگاه) ?های کوچک(?: و متوسط)?"""
    )
)


def names_segment(title: str) -> bool:
    """Whether a title names nothing but a segment, such as "Men 18–30" or "SMB customers"."""
    said = plain(title)
    if _NAMED.fullmatch(said):
        return True
    return bool(_SPAN.search(said) and _AGED.fullmatch(said) and _SOMEBODY.search(said))
