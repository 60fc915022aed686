"""What is asked about a whole plan: other times, a calendar of it, a training that follows."""

from functools import partial

from PySide6.QtWidgets import QWidget

from jobs.trainings import agenda, calendar_file
from jobs.trainings.follow_up import add_follow_up
from models import typed
from models.names.letters import ascii_digits
from models.typed import NotUnderstood
from ui.widgets.asking import ask_text
from ui.workplace import Workplace


def ask_shift(workplace: Workplace, training_id: str, parent: QWidget) -> None:
    say = workplace.words.say
    question = say("By how many minutes? Earlier with a minus: -30")
    ask_text(parent, say("Shift all times"), question, partial(shift, workplace, training_id))


def shift(workplace: Workplace, training_id: str, written: str) -> None:
    minutes = ascii_digits(written).replace("−", "-").replace("–", "-").strip()
    if not minutes.lstrip("+-").isdigit() or len(minutes) > len("-1440"):
        workplace.messages.show(workplace.words.say("Please type a whole number."))
        return
    moved = agenda.shift_times(workplace.store, training_id, int(minutes))
    workplace.messages.tell(workplace.words.count("{n} session moved", "{n} sessions moved", moved))


def save_calendar(workplace: Workplace, training_id: str) -> None:
    say, code = workplace.words.say, workplace.store.trainings.get(training_id).code
    path = workplace.messages.file_to_write(say("Save as a calendar"), f"{code}.ics", "iCalendar (*.ics)")
    if path is not None:
        path = path if path.suffix else path.with_suffix(".ics")
        calendar_file.save_calendar(workplace.store, training_id, path, workplace.words)
        workplace.messages.tell(say("Written: {path}", path=path.name))


def ask_follow_up(workplace: Workplace, training_id: str, parent: QWidget) -> None:
    say = workplace.words.say
    question = say("First day of the follow-up training, such as 2016-02-14. Sessions and rule are copied, no people.")
    ask_text(parent, say("Follow-up training"), question, partial(follow_up, workplace, training_id))


def follow_up(workplace: Workplace, training_id: str, written: str) -> None:
    try:
        start = typed.day(written)
    except NotUnderstood as problem:
        workplace.messages.show(workplace.words.say(problem.hint))
        return
    if start is None:
        return
    made = add_follow_up(workplace.store, training_id, start)
    workplace.messages.tell(workplace.words.say("{code} was added to the trainings.", code=made.code))
