"""What rules know of journeys, and of how people write: questions that several of them ask."""
