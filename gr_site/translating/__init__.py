"""The translators' report: how much of each network is translated to each language."""
