"""The examples in the docstrings of the domain hold."""

import doctest
import importlib
import pkgutil

import pytest

import perftrack.domain

MODULES = [
    "perftrack.domain",
    *(found.name for found in pkgutil.walk_packages(perftrack.domain.__path__, "perftrack.domain.")),
]


@pytest.mark.parametrize("name", MODULES)
def test_that_the_examples_of_a_module_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_that_readers_and_writers_of_numbers_carry_examples() -> None:
    finder = doctest.DocTestFinder()
    for name in ("decimals", "spelling", "targets", "deadlines", "yearvalues"):
        module = importlib.import_module(f"perftrack.domain.{name}")
        assert any(found.examples for found in finder.find(module)), name
