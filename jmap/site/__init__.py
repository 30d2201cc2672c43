"""A workspace as a static site: what changed is made anew, and the whole is swapped in at once."""
