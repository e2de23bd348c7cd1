"""Load against capacity by provider and school; FTE needed; a suggested rebalancing."""

from functools import partial

import streamlit as st

from analytics import caseload
from ui.caseloads import blocks, load_drawings, plans, staff_columns, whatif
from ui.handouts import packets
from ui.parts import messages, page, tables
from ui.shell import drill

view = page.start("caseloads")
policy = page.policies(view)
colours = page.colours()
about = partial(page.about, view)
if not view.loaded.lines:
    messages.no_mandates("The work of each provider follows from the service lines.")
    st.stop()

providers = view.figure(caseload.providers)
page.answer(blocks.answer(providers, policy), view)
page.facts(blocks.facts(providers, policy))
if providers["utilisation"].isna().all():
    messages.no_staff_list()

drawing = load_drawings.loads(providers, colours, about=about("Hours of work a week that the lines in force require"))
page.draw(drawing, key="loads", otherwise="No line in force requires work on this day.")

st.subheader("By provider", anchor=False, help="Choose a row to see that provider everywhere.")
ordered = providers.sort_values("utilisation", ascending=False, na_position="last")
tables.show(
    page.in_words(ordered),
    staff_columns.caseloads(ordered),
    key="caseloads",
    alt="Load and capacity by provider",
    about=about("Load against capacity"),
    on_pick=partial(drill.into, ordered, "provider_id"),
)
packets.button(view)

whole = view.of_all()  # who moves where is a question of the whole district, whatever is chosen
page.panels("more_caseloads", {
    "Who is where: provider and school": partial(blocks.sites, view, providers),
    "FTE needed by service and zone": partial(blocks.fte, view),
    "What if: leave, vacancy, another FTE, lines that change hands": partial(whatif.show, whole, colours),
    "A suggested rebalancing": partial(plans.suggest, whole, colours),
})  # fmt: skip
