"""What a user can cause."""


class UserError(Exception):
    """Something the user can mend. The message is one sentence: what is wrong, where, what to do; no student's data."""
