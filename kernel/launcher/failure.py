"""What a person is told when the launcher cannot go on."""


class Failure(Exception):
    """One sentence that says what was expected, what was there instead, and how to mend it."""
