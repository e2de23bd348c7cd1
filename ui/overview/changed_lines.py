"""A service line that begins beside an older one: changed or additional, answered where the finding stands."""

from functools import partial
from typing import Any

import streamlit as st

from analytics import findings
from data import line_answers
from ui.parts import messages, page, words
from ui.shell import access
from ui.shell.session import View

FINDING = "changed_or_additional"
CHOICES = {
    line_answers.CHANGED: "The later one replaced it",
    line_answers.ADDITIONAL: "Both are owed",
}
SHOWN = 10
"""So many pairs are asked about at once."""


def ask(view: View) -> None:
    """One question a pair of lines. Unanswered, both count."""
    if view.is_sample or view.moment is not None:
        return
    pairs = view.figure(findings.changed_pairs).to_dict("records")
    for place, pair in enumerate(pairs[:SHOWN]):
        with st.container(border=True, gap="small"):
            _one(view, pair, f"changed_{place}")
    if len(pairs) > SHOWN:
        st.caption(f"{len(pairs) - SHOWN} more follow when these are answered.")


def _one(view: View, pair: dict[str, Any], key: str) -> None:
    who = pair["student_name"] if isinstance(pair["student_name"], str) else pair["student_id"]
    text = f"{who}, {words.service(str(pair['service']))}: {_line(pair, 'earlier')}; then {_line(pair, 'later')}."
    st.markdown(messages.plain(page.in_service_words(text)))
    said = st.segmented_control(
        "What became of the earlier line?", list(CHOICES), format_func=CHOICES.__getitem__, key=f"{key}_said"
    )
    st.button("Save this answer", key=f"{key}_save", disabled=not said,
              on_click=partial(_save, view, (pair["earlier_key"], pair["later_key"]), said))  # fmt: skip


def _line(pair: dict[str, Any], side: str) -> str:
    """ "60 min a week, pull-out, group, from Aug 25"."""
    setting, grouping = pair[f"{side}_setting"], pair[f"{side}_grouping"]
    parts = [
        f"{words.minutes(pair[f'{side}_minutes'])} {words.cycle(pair[f'{side}_cycle'])}",
        words.SETTINGS.get(setting, setting) if isinstance(setting, str) else "no setting",
        grouping if isinstance(grouping, str) else "",
        f"from {words.day(pair[f'{side}_start'])}",
    ]
    return ", ".join(part for part in parts if part)


def _save(view: View, pair: line_answers.Pair, said: str | None) -> None:
    """Store an answer, or take it back (a callback)."""
    line_answers.answer(view.store, {pair: said}, access.viewer())
    done = "Taken back: both count until told." if said is None else f"{CHOICES[said]}: the figures follow."
    st.toast(done, icon=":material/check:")


def answered(view: View) -> None:
    """What was said of such lines, by whom and when, each to be taken back."""
    if view.is_sample or view.moment is not None:
        return
    told = view.read(line_answers.answers)
    if told.empty:
        return
    with page.more(f"{words.plural(len(told), 'answer')} about changed or additional lines", "line_answers") as panel:
        if not panel.open:
            return
        for place, one in enumerate(told.head(SHOWN * 5).to_dict("records")):
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(messages.plain(_said(one)))
                st.button("Take back", key=f"line_answer_{place}", type="tertiary", icon=":material/undo:",
                          on_click=partial(_save, view, (one["earlier_key"], one["later_key"]), None))  # fmt: skip


def _said(one: dict[str, Any]) -> str:
    """ "Burr, Ben, OT, L3 and L4: both are owed, as Director said on Nov 25."."""
    told = [one[name] for name in ("student_name", "student_id") if isinstance(one[name], str)]
    service = [words.service(one["service"])] if isinstance(one["service"], str) else ["no longer on file"]
    lines = " and ".join(one[name] for name in ("earlier_line", "later_line") if isinstance(one[name], str))
    about = ", ".join([*told[:1], *service, *([lines] if lines else [])])
    return (
        f"{about}: {CHOICES[one['answer']].lower()}, as {one['answered_by']} said on {words.day(one['answered_at'])}."
    )
