"""``N_``: marks a text for translation where it is declared, not spoken."""


def N_(text: str) -> str:  # the customary name
    return text
