"""What people read is sorted by the keys of models/sorting.py: never by code points, by case or by the system."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DOORS = {"sorting_key", "natural_key"}
READ = {"name", "name_in", "name_latin", "name_arabic", "first", "title", "label", "text", "comment", "number",
        "position", "casefold", "folded", "lower", "of", "fitting", "show"}  # fmt: skip
OF_NOBODY = {"day", "ids", "id", "new_id", "first_id", "group", "groups", "everybody", "wanted", "before", "unread",
             "places", "lines", "row", "chosen"}  # fmt: skip
"""Sorted without a key: what nobody reads, or what is no text."""
OF_THE_SYSTEM = re.compile(
    r"QCollator|localeAwareCompare|setSortLocaleAware|setSortRole|strxfrm|strcoll|\bCOLLATE\b|"
    r"ORDER BY [^\"']*\b(?:name|title|label|text|number)"
)


def names_in(tree: ast.AST) -> Iterator[str]:
    """What is asked for in a key; in comparisons and behind the doors it is no longer a text."""
    if isinstance(tree, ast.Compare) or (isinstance(tree, ast.UnaryOp) and isinstance(tree.op, ast.Not)):
        return
    if isinstance(tree, ast.Call) and getattr(tree.func, "id", "") in DOORS:
        return
    if isinstance(tree, ast.Name | ast.Attribute):
        yield tree.id if isinstance(tree, ast.Name) else tree.attr
    for below in ast.iter_child_nodes(tree):
        yield from names_in(below)


def bodies(module: ast.Module, key: ast.expr) -> list[ast.AST]:
    name = getattr(key, "attr", getattr(key, "id", ""))
    found = [one for one in ast.walk(module) if isinstance(one, ast.FunctionDef) and one.name == name]
    return [*found] or [key]


def sorted_by_itself(source: str) -> list[int]:
    """The lines that sort texts without the key."""
    module, found = ast.parse(source), []
    for call in ast.walk(module):
        if isinstance(call, ast.Call) and getattr(call.func, "attr", getattr(call.func, "id", "")) in {
            "sorted",
            "sort",
        }:
            key = next((one.value for one in call.keywords if one.arg == "key"), None)
            if key is not None:
                asked = {name for body in bodies(module, key) for name in names_in(body)}
                found += [call.lineno] * bool(asked & READ)
            elif getattr(call.func, "attr", "") != "sort" or not call.args:
                what = {name for one in (*call.args, call.func) for name in names_in(one)}
                found += [call.lineno] * (not what & OF_NOBODY)
    return found


def test_every_list_that_people_read_is_sorted_by_the_one_key():
    for room in ("jobs", "commands", "ui"):
        for path in (ROOT / room).rglob("*.py"):
            lines = sorted_by_itself(path.read_text(encoding="utf-8"))
            assert not lines, f"{path}:{lines}: sorting_key, or natural_key where no language is at hand"


def test_nothing_is_sorted_by_the_system_or_the_database():
    for room in ("models", "documents", "exchange", "jobs", "commands", "ui"):
        for path in (ROOT / room).rglob("*.py"):
            assert not OF_THE_SYSTEM.search(path.read_text(encoding="utf-8")), path


@pytest.mark.parametrize(
    "planted",
    [
        "sorted(people, key=lambda one: one.name)",
        "sorted(people, key=lambda one: (not one.counts, one.participant.name_in(language).casefold()))",
        "people.sort(key=lambda one: words.of(one))",
        "names.sort()",
        "sorted(institutions)",
        "sorted({one.title for one in trainings})",
        "def order(one):\n    return folded(one.label)\nsorted(people, key=order)",
    ],
)
def test_a_planted_sorting_is_caught(planted: str):
    assert sorted_by_itself(planted)


@pytest.mark.parametrize(
    "fine",
    [
        "sorted(people, key=lambda one: sorting_key(one.name, language))",
        "sorted(printers, key=lambda name: (name != usual, natural_key(name)))",
        "sorted({one.day for one in sessions})",
        "people.sort(key=lambda one: sorting_key(words.of(one), language))",
    ],
)
def test_what_is_right_is_let_through(fine: str):
    assert not sorted_by_itself(fine)


@pytest.mark.parametrize("planted", ["QCollator(QLocale())", "SELECT id FROM people ORDER BY removed, name_latin"])
def test_a_planted_order_of_the_system_is_caught(planted: str):
    assert OF_THE_SYSTEM.search(planted)
