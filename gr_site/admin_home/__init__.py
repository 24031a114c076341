"""What an editor meets first: three things to do, each one choice away, and a short guide."""
