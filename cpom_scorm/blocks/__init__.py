"""The kinds of blocks that are not interactions, in the order of the documentation."""

from cpom_scorm.blocks.accordion import Accordion, Fold
from cpom_scorm.blocks.audio import Audio
from cpom_scorm.blocks.base import Block, PageWriter, Writer
from cpom_scorm.blocks.builder import Builder, Prompt
from cpom_scorm.blocks.calculator import Calculator
from cpom_scorm.blocks.callout import Callout
from cpom_scorm.blocks.chart import Chart
from cpom_scorm.blocks.checklist import Checklist, ChecklistItem
from cpom_scorm.blocks.comparison import Comparison, Side
from cpom_scorm.blocks.downloads import Download, Downloads
from cpom_scorm.blocks.embed import Embed
from cpom_scorm.blocks.figure import Figure
from cpom_scorm.blocks.flip_cards import Card, FlipCards
from cpom_scorm.blocks.kept import KeptBlock, Role, TextLength
from cpom_scorm.blocks.org_chart import OrgChart, Position
from cpom_scorm.blocks.process import Process, Stage
from cpom_scorm.blocks.quadrant import Cell, Quadrant
from cpom_scorm.blocks.quote import Quote
from cpom_scorm.blocks.recording import Recording
from cpom_scorm.blocks.references import Reference, References
from cpom_scorm.blocks.reflection import Reflection
from cpom_scorm.blocks.responsibility_exercise import NamedRole, ResponsibilityExercise, TaskToAssign
from cpom_scorm.blocks.responsibility_matrix import ResponsibilityMatrix, Task
from cpom_scorm.blocks.scenario import Choice, Scenario, Scene
from cpom_scorm.blocks.self_ratings import Rating, SelfRatings
from cpom_scorm.blocks.steps import Step, Steps
from cpom_scorm.blocks.table import Table
from cpom_scorm.blocks.tabs import Tab, Tabs
from cpom_scorm.blocks.text import Text
from cpom_scorm.blocks.timeline import Event, Timeline
from cpom_scorm.blocks.video import Video

BLOCKS: tuple[type[Block], ...] = (
    Text,
    Callout,
    Figure,
    Table,
    Quote,
    Steps,
    Tabs,
    Process,
    Timeline,
    OrgChart,
    Quadrant,
    Comparison,
    References,
    Scenario,
    Accordion,
    FlipCards,
    Chart,
    Calculator,
    SelfRatings,
    Checklist,
    Reflection,
    Builder,
    ResponsibilityMatrix,
    ResponsibilityExercise,
    Video,
    Audio,
    Downloads,
    Embed,
)

__all__ = [
    "BLOCKS",
    "Accordion",
    "Audio",
    "Block",
    "Builder",
    "Calculator",
    "Callout",
    "Card",
    "Cell",
    "Chart",
    "Checklist",
    "ChecklistItem",
    "Choice",
    "Comparison",
    "Download",
    "Downloads",
    "Embed",
    "Event",
    "Figure",
    "FlipCards",
    "Fold",
    "KeptBlock",
    "NamedRole",
    "OrgChart",
    "PageWriter",
    "Position",
    "Process",
    "Prompt",
    "Quadrant",
    "Quote",
    "Rating",
    "Recording",
    "Reference",
    "References",
    "Reflection",
    "ResponsibilityExercise",
    "ResponsibilityMatrix",
    "Role",
    "Scenario",
    "Scene",
    "SelfRatings",
    "Side",
    "Stage",
    "Step",
    "Steps",
    "Tab",
    "Table",
    "Tabs",
    "Task",
    "TaskToAssign",
    "Text",
    "TextLength",
    "Timeline",
    "Video",
    "Writer",
]
