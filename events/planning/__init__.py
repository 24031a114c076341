"""Next year's meetings from this year's: proposed, adjusted in one table, saved as preliminary, confirmed later."""
