"""Briefs for a meeting, shared by the pages that print them."""
