"""Trees to the model: words to fields, ids to declarations, variants to whole journeys."""
