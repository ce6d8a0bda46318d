"""The grammar of manifests as typed tables, with a checker and a schema writer that read them."""
