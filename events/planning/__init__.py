"""Plans next year's meetings from this year's: propose, adjust in a table, save as preliminary, confirm later."""
