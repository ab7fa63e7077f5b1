"""The parts of the details panel between note and records, in order."""

from ui.pages.entry_parts.comments_section import CommentsSection
from ui.pages.entry_parts.evidence_section import EvidenceSection
from ui.pages.entry_parts.section import DetailsSection
from ui.pages.entry_parts.units_section import UnitsSection

SECTIONS: tuple[type[DetailsSection], ...] = (UnitsSection, EvidenceSection, CommentsSection)
