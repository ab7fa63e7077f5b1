"""The parts of the details panel between note and records, in order."""

from ui.pages.entry_parts.exclusion_section import ExclusionSection
from ui.pages.entry_parts.rubric_section import RubricSection
from ui.pages.entry_parts.section import DetailsSection
from ui.pages.entry_parts.survey_section import SurveySection

SECTIONS: tuple[type[DetailsSection], ...] = (SurveySection, RubricSection, ExclusionSection)
