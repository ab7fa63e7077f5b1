"""The parts of the details panel between note and records, in order."""

from ui.pages.entry_parts.comments_section import CommentsSection
from ui.pages.entry_parts.section import DetailsSection

SECTIONS: tuple[type[DetailsSection], ...] = (CommentsSection,)
