"""A strict LMS that runs in a page: for previews, for tests, and for playing any package."""

SCRIPTS = (
    "api.js",
    "data_model.js",
    "gradebook.js",
    "line.js",
    "presence.js",
    "server.js",
    "time.js",
    "verdict.js",
)
"""The modules that a host page loads, directly or by way of one another."""
