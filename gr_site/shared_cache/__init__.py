"""What several web servers keep together in Redis. The setting CACHE_URL turns it on."""
