"""The privacy notice that people are shown, and which version of it they saw."""

import hashlib

from models.records import Programme
from models.store import Store
from resources.words import LANGUAGES, Words, words_for

_DIGITS = 6


def notice(programme: Programme, words: Words) -> str:
    """The programme's own notice in this language, else the program's."""
    return programme.notice[words.language] or standard_notice(words)


def standard_notice(words: Words) -> str:
    return words.say(
        "These data are used to organise and document this training and to issue certificates. They are kept by the "
        "organiser and are not passed on without your consent; you may see them, correct them, or have them erased."
    )


def version(programme: Programme) -> str:
    """Six digits of a digest of the notice in all languages: another text is another version."""
    texts = "\n".join(notice(programme, words_for(language)) for language in LANGUAGES)
    return hashlib.sha256(texts.encode("utf-8")).hexdigest()[:_DIGITS]


def version_for(store: Store, participant_id: str) -> str:
    """Of the programme in whose training the person was registered last."""
    enrolments = store.enrolments.where(participant_id=participant_id)
    training = store.trainings.find(enrolments[-1].training_id) if enrolments else None
    programme = store.programmes.find(training.programme_id) if training else None
    return version(programme or Programme(id=""))
