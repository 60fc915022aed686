"""The form of each plural message fits its number, by the rules of Arabic and Sorani."""

import ast
import re
from pathlib import Path

import pytest

from resources.words import words_for
from tests.resources.catalogues import catalogue, plurals, said

NUMBERS = {0: 0, 1: 1, 2: 2, 3: 3, 10: 3, 11: 4, 35: 4, 99: 4, 100: 5, 101: 5, 102: 5, 103: 3, 111: 4}
FIRST_OF_TWO = {"طلب"}
"""Nouns that another noun follows: they take no tanwin."""
COUNTED = re.compile(r"\{n\} ([\u0621-\u0652]+)")


def problems(forms: tuple[str, ...]) -> list[str]:
    """What is wrong with the six forms of an Arabic message."""
    found = [f"{place}: no number" for place in (3, 4, 5) if "{n}" not in forms[place]]
    few, many, whole = (COUNTED.findall(form)[:1] for form in forms[3:])
    if found or not (few and many and whole):
        return found + ([] if len({*forms[3:]}) == 1 else ["3–5: a label has one form"] if not found else [])
    return found + _problems_of_nouns(few[0], many[0], whole[0])


def _problems_of_nouns(few: str, many: str, whole: str) -> list[str]:
    found = []
    if not many.endswith(("ًا", "ة")) and many not in FIRST_OF_TWO:
        found.append(f"4: {many} is no accusative")
    if whole.endswith("ًا") or whole != many.removesuffix("ًا"):
        found.append(f"5: {whole} is no genitive of {many}")
    if few in {many, whole}:
        found.append(f"3: {few} is no plural")
    return found


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_takes_its_form_in_arabic(number: int):
    assert catalogue("ar").num_plurals == 6
    for message in catalogue("ar"):
        if isinstance(message.id, tuple):
            form = words_for("ar")._catalogue.ngettext(*message.id, number)
            assert form == message.string[NUMBERS[number]], message.id


@pytest.mark.parametrize(("many", "forms"), list(plurals("ar")), ids=lambda one: one if isinstance(one, str) else "")
def test_the_forms_of_an_arabic_message_fit_its_numbers(many: str, forms: tuple[str, ...]):
    assert problems(forms) == []
    for place in (0, 1, 2):
        if "{n}" in forms[place]:
            assert len({*forms}) == 1, f"{place}: one and two are said by the noun, in {forms[place]}"
    values = set(re.findall(r"{(\w+)}", many)) - {"n"}
    assert all(values <= set(re.findall(r"{(\w+)}", form)) for form in forms[1:])


@pytest.mark.parametrize(("many", "forms"), list(plurals("ckb")), ids=lambda one: one if isinstance(one, str) else "")
def test_a_sorani_noun_stays_as_it_is_after_a_number(many: str, forms: tuple[str, ...]):
    counted = [re.findall(r"\{n\} (\w+)", form) for form in forms]
    assert len(forms) == 2
    assert all("{n}" in form for form in forms)
    assert counted[0] == counted[1]
    assert {*re.findall(r"{(\w+)}", many)} == {*re.findall(r"{(\w+)}", " ".join(forms))}


FORMS = ("لا أشخاص", "شخص واحد", "شخصان", "{n} أشخاص", "{n} شخصًا", "{n} شخص")


@pytest.mark.parametrize(("one", "other"), [(4, 5), (3, 4), (3, 5)])
def test_exchanged_forms_are_found(one: int, other: int):
    exchanged = list(FORMS)
    exchanged[one], exchanged[other] = FORMS[other], FORMS[one]
    assert problems(FORMS) == []
    assert problems(tuple(exchanged))


def test_a_lost_number_is_found():
    assert problems((*FORMS[:4], "شخصًا", FORMS[5]))


# Numbers beside nouns that have no forms

NAMES = "n|all|count|hours?|days?|women|men|needed|total|reached|attended|held|gain|least|officials|ngo|institutions"
NUMBER = rf"\{{(?:{NAMES})\}}"
PARTICLES = "من|في|إلى|على|و|أو|لم|حتى|منذ"
GLUED = re.compile(rf"{NUMBER} (?!(?:{PARTICLES})\b)[\u0621-\u064a]")


def glued() -> list[str]:
    """Arabic messages of one form that put a number before a noun."""
    several = {text for _, forms in plurals("ar") for text in forms}
    return [text for _, text in said("ar") if text not in several and GLUED.search(text)]


def test_no_number_stands_before_a_noun_that_has_one_form():
    assert glued() == []


@pytest.mark.parametrize("planted", ["({hours} ساعة تدريبية)", "{women} نساء، {men} رجال", "{gain} نقطة مئوية"])
def test_a_planted_number_before_a_noun_is_found(planted: str):
    assert GLUED.search(planted)


ROOT = Path(__file__).resolve().parent.parent.parent
SPEAKING = ("commands", "documents", "exchange", "jobs", "models", "ui")
BESIDE_NUMBERS = ("say", "code_word", "field_word")


def numbers_beside_words(source: str) -> list[int]:
    """The lines where a text is glued of a number and a word: f"{words.number(n)} {words.say(…)}"."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.JoinedStr):
            called = [one.func.attr if isinstance(one.func, ast.Attribute) else "" for one in ast.walk(node)
                      if isinstance(one, ast.Call)]  # fmt: skip
            if "number" in called and any(name in called for name in BESIDE_NUMBERS):
                found.append(node.lineno)
    return found


def test_no_text_is_glued_of_a_number_and_a_word():
    for path in (path for folder in SPEAKING for path in (ROOT / folder).rglob("*.py")):
        assert numbers_beside_words(path.read_text(encoding="utf-8")) == [], path.relative_to(ROOT)


def test_a_planted_glued_text_is_found():
    assert numbers_beside_words('''f"{words.number(n)} {words.say('hours')}"''')
    assert not numbers_beside_words('words.count("{n} hour", "{n} hours", n)')
