"""Charts, as Plotly figures or as text of the page: their shapes, their colours, what they say."""
