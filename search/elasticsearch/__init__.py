"""Search with Elasticsearch: the same rows as the database's search, with our own analysis of Swedish.

The database is always right, and Elasticsearch may be unavailable at any time. ``queue`` records, in the transaction
of each change, what Elasticsearch has not received yet, and Elasticsearch is asked only while the queue is empty.
"""
