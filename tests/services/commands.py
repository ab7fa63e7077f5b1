"""Finds every command of the services: a public function that is handed a workspace first and writes into it.

Exports are found the same way: what writes a file for others out of a workspace.

Found in the source, not by a list, so that a command nobody thought of is found, too. A function writes if it opens
``ws.writing(…)`` or calls, by name, a function of the services that does.
"""

import ast
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

SERVICES = Path(__file__).parents[2] / "perftrack" / "services"
_ROOT = "perftrack.services."
#: The doors through which files for others leave the program.
_DOORS = frozenset({"exporting.files.store", "exporting.package.write_whole"})


def all_commands() -> set[str]:
    """The commands as ``module.function``, the module below ``perftrack.services``."""
    return _reaching(lambda _name, node: _opens(node))


def all_exports() -> set[str]:
    """The functions that write files for others, named as the commands are."""
    return _reaching(lambda name, _node: name in _DOORS)


def _reaching(begins: Callable[[str, ast.FunctionDef], bool]) -> set[str]:
    """The public functions handed a workspace that are, or reach by calls, one that ``begins``."""
    functions: dict[str, ast.FunctionDef] = {}
    modules: defaultdict[str, set[str]] = defaultdict(set)
    imported: dict[str, dict[str, str]] = {}
    for file in sorted(SERVICES.rglob("*.py")):
        module = ".".join(file.relative_to(SERVICES).with_suffix("").parts)
        tree = ast.parse(file.read_text(encoding="utf-8"))
        imported[module] = _imported(tree)
        for node in tree.body:
            if isinstance(node, ast.FunctionDef):
                functions[f"{module}.{node.name}"] = node
                modules[module.rsplit(".", 1)[-1]].add(module)
    calls = {name: _called(name, node, functions, modules, imported) for name, node in functions.items()}
    writers = {name for name, node in functions.items() if begins(name, node)}
    while more := {name for name, called in calls.items() if name not in writers and called & writers}:
        writers |= more
    return {name for name in writers if _public(name) and _takes_workspace(functions[name])}


def _opens(node: ast.FunctionDef) -> bool:
    return any(
        isinstance(each, ast.Call) and isinstance(each.func, ast.Attribute) and each.func.attr == "writing"
        for each in ast.walk(node)
    )


def _imported(tree: ast.Module) -> dict[str, str]:
    """What a module takes out of others of the services, anywhere in it: its name there → ``module.function``."""
    return {
        name.asname or name.name: f"{(node.module or '').removeprefix(_ROOT)}.{name.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(_ROOT)
        for name in node.names
    }


def _called(
    name: str,
    node: ast.FunctionDef,
    functions: dict[str, ast.FunctionDef],
    modules: dict[str, set[str]],
    imported: dict[str, dict[str, str]],
) -> set[str]:
    """The functions of the services that ``node`` names: of its own module, imported, or behind a module's name."""
    here = name.rsplit(".", 1)[0]
    found: set[str] = set()
    for each in ast.walk(node):
        if isinstance(each, ast.Name):
            found |= {f"{here}.{each.id}", imported[here].get(each.id, "")}
        elif isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name):
            found |= {f"{module}.{each.attr}" for module in modules.get(each.value.id, ())}
    return found & functions.keys()


def _public(name: str) -> bool:
    return not name.rsplit(".", 1)[1].startswith("_")


def _takes_workspace(node: ast.FunctionDef) -> bool:
    first = node.args.args[0].annotation if node.args.args else None
    return first is not None and "Workspace" in ast.unparse(first)
