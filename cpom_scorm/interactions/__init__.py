"""The kinds of interactions that a course can hold. Everything else about a kind is found by its name."""

from cpom_scorm.interactions.base import Feedback, Interaction, Part
from cpom_scorm.interactions.categorise import Categorise
from cpom_scorm.interactions.choice import Choice
from cpom_scorm.interactions.cloze import Cloze
from cpom_scorm.interactions.fill_in import FillIn
from cpom_scorm.interactions.hotspot import Hotspot
from cpom_scorm.interactions.likert import Likert
from cpom_scorm.interactions.long_fill_in import LongFillIn
from cpom_scorm.interactions.matching import Matching
from cpom_scorm.interactions.numeric import Numeric
from cpom_scorm.interactions.options import Selection
from cpom_scorm.interactions.performance import Performance
from cpom_scorm.interactions.sequencing import Sequencing
from cpom_scorm.interactions.true_false import TrueFalse

INTERACTIONS: tuple[type[Interaction], ...] = (
    TrueFalse,
    Choice,
    Hotspot,
    FillIn,
    Cloze,
    Numeric,
    Matching,
    Categorise,
    Sequencing,
    Performance,
    Likert,
    LongFillIn,
)

__all__ = [
    "INTERACTIONS",
    "Categorise",
    "Choice",
    "Cloze",
    "Feedback",
    "FillIn",
    "Hotspot",
    "Interaction",
    "Likert",
    "LongFillIn",
    "Matching",
    "Numeric",
    "Part",
    "Performance",
    "Selection",
    "Sequencing",
    "TrueFalse",
]
