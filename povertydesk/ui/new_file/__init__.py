"""The new-file assistant."""
