"""The one search box in the head of the window, and what it found."""
