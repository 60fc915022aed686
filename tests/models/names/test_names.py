"""Names in two scripts: the same person is found, different ones are kept apart."""

import pytest

from models.names.alike import POSSIBLE, VERY_LIKELY, Entry, compare, full_names_alike
from models.names.institutions import guess_kind, recognise, recognise_parent
from models.names.letters import ascii_digits, folded
from models.names.spelling import propose_arabic, propose_latin
from models.phones import normalise
from models.places import places
from models.places import recognise as recognise_place
from models.records.codes import InstitutionKind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hiwa Mahmood Dlshad", "هیوا مەحموود دڵشاد"),
        ("Muhammad Hiwa Ahmad", "محمد هيوا أحمد"),
        ("Abdulrahman Omar", "عەبدولڕەحمان عومەر"),
        ("Abd al-Rahman Umar", "عبد الرحمن عمر"),
        ("Layla Hasan", "ليلى حسن"),
        ("Hassan Karwan", "Karwan Hasan"),
    ],
)
def test_spellings_of_one_name_are_very_likely_the_same(one: str, other: str):
    assert full_names_alike(one, other) >= VERY_LIKELY


@pytest.mark.parametrize(
    ("one", "other"),
    [("Hassan", "Hussein"), ("حسن", "حسين"), ("Mahmoud", "Mohammed"), ("Karim", "Karam"), ("Jamal", "جميل")],
)
def test_different_names_with_the_same_consonants_are_kept_apart(one: str, other: str):
    assert full_names_alike(one, other) < POSSIBLE


def test_a_shared_phone_always_deserves_a_look_but_does_not_decide_alone():
    found = compare(Entry(latin="Ali Omar", phone="+964750"), Entry(latin="Sara Azad", phone="+964750"))
    assert POSSIBLE <= found.score < VERY_LIKELY


def test_a_different_year_of_birth_speaks_against():
    one, other = Entry(latin="Ali Omar Hassan", birth_year=1970), Entry(latin="Ali Omar Hassan", birth_year=1990)
    assert compare(one, other).score < VERY_LIKELY


def test_missing_forms_are_proposed_by_rule():
    assert propose_latin("کاروان عەبدوڵڵا") == "Karwan Abdullah"
    assert propose_latin("ڕەنجدەر کاکە") == "Ranjdar Kaka"
    assert propose_arabic("Karwan Jasim") == "كاروان جاسم"


def test_letters_and_digits_are_folded_for_comparison():
    assert folded("ئەحمەد") == folded("ئه‌حمه‌د")
    assert folded("علی") == folded("علي")
    assert ascii_digits("٠٧٥٠ ۱۲۳") == "0750 123"


def test_phones_become_international():
    assert normalise("٠٧٥٠٩١٦٣٠٠٥") == normalise("+964 750 916 3005") == "+9647509163005"
    assert normalise("none") == "none"


def test_institutions_are_one_in_all_languages():
    names = ("Governorate of Sulaimaniya", "محافظة السليمانية", "پارێزگای سلێمانی")
    assert {recognise(name).key for name in names} == {"governorate-iqg06"}
    assert recognise("Ministry of Labor and Social Affairs").key == "molsa"
    assert recognise("Ministry of Health (KRG)").key != recognise("Ministry of Health").key


def test_unknown_institutions_keep_their_kind_and_parent():
    assert recognise("Zakho Youth Association") is None
    assert guess_kind("Zakho Youth Association") is InstitutionKind.NGO
    assert guess_kind("وەزارەتی نەناسراو") is InstitutionKind.MINISTRY
    assert recognise_parent("Ministry of Interior – Passports Department").key == "moi"


def test_halabja_has_no_agreed_code_and_counts_under_sulaymaniyah():
    halabja = places()[recognise_place("هەڵەبجە")]
    assert (halabja.iso, halabja.rolls_up_to) == ("", "IQG06")
    assert len(places()) == 19
