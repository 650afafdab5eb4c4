"""The index of the words of sentences: SQLite's FTS5, PostgreSQL's tsvector, each kept in step by the database itself."""

from typing import ClassVar

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_COMES = "INSERT INTO store_sentence_words(rowid, indexed) VALUES (new.id, new.indexed)"
_GOES = "INSERT INTO store_sentence_words(store_sentence_words, rowid, indexed) VALUES ('delete', old.id, old.indexed)"
_INDEX = {
    "sqlite": (
        "CREATE VIRTUAL TABLE store_sentence_words USING fts5(indexed, content='store_sentence', content_rowid='id')",
        f"CREATE TRIGGER store_sentence_comes AFTER INSERT ON store_sentence BEGIN {_COMES}; END",
        f"CREATE TRIGGER store_sentence_goes AFTER DELETE ON store_sentence BEGIN {_GOES}; END",
        "INSERT INTO store_sentence_words(store_sentence_words) VALUES ('rebuild')",
    ),
    "postgresql": (
        "ALTER TABLE store_sentence ADD COLUMN words tsvector GENERATED ALWAYS AS (to_tsvector('simple', indexed)) STORED",
        "CREATE INDEX store_sentence_words ON store_sentence USING gin(words)",
    ),
}
_DROP = {
    "sqlite": (
        "DROP TRIGGER store_sentence_comes",
        "DROP TRIGGER store_sentence_goes",
        "DROP TABLE store_sentence_words",
    ),
    "postgresql": ("ALTER TABLE store_sentence DROP COLUMN words",),
}


def _make(_: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    for command in _INDEX[editor.connection.vendor]:
        editor.execute(command)


def _drop(_: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    for command in _DROP[editor.connection.vendor]:
        editor.execute(command)


class Migration(migrations.Migration):
    """After the table of sentences."""

    dependencies: ClassVar = [("store", "0001_initial")]
    operations: ClassVar = [migrations.RunPython(_make, _drop)]
