"""The review on the screen: the form of a household, entered by keys, judged at every answer."""
