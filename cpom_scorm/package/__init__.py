"""Content packages: archive, manifest and grammar, ours or anyone's. Knows nothing of courses."""
