"""The steps of the GitHub action: they need Python and git, and nothing that is not in either."""
