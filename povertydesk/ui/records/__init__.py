"""The grid of the screens: records in rows, declared columns, and the keys that Excel taught."""
