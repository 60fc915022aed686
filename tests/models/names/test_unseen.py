"""What turns other letters round, or nobody can see, is not kept; joiners that Sorani needs are."""

import pytest

from models.fields import field_of
from models.names.letters import has_unseen, tidy
from models.records import Enrolment, Participant, Training
from models.typed import NotUnderstood, reader_of

UNSEEN = [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200B, 0x200E, 0x200F, 0x061C, 0x2060, 0xFEFF, 0xAD, 0xFE0F]


@pytest.mark.parametrize("code", UNSEEN, ids=hex)
def test_a_sign_that_nobody_sees_is_not_kept_wherever_it_stands(code: int):
    for name in ("Karwan Ahmed", "كاروان احمد"):
        for at in range(len(name) + 1):
            assert tidy(name[:at] + chr(code) + name[at:]) == name


@pytest.mark.parametrize("name", ["ئه‌حمه‌د", "شه‌به‌نگ", "نه‌وه‌", "می‌خواهم", "ماه‍"])
def test_the_joiners_of_sorani_and_persian_stay(name: str):
    assert tidy(name) == name
    assert not has_unseen(name)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Kar\u200cwan", "Karwan"),
        ("\u200cکاروان\u200c", "کاروان"),
        ("ئه\u200c\u200cحمه‌د", "ئه‌حمه‌د"),
        ("کار\u200c وان", "کار وان"),
    ],
)  # fmt: skip
def test_joiners_that_join_nothing_go(typed: str, kept: str):
    assert tidy(typed) == kept
    assert has_unseen(typed)


@pytest.mark.parametrize("name", ["phone", "email", "position", "note", "birth_year"])
def test_no_field_keeps_them(name: str):
    record_type = Participant if name in {"phone", "email", "birth_year"} else Enrolment
    read = reader_of(field_of(record_type, name))
    plain = {"phone": "0750 123 4567", "email": "a@b.org", "birth_year": "1980"}.get(name, "Head of unit")
    assert read(f"\u202b{plain}\u202c\u200b") == read(plain)


def test_lines_of_a_long_text_stay_lines():
    assert reader_of(field_of(Training, "notice_en"))(" one\u200b\ntwo\u202e ") == "one\ntwo"


def test_what_is_too_long_is_told_with_how_much_may_be_typed_and_not_cut():
    read = reader_of(field_of(Participant, "name_latin"))
    assert read("a" * 120) == "a" * 120
    with pytest.raises(NotUnderstood) as found:
        read("a" * 121)
    assert found.value.numbers == {"most": 120}
