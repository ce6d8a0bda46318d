"""What a manifest says: plain values, read from any, written for a course."""
