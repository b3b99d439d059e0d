"""PovertyDesk: a commune's poverty review, targets and papers in one file, without a network."""

__version__ = "0.1.0"
