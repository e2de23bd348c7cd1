"""What is slow the first time, done before the first visitor."""

import gc
import importlib

from data.ingest import readers

_LIBRARIES = (
    "pandas",
    "plotly.io",
    "plotly.tools",
    "plotly.validators",
    "pyarrow",
    "streamlit.column_config",
    "xlsxwriter",
)


def up() -> None:
    """Import the libraries that pages use, draw one empty figure, and have a reader of uploads waiting."""
    readers.keep_warm()
    for name in _LIBRARIES:
        importlib.import_module(name)
    import plotly.io
    import plotly.tools

    figure = plotly.tools.return_figure_from_figure_or_data(
        {"data": [{"type": "bar", "x": [1]}], "layout": {"template": {}}}, validate_figure=True
    )
    plotly.io.to_json(figure, validate=False)


def settle() -> None:
    """Set apart what is in memory by now, since it stays: Streamlit looks for garbage after each run, through all that isn't,
    which takes 8 ms when pages have been made and 1 when they are set apart too."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
