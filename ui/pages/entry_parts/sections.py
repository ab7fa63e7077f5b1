"""The parts of the details panel between note and records, in order."""

from ui.pages.entry_parts.comments_section import CommentsSection
from ui.pages.entry_parts.evidence_section import EvidenceSection
from ui.pages.entry_parts.exclusion_section import ExclusionSection
from ui.pages.entry_parts.rubric_section import RubricSection
from ui.pages.entry_parts.section import DetailsSection
from ui.pages.entry_parts.survey_section import SurveySection
from ui.pages.entry_parts.units_section import UnitsSection

SECTIONS: tuple[type[DetailsSection], ...] = (
    UnitsSection, SurveySection, RubricSection, EvidenceSection, CommentsSection, ExclusionSection,
)  # fmt: skip
