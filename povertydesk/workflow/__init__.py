"""What the office does: one module a task; a write is one function, one transaction, and returns what it changed."""
