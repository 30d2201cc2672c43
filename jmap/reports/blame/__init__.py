"""Which commit set each fact of a part, for terminals and for programs."""
