"""Questions: what the customer wants to know."""

from jmap.model.item import Item


class Question(Item):
    """Something the customer wants to know. A touchpoint ``answers`` it."""

    keyword = "question"
    example = 'question price "What is the real monthly total?"'
