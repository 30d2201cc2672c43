"""Plain drawing data, made from the model and shared by every renderer."""
