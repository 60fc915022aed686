"""Before somebody is marked in a session that has not come yet, it is asked."""

from collections.abc import Callable, Sequence
from datetime import date

from models.records import Session
from ui.training.desk.session_words import session_words
from ui.workplace import Workplace


def is_future(session: Session, today: date) -> bool:
    return session.day is not None and session.day > today


def ask_future(workplace: Workplace, sessions: Sequence[Session], then: Callable[[], None]) -> None:
    words = workplace.words
    listed = words.listed(session_words(one, words) for one in sessions)
    question = words.say("This session has not come yet: {session}. Mark in it all the same?", session=listed)
    workplace.messages.ask(question, words.say("Mark"), then)
