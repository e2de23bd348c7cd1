"""Minute Ledger without a browser: the same jobs, for nightly runs and for those who prefer it."""

import os
import sys

import typer

from commands import attending, explaining, figures, goals, keeping, loading, planning, watching
from commands.asked import Db
from commands.opened import before_the_command
from commands.printed import say
from data.errors import UserError

app = typer.Typer(help=__doc__, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
for subject in (loading, figures, attending, explaining, goals, planning, watching, keeping):
    app.add_typer(subject.app)


@app.callback()
def options(db: Db = None) -> None:
    before_the_command.set(db)


def main() -> None:
    """Run a command; its exit status: 0 done, 1 done with rows held, 2 refused with the reason on standard error."""
    try:
        app()
    except Exception as error:
        if os.environ.get("MINUTES_DEBUG"):
            raise
        say(_sentence(error))
        sys.exit(2)


def _sentence(error: Exception) -> str:
    if isinstance(error, UserError):
        return str(error)
    return f"Something went wrong ({type(error).__name__}); nothing was changed. MINUTES_DEBUG=1 shows where."


if __name__ == "__main__":
    main()
