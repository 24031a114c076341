"""The admin's "Importera sida": text or file of an old page, then a preview, and only then a draft."""
