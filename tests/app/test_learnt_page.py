"""The answers learnt for file shapes: changed and forgotten on their page."""

from data.store import Store
from tests.app.conftest import Open
from ui.server import stores


def learn() -> Store:
    """One code, learnt for a shape."""
    opened = stores.store(stores.OWN)
    with opened.transaction() as cur:
        cur.execute(
            "insert into profiles values ('district', 'shape', 'sessions', 'code', 'ZQ', 'delivered', now(), 'tester')"
        )
    return opened


def answers(opened: Store) -> list[tuple[str, str]]:
    with opened.cursor() as cur:
        return cur.execute("select subject, answer from profiles").fetchall()


def test_an_answer_is_changed_then_forgotten(open_page: Open) -> None:
    opened = learn()
    app = open_page("definitions")
    app.session_state["settings_tab"] = "Answers learnt"
    app.run()
    app.selectbox(key="learnt_choice").select_index(0).run()
    app.text_input(key="learnt_answer_0").input("missed:student_absent")
    next(button for button in app.button if button.label == "Change it").click().run()
    assert not app.exception
    assert answers(opened) == [("ZQ", "missed:student_absent")]
    app.selectbox(key="learnt_choice").select_index(0).run()
    next(button for button in app.button if button.label.startswith("Forget it")).click().run()
    assert not app.exception
    assert answers(opened) == []
