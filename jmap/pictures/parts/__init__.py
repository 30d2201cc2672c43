"""The parts that pictures of a journey are made of."""
