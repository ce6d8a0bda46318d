"""The one way to read XML of strangers: no declarations, no network, elements with line and column."""
