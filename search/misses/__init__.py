"""Weak searches: what found nothing, only a guess, or what nobody followed."""
