"""A PostgreSQL server that lives as long as the tests that ask it."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest

NEEDED = "MINUTES_NEED_POSTGRES"
_TELL = 'echo "host=$PGHOST port=$PGPORT dbname=$PGDATABASE user=$PGUSER password=$PGPASSWORD" >&{out}; read -r _'
"""What runs beside the server: tells where it is, and waits until nobody needs it."""


def skip_unless_there() -> None:
    """Skip where no server can be started; go on, and so fail, where the tests are meant to run."""
    if not shutil.which("pg_virtualenv") and NEEDED not in os.environ:
        pytest.skip("There is no PostgreSQL server to start: the package postgresql of Debian or Ubuntu brings one.")


@contextmanager
def server() -> Iterator[psycopg.Connection]:
    """A connection to a server of its own, gone afterwards. As root it runs as the user postgres, who owns its folder.

    Texts are in the order of their bytes, as in DuckDB. Values are written into statements by the client, since one that
    makes a table takes no parameters.
    """
    inward, outward = os.pipe()
    options = ["-t", "-i", "--locale=C.UTF-8", "-o", "jit=off", "-o", "statement_timeout=60s"]
    command = ["pg_virtualenv", *options, "bash", "-c", _TELL.format(out=outward)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, pass_fds=[outward]) as process:
        os.close(outward)
        with os.fdopen(inward) as told, process.stdin or told:
            where = told.readline()
            connection = psycopg.connect(where, autocommit=True, cursor_factory=psycopg.ClientCursor)
            yield connection
            connection.close()
