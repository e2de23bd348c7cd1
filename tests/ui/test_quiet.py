"""No value from the data in a log: an exception's kind and place are enough to mend it."""

import io
import logging
from collections.abc import Iterator

import pytest

from ui.server import quiet


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    before, text = logging.getLogRecordFactory(), io.StringIO()
    logger, handler = logging.getLogger("streamlit.error_util"), logging.StreamHandler(text)
    logger.addHandler(handler)
    quiet.install()
    yield text
    logging.setLogRecordFactory(before)
    logger.removeHandler(handler)


def test_a_traceback_is_logged_without_its_message(log: io.StringIO) -> None:
    try:
        raise ValueError("Zofia Nowak has no line")
    except ValueError as error:
        logging.getLogger("streamlit.error_util").error("Uncaught app execution", exc_info=error)
    assert "Zofia" not in log.getvalue()
    assert "ValueError at test_quiet.py:" in log.getvalue()


def test_what_is_no_exception_is_logged_as_it_is(log: io.StringIO) -> None:
    logging.getLogger("streamlit.error_util").error("port %s is taken", 8501)
    assert log.getvalue() == "port 8501 is taken\n"
