"""SVG drawing without any knowledge of journeys: text measuring, shapes, colours and the document
itself.
"""
