"""What is measured and spoken of: the words and the arithmetic, with the standard library only."""
