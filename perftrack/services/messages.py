"""Sentences for codes: findings, explanation steps, errors, names of commands, in one language.

Window, command line and sheets all speak through here, so they say the same.
"""

from collections.abc import Mapping
from functools import cache

from perftrack.domain.explanation import Step
from perftrack.domain.findings import Finding
from perftrack.domain.phrases import Phrase
from perftrack.domain.terms import Role
from perftrack.errors import UserError
from perftrack.services.bundled import messages

LANGUAGES = ("zh_CN", "en")


class Speaker:
    """Speaks one language, ``zh_CN`` or ``en``. A code without a sentence is a fault of the program: KeyError."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._sections = messages(language)

    def finding(self, finding: Finding) -> str:
        """The sentence of a finding."""
        return self.say("finding", finding.code, {**self._spoken(finding.arguments), "subject": finding.subject})

    def step(self, step: Step) -> str:
        """The sentence of one step of an explanation or a comparison."""
        spoken = self._spoken(step.arguments)
        if step.code == "diff_aggregation":
            spoken |= {key: self.say("aggregation", str(spoken[key])) for key in ("before", "after")}
        return self.say("step", step.code, spoken)

    def phrase(self, phrase: Phrase) -> str:
        """The sentence of a forecast, of what is needed, of a draft."""
        return self.say(phrase.section, phrase.code, self._spoken(phrase.arguments))

    def _spoken(self, arguments: Mapping[str, object]) -> dict[str, object]:
        """``arguments`` with the number of a quarter turned into its name, also of ``before_quarter`` and the like."""
        return {
            key: self.quarter(int(str(value))) if key == "quarter" or key.endswith("_quarter") else value
            for key, value in arguments.items()
        }

    def topic(self, topic: str) -> str:
        """The label of a group of steps: 规则, 公式, 代入 …"""
        return self.say("topic", topic)

    def error(self, error: UserError) -> str:
        """What happened, what is safe, what to do."""
        spoken = dict(error.arguments)
        for section in ("role", "act", "state"):
            if section in spoken:
                spoken[section] = self.say(section, str(spoken[section]))
        return self.say("error", error.code, spoken)

    def command(self, code: str, arguments: Mapping[str, object]) -> str:
        """The name of a command, for undo and the journal."""
        return self.say("command", code, self._spoken(arguments))

    def quarter(self, quarter: int) -> str:
        """一季度 … 四季度, Q1 … Q4."""
        return self.say("quarter", str(quarter))

    def role(self, role: Role, section: str | None) -> str:
        """The name of a role; a head without a section heads the whole office."""
        return self.say("role", "head_of_all" if role is Role.HEAD and section is None else role)

    def word(self, code: str, **arguments: object) -> str:
        """A sentence or word of the command line."""
        return self.say("cli", code, arguments)

    def say(self, section: str, code: str, arguments: Mapping[str, object] | None = None) -> str:
        """The sentence ``code`` of ``section`` with ``arguments`` put in."""
        sentence: str = self._sections[section][code]
        return sentence.format_map({key: str(value) for key, value in (arguments or {}).items()})


@cache
def speaker(language: str) -> Speaker:
    """The speaker of ``language``; anything but zh_CN speaks English."""
    return Speaker(language if language in LANGUAGES else "en")
