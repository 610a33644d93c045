"""Events as marks in rows, for the chart and the page."""
