"""The admin's "Importera sida": the text or file of an old page, a preview, and only then a draft."""
