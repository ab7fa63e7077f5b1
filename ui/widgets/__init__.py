"""Small widgets of the design system, all exported here.

Each has an accessible name, shows the focus ring on keyboard focus only and repaints when the scheme changes.
"""

from ui.widgets.badges import Badge, Counter, KeyCap, Tone
from ui.widgets.bars import ExecutionBar, LevelBar, RatingBar
from ui.widgets.buttons import Button, danger, icon_button, link, primary, quiet, secondary
from ui.widgets.covers import Cover
from ui.widgets.focus import INSIDE, ring
from ui.widgets.lights import LightCount, LightLegend
from ui.widgets.messages import EmptyState, Notice, Toast
from ui.widgets.painted import Painted
from ui.widgets.progress import ProgressBar, ProgressRow, Spinner
from ui.widgets.rail import RailButton
from ui.widgets.search import SearchField
from ui.widgets.segments import Segment, Segments
from ui.widgets.texts import Dot, ElidedLabel, Icon, Rule, SectionTitle, fill, label, set_tone

__all__ = [
    "INSIDE",
    "Badge",
    "Button",
    "Counter",
    "Cover",
    "Dot",
    "ElidedLabel",
    "EmptyState",
    "ExecutionBar",
    "Icon",
    "KeyCap",
    "LevelBar",
    "LightCount",
    "LightLegend",
    "Notice",
    "Painted",
    "ProgressBar",
    "ProgressRow",
    "RailButton",
    "RatingBar",
    "Rule",
    "SearchField",
    "SectionTitle",
    "Segment",
    "Segments",
    "Spinner",
    "Toast",
    "Tone",
    "danger",
    "fill",
    "icon_button",
    "label",
    "link",
    "primary",
    "quiet",
    "ring",
    "secondary",
    "set_tone",
]
