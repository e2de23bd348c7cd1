"""Empty, loading and error states, in the same words and shape on every page."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from ui.shell import navigation

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:])")


def plain(text: object) -> str:
    """Text from a file made harmless inside a label or heading: every sign of Markdown is escaped."""
    return _MARKDOWN.sub(r"\\\1", " ".join(str(text).split()))


def nothing_here(what: str, do: str) -> None:
    """An empty state: what is missing and what to do about it."""
    with st.container(border=True):
        st.markdown(f"**{what}**")
        st.caption(do)


def to_upload(what: str, do: str, label: str) -> None:
    """An empty state that an upload ends, with the way there."""
    nothing_here(what, do)
    navigation.link("import_files", label, icon="upload_file")


def no_log() -> None:
    """Lines are loaded, but no session log: no rate can be told."""
    to_upload(
        "No session log loaded",
        "Expected minutes are known from the IEP lines, delivered minutes are not. Upload the service logs to see what was "
        "delivered; until then there is no rate, and nothing counts as missed.",
        "Upload service logs",
    )


def no_mandates(instead: str) -> None:
    """No lines are loaded, so there are no rates; ``instead``: what this page can tell, or what it would."""
    to_upload(
        "No mandates loaded",
        f"{instead} Upload the IEP service lines to see what was expected; until then there are no rates, and nothing is "
        "outside a mandate.",
        "Upload IEP service lines",
    )


def no_staff_list() -> None:
    """Caseloads without utilisation."""
    st.caption(
        "No staff list loaded: caseloads and minutes are shown, utilisation isn't, since an FTE is never assumed. "
        "Upload a staff list with FTE or contract minutes on the Import page."
    )


def cannot_open(sentence: str) -> None:
    """The database can't be opened: the sentence, and how to try again."""
    st.error(plain(sentence), icon=":material/lock:")
    st.button("Try again", icon=":material/refresh:", key="try_again")


def page_failed(where: str) -> None:
    """A page failed by a fault of the program: no values, no traceback; nothing was changed."""
    st.error(
        "This page could not be shown because of a fault in Minute Ledger; no data was changed. "
        f"Reload the page; if it happens again, report the place: {plain(where)}.",
        icon=":material/error:",
    )


@contextmanager
def working(text: str) -> Iterator[None]:
    """A spinner with words, for what takes longer than a moment."""
    with st.spinner(text, show_time=True):
        yield
