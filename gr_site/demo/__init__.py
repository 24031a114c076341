"""A site to show and to try: GR's real networks with made-up people, kept as data in ``content/``.

Names, areas, relations and years are facts; texts, people and meeting dates are the demo's own.
"""
