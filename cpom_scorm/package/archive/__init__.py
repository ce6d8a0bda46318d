"""Opening and writing archives: in memory, within limits, never by the names that they ask for."""
