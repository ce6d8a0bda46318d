"""Courses as what learners see: pages, styles and scripts. Knows nothing of packages."""
