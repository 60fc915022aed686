"""Governorates are recognised by any of their names."""

import pytest

from models.places import places, recognise


def test_every_name_of_every_place_names_it():
    for place in places().values():
        assert place.names[:3] == (place.name["en"], place.name["ar"], place.name["ckb"])
        assert all(name and recognise(name) == place.code for name in place.names)
        assert recognise(place.code) == place.code
        assert place.rolls_up_to in {"", *places()}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("erbil", "IQG11"), ("ERBIL", "IQG11"), ("اربيل", "IQG11"), ("هەولێر", "IQG11"), ("البصرة", "IQG02"),
        ("بصرة", "IQG02"), ("Al-Basrah", recognise("Al Basrah")), ("DhiQar", "IQG17"), ("Dhi-Qar", "IQG17"),
        ("", ""), ("Paris", ""), ("IQG99", ""),
    ],
)  # fmt: skip
def test_a_place_is_recognised(text: str, code: str):
    assert recognise(text) == code
