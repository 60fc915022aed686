"""Where a training is held, in words."""

from dataclasses import replace

from jobs.trainings.place import place_name
from models.texts import Text
from resources.words import words_for


def test_the_place_in_each_language(training):
    here = replace(training, place="IQG11", venue=Text(en="Hotel"))
    assert [place_name(here, words_for(one)) for one in ("en", "ar", "ckb")] == ["Erbil", "أربيل", "هەولێر"]
    assert place_name(replace(here, place=""), words_for("ar")) == "Hotel"
