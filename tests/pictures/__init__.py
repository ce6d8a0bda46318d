"""Takes a picture of every screen, for eyes to compare with the design: `make pictures`."""
