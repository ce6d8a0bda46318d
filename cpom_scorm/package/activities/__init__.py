"""The activity tree: what an LMS makes of an organization, each part with what counts in the end."""
