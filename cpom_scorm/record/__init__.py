"""The state record read in Python, for whoever has to explain one (docs/state-record.md)."""
