"""What is slow the first time, done before the first visitor."""

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
