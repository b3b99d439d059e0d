"""PovertyDesk: a commune's poverty review, targets and papers in one file, without a network."""
