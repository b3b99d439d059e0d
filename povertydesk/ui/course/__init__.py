"""The course of a year on the screen."""
