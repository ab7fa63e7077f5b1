"""Runs the scripts on the connection handed in, inside the transaction its owner began."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
context.run_migrations()
