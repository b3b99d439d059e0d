"""The command line for the office's IT and for tests: the same workflow functions as the screens."""
