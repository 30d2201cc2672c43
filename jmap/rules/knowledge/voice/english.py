"""English phrases in which only a company says what it wants.

Only phrases that are certain stand here. "Buyers", "clients" and "guests" are people whom customers
have as well: who sells a house wants to attract buyers.
"""

from jmap.rules.knowledge.plain import either

_ING = "(?:e|ing)?"
_UP = f"(?:increas|boost|rais|maximi[sz]|driv|improv|optimi[sz]|enhanc|strengthen|lift|grow){_ING}"
_DOWN = f"(?:cut|cutting|reduc{_ING}|lower{_ING}|minimi[sz]{_ING}|decreas{_ING}|driv{_ING} down)"
_WHOSE = "(?:(?:our|the|its|their|overall|online|total|more|repeat|average|customers?'?) )*"
_PEOPLE = either(
    """(?:(?:the|new|existing|more|potential|loyal|high-value|lost|online
    |satisfied|happy|returning|prospective) )*
    (?:customers?|non-customers|users?|prospects?|leads|shoppers?|subscribers?|consumers?
    |(?:site|web|website|app|store) visitors)"""
)
_THEM = _PEOPLE + either(
    """(?=$| (?:to|from|with|in|on|by|for|as|through|about|at|via|into|back|again|during|after|over
    |who|that|happy|loyal|coming|engaged|interested|satisfied|buying|spending|faster|early)\\b)"""
)
_FIGURES = either(
    """sales|revenues?|turnover|conversions?|conversion rates?|market share
    |customer lifetime values?|lifetime values?|clv|ltv|arpu|customer retention|customer acquisition
    |average order values?
    |order values?|basket (?:sizes?|values?)|share of wallet|leads|lead (?:generation|quality)
    |(?:nps|net promoter|csat)(?: scores?)?|customer (?:satisfaction|loyalty|engagement|experience)
    |user engagement|brand (?:awareness|loyalty|equity|image|perception|recognition)
    |up-?sell(?:s|ing)|cross-?sell(?:s|ing)|click-?through rates?|foot ?fall|sign-?up rates?"""
)
_COSTS = either(
    f"""costs?[ -]to[ -]serve|(?:customer )?acquisition costs?
    |cost (?:per|of) (?:acquisition|lead|contact)
    |(?:customer )?churn(?: rates?)?|call volumes|contact volumes|average handling times?|aht
    |(?:cart|basket) abandonment|bounce rates?|failure demand|{_PEOPLE} (?:defection|attrition)"""
)
_GO_ON = either(
    r"""(?=$| (?:by|from|through|in|of|or|for|with|among|at|via|using|to|on|across|while|over|this
    |next|per|figures|growth|volumes?|\d)| ?[(%])"""
)
_GOODS = either(
    f"""products?|services?|units|policies|subscriptions?|licen[cs]es?|contracts?|upgrades?|extras
    |add-?ons?|accessories|plans|tariffs|premium|(?:\\w+ )?to {_PEOPLE}|per {_PEOPLE}"""
)
_PHRASES = either(
    rf"""{_UP} {_WHOSE}{_FIGURES}{_GO_ON}
    |{_DOWN} {_WHOSE}{_COSTS}{_GO_ON}
    |generat{_ING} (?:(?:more|new|qualified|quality|sales|additional) )*
    (?:leads|revenues?|sales|demand)\b
    |sell(?:ing)? more(?: of)?(?: our)?(?:$| {_GOODS}\b)
    |sell(?:ing)? {_PEOPLE} (?:on|an?|the|our|more)\b
    |(?:up-?|cross-?)sell(?:ing)? (?:to|more|our|the|additional|other|premium|related
    |{_PEOPLE}|\w+ to {_PEOPLE})\b
    |convert(?:ing)? (?:{_THEM}|browsers|traffic|visitors|trials)\b
    |turn(?:ing)? (?:{_PEOPLE}|visitors|browsers) into\b
    |(?:attract|acquir|gain|win|captur|nurtur|qualify|re-?engag|win back|target){_ING} {_THEM}
    |(?:retain|keep|persuad|convinc|encourag|nudg|engag|educat|incentivi[sz]|entic|delight|motivat
    |moneti[sz]){_ING} {_THEM}
    |get(?:ting)? (?:more|new|qualified) (?:customers|leads|subscribers|sales)\b
    |(?:get|getting|make|making) {_PEOPLE}
    (?:[ ](?:to|buy|aware|feel|come|use|spend|pay|sign|upgrade|loyal))\b
    |(?:build|creat|establish){_ING} (?:brand|customer) (?:awareness|loyalty|recognition)\b
    |(?:meet|hit|achieve|reach|exceed) {_WHOSE}(?:sales|revenue|conversion)
    (?:[ ](?:targets?|goals?|quotas?))\b
    |promot{_ING} our (?:brand|products?|services?|offers?|app|website|loyalty)\b"""
)
_WHOLE = either(
    """lead (?:generation|nurturing|qualification|capture|conversion)|demand generation
    |customer (?:acquisition|retention|loyalty|satisfaction|engagement|lifetime value)
    |brand (?:awareness|loyalty)|(?:sales|revenue) growth|more (?:leads|revenue)
    |higher (?:revenue|conversion(?: rates?)?|nps|csat)|(?:up-?|cross-?)sell(?:ing)?
    |repeat business"""
)
_WHO = "(?:(?:we|the (?:company|business|bank|brand|organi[sz]ation)) (?:want|aim|need|try)s? to )?"

AT_START = rf"{_WHO}(?:to )?(?:{_PHRASES}|{_WHOLE}$)"
"""What a clause begins with that only a company would say."""
ANYWHERE = either(
    r"""\bour (?:own )?(?:customers?|shoppers|brand)\b
    |\b(?:learn|know|hear|read|find out|aware|informed)(?: more)? (?:of|about) our[ ]
    (?:products?|services?|offers?|offering|range|solutions?|shop|store|app|website|platform)\b
    |\b(?:discover|try|choose|prefer|buy|interested in|sign up for|sign up to) our[ ]
    (?:products?|services|offers?|offering|range|solutions?|app|website|platform)\b"""
)
"""What only a company would say wherever it stands."""
INSIDE = either(
    r"""\b(?:our|conversions?|convert(?:ing)?|churn|up-?sell(?:s|ing)?|cross-?sell(?:s|ing)?
    |costs?[ -](?:to[ -]serve|(?:per|of) (?:acquisition|lead|contact))|lifetime values?|clv|ltv|arpu
    |nps|net promoter|csat|acquisition|retention|abandonment|bounce|click-?through|wallet|basket
    |order values?|market share|aht|handling times?|(?:call|contact) volumes|failure demand)\b"""
)
"""Words of people inside of a company: whoever lives by selling speaks of sales and customers."""
MINE = r"\b(?:i|i'm|my|mine|me|myself)\b"
"""Words by which a single person speaks."""
HINTS = either(
    """custom|user|prospect|lead|shopper|subscri|consum|visitor|sale|sell|revenue|turnover|conver
    |market share|lifetime|clv|ltv|arpu|acquisition|order value|basket|wallet|nps|promoter|csat
    |brand|contact|click|foot|sign-?up|serv|churn|volumes|handling|aht|abandon|bounce|demand|browsers|trials
    |repeat business|our """
)
"""Words of which each phrase holds one at least."""
