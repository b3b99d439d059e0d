"""Figures of former years: the grid of years and villages, and the official tables that are taken in."""
