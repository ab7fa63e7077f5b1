"""What the first save needs, loaded before anybody waits for it."""


def prepare_saving() -> None:
    """Imports SQLAlchemy, the tables and what writes to them, makes their statements, asks for the machine's name.

    It takes half a second, once. Safe off the window's thread, opens no file. Who saves meanwhile waits for the rest
    of it, as for any import.
    """
    from perftrack.persistence import cells, inverse, unit_of_work  # noqa: F401 - loading them is the purpose
    from perftrack.persistence.shapes import shapes
    from perftrack.services.workspace import origin

    shapes()
    origin(None)
