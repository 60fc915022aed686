"""The computer's date lies before the last change: certificates and papers would be dated wrongly."""

from models.store import Store
from models.wall_clock import here, today_here
from resources.words import Words


def wrong_date(store: Store, words: Words) -> str:
    """What to say about it; empty when the date is credible."""
    last = store.last_change_before
    if last is None or today_here() >= here(last).date():
        return ""
    return words.say(
        "This computer says that today is {today}, but something was entered on {last} already. "
        "Please put the computer's date right: certificates, papers and marks take their date from it. "
        "Nothing is lost, and you may go on.",
        today=words.date(today_here()),
        last=words.date(here(last).date()),
    )
