"""Demo content for showing and trying the site: GR's real networks with made-up people, as data in ``content/``.

The networks' names, areas, relations and years are real. Texts, people and meeting dates are made up.
"""
