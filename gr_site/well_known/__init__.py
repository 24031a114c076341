"""What programs ask a site for at addresses that never vary: robots.txt, security.txt and the web manifest."""
