"""Phone numbers as E.164."""

from models.names.letters import ascii_digits, tidy

DEFAULT_REGION = "IQ"


def normalise(text: str, region: str = DEFAULT_REGION) -> str:
    """E.164, or the text as written (tidied, ASCII digits) when it is no possible number.

    :param region: ISO code of the country whose numbers are written without a country code
    """
    import phonenumbers  # 25 ms that the first page need not wait for

    written = tidy(ascii_digits(text))
    try:
        number = phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        return written
    if not phonenumbers.is_possible_number(number):
        return written
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
