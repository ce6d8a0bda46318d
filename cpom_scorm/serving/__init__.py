"""Serving from memory on this machine's loopback address: what the preview and `play` share (SEC-10)."""
