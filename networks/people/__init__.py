"""People: the legal basis for showing a name, and how a person who asks for it is removed everywhere."""
