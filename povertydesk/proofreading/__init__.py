"""Figures and words that contradict each other."""
