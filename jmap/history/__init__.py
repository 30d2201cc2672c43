"""The history of maps: how many gaps there were after each commit, and how well they are known."""
