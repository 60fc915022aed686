"""Every text exists in three languages; dates and digits are those of Iraq."""

import ast
import inspect
import re
from datetime import date
from pathlib import Path

import pytest

from build_spec.translations import collected, texts_in
from models import errors
from models.certificates.states import CertificateState
from models.checks import ProblemKind
from models.fields import fields_of
from models.people.proposals import ProposalKind
from models.records import ALL, codes
from resources.words import LANGUAGES, words_for
from resources.words.codes import CODES, code_word
from resources.words.fields import FIELDS
from resources.words.sentences import SENTENCES, sentence

ERRORS = [
    name
    for name, found in inspect.getmembers(errors, inspect.isclass)
    if issubclass(found, errors.SijilError) and found is not errors.SijilError
]


@pytest.mark.parametrize("language", ["ar", "ckb"])
def test_no_text_is_left_untranslated(language: str):
    words = words_for(language)
    for message in collected():
        if not message.id:
            continue
        if isinstance(message.id, str):
            found = [words.say(message.id)]
        else:
            found = [words._catalogue.ngettext(*message.id, n) for n in (0, 1, 2, 3, 11, 100)]
        for text in found:
            assert (
                text not in {message.id, *message.id}
                or not re.search("[A-Za-z]{3}", text.replace("{", " {"))
                or "{" in text
            )
            allowed = set(re.findall(r"{(\w+)}", str(message.id)))
            assert set(re.findall(r"{(\w+)}", text)) <= allowed, text
            if isinstance(message.id, str):
                assert set(re.findall(r"{(\w+)}", text)) == allowed, text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ERRORS)
def test_each_error_has_a_sentence(language: str, name: str):
    values = dict.fromkeys(re.findall(r"{(\w+)}", SENTENCES[name]), "x")
    assert sentence(words_for(language), name, values).endswith(".")


def test_each_code_has_its_words():
    enumerations = {
        "sex": codes.Sex, "name_language": codes.NameLanguage, "role": codes.Role,
        "enrolment_state": codes.EnrolmentState, "mark_state": codes.MarkState,
        "institution_kind": codes.InstitutionKind, "score_kind": codes.ScoreKind,
        "certificate_state": CertificateState, "sameness": codes.Sameness,
        "proposal_kind": ProposalKind, "problem": ProblemKind,
    }  # fmt: skip
    for kind, enumeration in enumerations.items():
        assert set(CODES[kind]) == {str(choice) for choice in enumeration}
    assert code_word(words_for("ar"), "mark_state", "excused") == "مُجاز"


def test_each_field_has_its_words():
    for record_type in ALL:
        names = {field.attribute for field in fields_of(record_type)} - {"removed"}
        assert set(FIELDS[record_type.KIND]) == names, record_type.KIND


def test_dates_are_written_as_in_iraq():
    first, last = date(2015, 9, 13), date(2015, 9, 16)
    assert words_for("en").date_range(first, last) == "13–16 September 2015"
    assert words_for("ar").date_range(first, last) == "١٣–١٦ أيلول ٢٠١٥"
    assert words_for("ckb").date_range(first, last) == "١٣–١٦ی ئەیلوولی ٢٠١٥"


def test_arabic_plurals_have_their_own_forms():
    words = words_for("ar")
    forms = [words.count("{n} person", "{n} people", n) for n in (1, 2, 3, 35)]
    assert forms == ["شخص واحد", "شخصان", "٣ أشخاص", "٣٥ شخصًا"]


@pytest.mark.parametrize(("language", "listed"), [("en", "A, B, C"), ("ar", "A، B، C"), ("ckb", "A، B، C")])
def test_a_list_has_the_comma_of_its_language(language: str, listed: str):
    assert words_for(language).listed(["A", "", "B", "C"]) == listed
    assert words_for(language).listed([]) == ""


def test_what_is_said_within_an_f_string_is_handed_to_translators_too():
    source = (
        """text = f"{words.say('not here')} {count('{n} day', '{n} days', n)}"\n# Translators: hm\nsay("b")\nsay(b)"""
    )
    found = dict(texts_in(source))
    assert found == {("b",): ["Translators: hm"], ("not here",): [], ("{n} day", "{n} days"): []}


ROOT = Path(__file__).resolve().parent.parent.parent
SPEAKING = ("commands", "documents", "exchange", "jobs", "resources", "ui")
OTHER_COMMAS = {
    "jobs/papers/options.py": "an option of a command, as it is typed",
    "resources/words/spoken.py": "here lists are made",
    "ui/settings/about.py": "names and numbers of programs, from left to right in every window",
}


def commas_in(source: str) -> list[int]:
    """The lines where texts are joined by a comma, of whatever language."""
    return [node.lineno for node in ast.walk(ast.parse(source)) if is_joined(node) or is_glued(node)]


def is_comma(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.strip() in {",", "،"}


def is_joined(node: ast.AST) -> bool:
    """``", ".join(…)``, or ``say(", ").join(…)``."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "join"):
        return False
    return any(is_comma(part) for part in ast.walk(node.func.value))


def is_glued(node: ast.AST) -> bool:
    """``f"{one}, {other}"``, or the same with ``+``."""
    parts = node.values if isinstance(node, ast.JoinedStr) else ()
    sums = (node.left, node.right) if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) else ()
    return any(is_comma(part) for part in (*parts, *sums))


def test_lists_are_made_by_the_language():
    for path in (path for folder in SPEAKING for path in (ROOT / folder).rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        found = commas_in(path.read_text(encoding="utf-8"))
        assert not found or name in OTHER_COMMAS, f"{name}: {found}"
        assert found or name not in OTHER_COMMAS, f"{name} is no exception any more"


@pytest.mark.parametrize(
    "planted", ['", ".join(names)', 'say(", ").join(names)', '"، ".join(names)', 'f"{one}, {two}"', 'one + ", " + two']
)
def test_a_planted_comma_is_found(planted: str):
    assert commas_in(planted)
    assert not commas_in(planted.replace(",", " ·").replace("،", " ·"))
