"""Stands before the package of this name, whose import compiles 39 grammars: three seconds in each process that draws.

JupyterLab installs it, and jsonschema, which Altair imports, checks internationalised addresses by it where it is there.
No schema of a chart, of a notebook or of a timeline holds such an address.
"""

raise ImportError("left out, as where JupyterLab is not installed")
