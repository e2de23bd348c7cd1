"""One student on one screen: lines, ledger by month, sessions, goals, open make-ups, and the arithmetic behind them."""

import streamlit as st

from analytics import students
from ui import page, student

view = page.start("student")
link = st.query_params.get("student", "")
found = view.read(students.by_link, view.scope, link) if link else None
student.search(view)
if found is None:
    if link:
        st.warning("This link names no student of this district; search above.", icon=":material/search_off:")
    else:
        st.caption("Search by name or id, or open a student from any table.")
    st.stop()

alone = view.only(str(found["student_id"]))
student.identity(found, view)
student.ledger_answer(alone, page.headline(alone))
lines = student.lines(alone)
student.sessions(alone, str(found["student_id"]))
student.goal_list(alone)
student.make_ups(alone)
student.months(alone)
student.arithmetic(alone, lines)
