"""Filling the office above's template: its sheet to look at, what each cell takes, the filled file."""
