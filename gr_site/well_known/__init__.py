"""Files that programs expect at fixed addresses: robots.txt, security.txt and the web manifest."""
