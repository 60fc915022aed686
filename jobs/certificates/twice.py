"""Two valid certificates of one person: two desks issued, or two entries were joined. Somebody ends one of them."""

from models.records import Certificate
from models.training.roster import Attendee, Roster
from resources.words import Words
from resources.words.codes import code_word


def held_twice(found: Roster) -> list[Attendee]:
    """In the order of the roster; nothing is ended by itself."""
    return [one for one in found.attendees if one.other_valid]


def offered(attendee: Attendee) -> Certificate | None:
    """Which of them to end: not the one that the person holds, else the later one; alike on every laptop."""
    return attendee.other_valid[-1] if attendee.other_valid else None


def twice_words(people: list[Attendee], words: Words) -> str:
    return words.count(
        "{n} person has two valid certificates: end one of them.",
        "{n} people have two valid certificates: end one of each.",
        len(people),
    )


def beside_words(one: Certificate, attendee: Attendee, words: Words) -> str:
    """Of a valid one, what is valid beside it."""
    others = [other for other in attendee.valid_certificates if other.id != one.id]
    listed = words.listed([f"{_isolated(other)} ({_state(other, words)})" for other in others])
    return words.say("also valid: {numbers}", numbers=listed)


def offer_words(attendee: Attendee, words: Words) -> str:
    surplus = offered(attendee)
    return words.say("One of them is enough; {number} can be ended.", number=_isolated(surplus)) if surplus else ""


def _isolated(one: Certificate) -> str:
    return f"\u2066{one.number}\u2069"


def _state(one: Certificate, words: Words) -> str:
    return code_word(words, "certificate_state", one.state)
