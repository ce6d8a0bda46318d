"""What learners in the middle of a course keep and lose when a new version takes the place of the old one."""
