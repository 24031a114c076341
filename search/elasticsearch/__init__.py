"""Search on Elasticsearch: the same rows as the database's search, read by Swedish analysis of our own.

The database is always right and Elasticsearch may be away at any time. ``queue`` remembers in the transaction of each
change what Elasticsearch has not been told, and ``candidates`` answers only while nothing waits there.
"""
