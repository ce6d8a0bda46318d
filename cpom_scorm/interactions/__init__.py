"""The kinds of interactions that a course can hold. Everything else about a kind is found by its name."""

from cpom_scorm.interactions.base import Feedback, Interaction, Role
from cpom_scorm.interactions.choice import Choice, Option
from cpom_scorm.interactions.matching import Matching, Source, Target
from cpom_scorm.interactions.numeric import Numeric, Range
from cpom_scorm.interactions.true_false import TrueFalse

INTERACTIONS: tuple[type[Interaction], ...] = (TrueFalse, Choice, Matching, Numeric)

__all__ = [
    "INTERACTIONS",
    "Choice",
    "Feedback",
    "Interaction",
    "Matching",
    "Numeric",
    "Option",
    "Range",
    "Role",
    "Source",
    "Target",
    "TrueFalse",
]
