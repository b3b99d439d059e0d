"""Entry fields that show their fault beside them."""
