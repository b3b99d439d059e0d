"""One writer a format; each takes a finished `Paper` and returns bytes."""
