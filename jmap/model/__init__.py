"""The vocabulary: each statement of the language is one class, each value one type."""
