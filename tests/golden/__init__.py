"""Golden files and what they are made from."""
