"""One household on the screen: what is known of it, its people, what happened in its life, where it stood."""
