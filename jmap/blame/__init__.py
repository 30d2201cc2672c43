"""Which commit set each fact of a map, found by what the map says and not by its lines."""
