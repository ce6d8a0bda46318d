"""Metadata records: where they stand, and whether they have the form of their edition."""
