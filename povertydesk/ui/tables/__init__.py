"""The official tables of a year on the screen."""
