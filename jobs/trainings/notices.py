"""The privacy notice that people are shown at a training, and which version of it they saw."""

import hashlib

from models.records import Programme, Training
from models.store import Store
from resources.words import LANGUAGES, Words, words_for

_DIGITS = 6


def notice(training: Training, programme: Programme, words: Words) -> str:
    """The training's own notice in this language, else the programme's, else the program's."""
    return training.notice[words.language] or programme.notice[words.language] or standard_notice(words)


def standard_notice(words: Words) -> str:
    return words.say(
        "These data are used to organise and document this training and to issue certificates. They are kept by the "
        "organiser and are not passed on without your consent; you may see them, correct them, or have them erased."
    )


def version(training: Training, programme: Programme) -> str:
    """Six digits of a digest of the notice in all languages: another text is another version."""
    texts = "\n".join(notice(training, programme, words_for(language)) for language in LANGUAGES)
    return hashlib.sha256(texts.encode("utf-8")).hexdigest()[:_DIGITS]


def version_at(store: Store, training_id: str) -> str:
    """Of the notice that is shown at a training."""
    training = store.trainings.find(training_id) or Training(id=training_id)
    return version(training, store.programmes.find(training.programme_id) or Programme(id=""))
