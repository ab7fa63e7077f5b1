"""The parts of the details panel between note and records, in order."""

from ui.pages.entry_parts.evidence_section import EvidenceSection
from ui.pages.entry_parts.section import DetailsSection

SECTIONS: tuple[type[DetailsSection], ...] = (EvidenceSection,)
