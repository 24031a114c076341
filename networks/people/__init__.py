"""People: on what ground a name is shown, and how a person is removed everywhere when she asks for it."""
