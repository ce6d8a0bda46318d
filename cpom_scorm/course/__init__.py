"""The course as its author wrote it: model, loading, lock file, state record, and what is wrong with it."""
