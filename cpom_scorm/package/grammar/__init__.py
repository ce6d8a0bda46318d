"""The grammar of manifests as typed tables, with a checker and a schema writer that read them."""

from cpom_scorm.package.grammar.checker import check_grammar
from cpom_scorm.package.grammar.control_documents import control_documents, schema_locations
from cpom_scorm.package.grammar.findings import GRAMMAR_RULES

__all__ = ["GRAMMAR_RULES", "check_grammar", "control_documents", "schema_locations"]
