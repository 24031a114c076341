"""The list of networks: its filters, its rows and their order."""
