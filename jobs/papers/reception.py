"""Paper for the door and the desk: the poster, and a form for those whom no list names."""

from typing import BinaryIO

from documents import feedback_form, poster, registration_form
from documents.feedback_form import FeedbackForm
from documents.page import Progress
from documents.poster import Poster
from documents.registration_form import FormLine, RegistrationForm
from jobs.papers.kinds import Made, Material, NoOptions
from jobs.results.feedback import Question
from jobs.trainings.calendar_file import stamp
from jobs.trainings.notices import notice
from jobs.trainings.own_questions import questions_of
from models.paper import Orientation
from models.records.codes import Sex
from resources.words import LANGUAGES, SOURCE, Words, words_for
from resources.words.codes import code_word
from resources.words.fields import field_word


def make_poster(material: Material, options: NoOptions) -> Made:
    words, found = material.words, material.found
    order = sorted(LANGUAGES, key=lambda one: one != words.language)
    all_words = [words_for(one) for one in order]
    titles = dict.fromkeys(found.training.title[one] for one in order)
    made = Poster(
        titles=tuple(filter(None, titles)),
        invitations=tuple(one.say("Please register here") for one in all_words),
        when=_times(material),
        place=material.place,
        calendar=calendar_event(material),
        scan=words.say("Scan to put the training into your calendar"),
        pictures=(material.picture(material.issuer.logo_id), material.picture(found.programme.emblem_id)),
    )
    size = material.size(Orientation.PORTRAIT)
    title = f"{words.say('Poster for the door')} – {material.title}"

    def draw(stream: BinaryIO, progress: Progress) -> None:
        poster.render(stream, made, size, title, words.language)

    return Made(draw=draw)


def _times(material: Material) -> tuple[str, ...]:
    """The dates, and from when to when each day."""
    words, training = material.words, material.found.training
    held = [one for one in material.found.sessions if not one.cancelled and one.start and one.end]
    dates = words.date_range(training.start, training.end or training.start) if training.start else ""
    if not held:
        return (dates,)
    last = max(held, key=lambda one: one.last_minute)
    hours = words.number(f"{min(one.start for one in held)}–{last.end}")
    return (dates, hours)


def calendar_event(material: Material) -> str:
    """The training as one iCalendar event, as telephones read it from a code; empty without dates."""
    training = material.found.training
    held = [one for one in material.found.sessions if not one.cancelled and one.day and one.start and one.end]
    if not held or training.start is None:
        return ""
    begin = stamp(training, held[0].begins)
    end = stamp(training, max(one.finishes for one in held if one.finishes))
    lines = (
        "BEGIN:VEVENT", f"SUMMARY:{_escaped(material.title)[:80]}", f"LOCATION:{_escaped(material.place)[:60]}",
        f"DTSTART:{begin}", f"DTEND:{end}", "END:VEVENT",
    )  # fmt: skip
    return "\r\n".join(lines)


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", " ")


def make_form(material: Material, options: NoOptions) -> Made:
    """In English, and in the chosen language; with Arabic where English was chosen."""
    english = words_for(SOURCE)
    other = material.words if material.words.language != SOURCE else words_for("ar")

    def both(kind: str, field: str) -> FormLine:
        return FormLine(field_word(english, kind, field), field_word(other, kind, field))

    training, programme = material.found.training, material.found.programme
    sexes = tuple((code_word(english, "sex", one), code_word(other, "sex", one)) for one in (Sex.FEMALE, Sex.MALE))
    made = RegistrationForm(
        headings=(english.say("Registration"), other.say("Registration")),
        titles=(english.of(material.found.training, "title"), other.of(material.found.training, "title")),
        lines=(
            both("participant", "name_latin"),
            both("participant", "name_arabic"),
            both("participant", "title"),
            FormLine(english.say("Sex"), other.say("Sex"), sexes),
            both("participant", "birth_year"),
            both("enrolment", "institution_id"),
            both("enrolment", "position"),
            both("enrolment", "governorate"),
            both("participant", "phone"),
            both("participant", "email"),
            *(
                FormLine(
                    english.of(one, "label"), other.of(one, "label"), tuple((choice, choice) for choice in one.choices)
                )
                for one in questions_of(material.store, material.found.programme.id)
            ),
            *_consents(english, other),
            FormLine(english.say("Date and signature"), other.say("Date and signature")),
        ),
        notices=((notice(training, programme, english), notice(training, programme, other)),),
    )
    size = material.size(Orientation.PORTRAIT)

    def draw(stream: BinaryIO, progress: Progress) -> None:
        registration_form.render(stream, made, size, material.words.language)

    return Made(draw=draw)


def make_feedback_form(material: Material, options: NoOptions) -> Made:
    words = material.words
    made = FeedbackForm(
        heading=words.say("Your opinion"),
        title=material.title,
        lead=words.say("Please do not write your name. Tick one box in each line."),
        questions=[code_word(words, "question", one) for one in Question],
        poor=words.say("poor"),
        good=words.say("very good"),
        words=words.say("What should we do differently?"),
    )
    size = material.size(Orientation.PORTRAIT)

    def draw(stream: BinaryIO, progress: Progress) -> None:
        feedback_form.render(stream, made, size, words)

    return Made(draw=draw)


def _consents(english: Words, other: Words) -> tuple[FormLine, ...]:
    """Each is a question of its own, and no answer is no."""
    answers = ((english.say("Yes"), other.say("Yes")), (english.say("No"), other.say("No")))
    questions = (
        (english.say("May photographs that show me be published?"),
         other.say("May photographs that show me be published?")),
        (english.say("May I be invited to further trainings?"), other.say("May I be invited to further trainings?")),
        (english.say("May my phone and e-mail be given to the other participants?"),
         other.say("May my phone and e-mail be given to the other participants?")),
    )  # fmt: skip
    return tuple(FormLine(first, second, answers) for first, second in questions)
