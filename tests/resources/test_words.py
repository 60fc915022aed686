"""Every text exists in three languages; dates and digits are those of Iraq."""

import inspect
import re
from datetime import date

import pytest

from build_spec.translations import collected
from models import errors
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
        "certificate_state": codes.CertificateState, "sameness": codes.Sameness,
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
