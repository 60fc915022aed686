"""Small faults that can be planted in a source, one at a time: what ``build_spec/mutants.py`` puts into the code."""

import ast
import copy
import difflib
import functools
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

_SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
    ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult,
}  # fmt: skip
_NO_CODE = frozenset({"annotation", "returns", "type_params"})
_LOGS = frozenset({"log", "logger", "logging"})
_MUTATED = "mutated"
_Change = tuple[str, ast.expr | ast.stmt, str]
"""The operator, what is replaced, and by which text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """``start`` and ``end`` count the bytes of the source; ``scope`` is the first line of its function, 0 outside."""

    path: str
    line: int
    operator: str
    scope: int
    start: int
    end: int
    text: str

    def planted(self, source: bytes) -> bytes:
        return source[: self.start] + self.text.encode("utf-8") + source[self.end :]

    def diff(self, source: bytes) -> str:
        """The changed lines alone."""
        before, after = (text.decode("utf-8").splitlines() for text in (source, self.planted(source)))
        lines = difflib.unified_diff(before, after, n=0, lineterm="")
        return "\n".join(line for line in lines if not line.startswith(("---", "+++", "@@")))


def mutants_of(path: str, source: bytes) -> list[Mutant]:
    """Every mutant of a source, in the order of its lines."""
    starts = [0, *accumulate(map(len, source.splitlines(keepends=True)))]
    found = []
    for node, scope in _code(ast.parse(source), 0):
        for operator, old, text in _changes(node):
            start = starts[old.lineno - 1] + old.col_offset
            end = starts[(old.end_lineno or 0) - 1] + (old.end_col_offset or 0)
            mutant = Mutant(
                path=path, line=old.lineno, operator=operator, scope=scope, start=start, end=end, text=text
            )  # fmt: skip
            found.append(mutant)
    return sorted(found, key=lambda one: (one.start, one.end, one.operator, one.text))


def _code(node: ast.AST, scope: int) -> Iterator[tuple[ast.AST, int]]:
    """Every node that does something, and the first line of the function that it stands in."""
    if _does_nothing(node):
        return
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        scope = min(one.lineno for one in (node, *node.decorator_list))
    yield node, scope
    for name, value in ast.iter_fields(node):
        if name not in _NO_CODE:
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST) and not _is_default(node, child):
                    yield from _code(child, scope)


def _does_nothing(node: ast.AST) -> bool:
    """Docstrings, lists of names, what only the type checker reads, logging; and texts with values, as a whole."""
    match node:
        case ast.Expr(value=ast.Constant(value=str())) | ast.JoinedStr() | ast.pattern():
            return True
        case ast.Assign(targets=[ast.Name(id="__all__" | "__slots__")]) | ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name))):
            return name in _LOGS
    return False


def _is_default(node: ast.AST, child: ast.AST) -> bool:
    """A constant that stands for what a caller leaves out has an operator of its own."""
    is_default = (isinstance(node, ast.arguments) and child in (*node.defaults, *node.kw_defaults)) or (
        isinstance(node, ast.AnnAssign) and child is node.value
    )
    return is_default and isinstance(child, ast.Constant)


@functools.singledispatch
def _changes(node: ast.AST) -> Iterator[_Change]:
    yield from ()


@_changes.register
def _comparison(node: ast.Compare) -> Iterator[_Change]:
    for place, operator in enumerate(node.ops):
        other = copy.copy(node)
        other.ops = [*node.ops[:place], _other(operator), *node.ops[place + 1 :]]
        yield "comparison", node, f"({ast.unparse(other)})"


@_changes.register
def _and_or(node: ast.BoolOp) -> Iterator[_Change]:
    yield "and-or", node, f"({ast.unparse(ast.BoolOp(_other(node.op), node.values))})"


@_changes.register
def _not(node: ast.UnaryOp) -> Iterator[_Change]:
    if isinstance(node.op, ast.Not):
        yield "not", node, f"({ast.unparse(node.operand)})"


@_changes.register
def _arithmetic(node: ast.BinOp) -> Iterator[_Change]:
    if type(node.op) in _SWAPPED:
        yield "arithmetic", node, f"({ast.unparse(ast.BinOp(node.left, _other(node.op), node.right))})"


@_changes.register
def _constant(node: ast.Constant) -> Iterator[_Change]:
    match node.value:
        case bool() | None:
            return
        case int() | float():
            yield "number", node, repr(node.value + 1)
            yield "number", node, f"({node.value - 1!r})"
        case str() | bytes():
            yield "text", node, repr(_MUTATED if isinstance(node.value, str) else _MUTATED.encode())


@_changes.register
def _return(node: ast.Return) -> Iterator[_Change]:
    if node.value is not None and ast.unparse(node.value) != "None":
        yield "return", node, "return None"


@_changes.register(ast.If)
@_changes.register(ast.IfExp)
def _condition(node: ast.If | ast.IfExp) -> Iterator[_Change]:
    yield "condition", node.test, "True"
    yield "condition", node.test, "False"


@_changes.register
def _call(node: ast.Expr) -> Iterator[_Change]:
    if isinstance(node.value, ast.Call) and not _does_nothing(node.value):
        yield "call", node, "pass"


@_changes.register(ast.Break)
@_changes.register(ast.Continue)
def _jump(node: ast.Break | ast.Continue) -> Iterator[_Change]:
    yield "jump", node, "continue" if isinstance(node, ast.Break) else "break"


@_changes.register
def _defaults(node: ast.arguments) -> Iterator[_Change]:
    for value in filter(None, (*node.defaults, *node.kw_defaults)):
        yield "default", value, _other_default(value)


@_changes.register
def _field(node: ast.AnnAssign) -> Iterator[_Change]:
    """Of a record or a constant."""
    if isinstance(node.value, ast.Constant):
        yield "default", node.value, _other_default(node.value)


def _other_default(node: ast.expr) -> str:
    match node:
        case ast.Constant(value=bool(value)):
            return repr(not value)
        case ast.Constant(value=None):
            return "0"
        case ast.Constant(value=int(value) | float(value)):
            return repr(value + 1)
        case ast.Constant(value=str()):
            return repr(_MUTATED)
    return "None"


def _other(operator: ast.AST) -> Any:
    return _SWAPPED[type(operator)]()
