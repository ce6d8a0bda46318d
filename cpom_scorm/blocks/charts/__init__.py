"""Charts as marks in a box: scales, places of labels, and one module for each form. Pure functions."""
