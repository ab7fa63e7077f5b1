"""The parts of the entry page."""
