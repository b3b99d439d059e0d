"""The page Hộ gia đình: the list of the registry and, beside it, one household."""
