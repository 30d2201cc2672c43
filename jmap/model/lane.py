"""Lanes: rows of the map for something of the author's own."""

from jmap.model.declared import Declared


class Lane(Declared):
    """A row of the map for something of your own: legal, evidence, mood of staff."""

    keyword = "lane"
    example = 'lane legal "Legal"'
