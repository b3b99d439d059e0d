"""What the clerk sees: the only room that knows Qt. It calls the workflow and shows records."""
