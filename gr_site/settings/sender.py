"""Reads the setting for who letters are from. Pure."""


def sender(text: str) -> str:
    """``text``, such as ``GR:s nätverk <natverk@example.org>``, as an address that a letter can have.

    A colon, comma or full stop in a name means something else unless the name is quoted (RFC 5322, section 3.4).
    """
    name, bracket, address = text.rpartition("<")
    name = name.strip().removeprefix('"').removesuffix('"').replace("\\", "").replace('"', "")
    return f'"{name}" <{address}' if bracket and name else text.strip()
