"""A passphrase opens whichever keyboard typed it, and another one does not."""

import unicodedata
from pathlib import Path

import pytest

from models import errors, opening
from models.storage import vault

KEY = b"k" * vault.RAW_KEY_BYTES


@pytest.mark.parametrize(
    ("made", "typed"),
    [
        ("كركوك 2015", "کرکوک ٢٠١٥"),
        ("كركوك 2015", "کرکوک ۲۰۱۵"),
        ("على الطاولة", "علي الطاولة"),
        ("علی بن حسین", "علي بن حسين"),
        ("قەڵای هەولێر", "قه\u200cڵای هه\u200cولێر"),
        ("éclair au café", unicodedata.normalize("NFD", "éclair au café")),
        ("ﬁne words here", "fine words here"),
        ("two words", "\u200ftwo\u00a0words\u200e"),
        ("سلام علیکم", "ســلام عليكم"),
    ],
)
def test_it_is_the_same_whichever_keyboard_typed_it(made: str, typed: str):
    closed, _ = vault.closed_vault(KEY, made)
    assert vault.unlock(closed, typed, Path("v")) == KEY


@pytest.mark.parametrize("typed", ["Eight or more", "eightor more", "eight or móre", " eight or more", "eight or mor3"])
def test_what_a_person_sees_as_another_one_is_another_one(typed: str):
    closed, _ = vault.closed_vault(KEY, "eight or more")
    with pytest.raises(errors.WrongPassphrase):
        vault.unlock(closed, typed, Path("v"))


def test_marks_that_nobody_sees_make_it_no_longer():
    with pytest.raises(errors.PassphraseTooShort):
        vault.closed_vault(KEY, "seven..\u200c\u200e")


def test_a_recovery_code_is_read_in_any_digits():
    closed, code = vault.closed_vault(KEY, "eight or more")
    assert vault.unlock(closed, code.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")), Path("v")) == KEY


def test_a_register_made_on_one_keyboard_opens_on_another(tmp_path: Path):
    opening.create(tmp_path / "r", "كركوك والسليمانية")[0].close()
    with opening.open_register(tmp_path / "r", "کرکوک والسلیمانیة") as opened:
        assert opened.participants.count() == 0
