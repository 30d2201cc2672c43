"""The names of what changes do to customers, as pages and data, each with an example."""
