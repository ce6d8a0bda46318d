"""A strict LMS that runs in a page: for previews, for tests, and for playing any package."""
