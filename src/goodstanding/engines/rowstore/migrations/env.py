"""How does Alembic reach the database? Through the connection that the program hands it."""

from alembic import context

from goodstanding.engines.rowstore.schema import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
with context.begin_transaction():
    context.run_migrations()
