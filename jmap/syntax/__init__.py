"""Text and its tree. No word of the journey language appears in this package."""
