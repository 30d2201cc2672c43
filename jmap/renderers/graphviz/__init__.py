"""Pictures of a journey as a graph: laid out within bounds, then painted."""
