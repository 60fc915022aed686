"""Errors carry values, for a sentence; in a log they can be read without it."""

from models.errors import NotReadable, RegisterLocked, SijilError


def test_values_are_kept_and_can_be_read():
    problem = RegisterLocked(path="r", holder="Erbil, 7")
    assert problem.values == {"path": "r", "holder": "Erbil, 7"}
    assert str(problem) == "path='r', holder='Erbil, 7'"
    assert isinstance(problem, SijilError)
    assert (NotReadable().values, str(NotReadable())) == ({}, "")
