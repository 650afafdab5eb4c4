#!/bin/sh
# Runs a command with DATABASE_URL naming a PostgreSQL server of its own, which is gone afterwards.
#   sh tools/with_postgres.sh .venv/bin/pytest tests/store
# The server listens on a socket in a folder of its own, not on the network. It refuses root, so that root becomes `postgres`.
set -eu

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
[ -n "$bin" ] || ! command -v initdb >/dev/null 2>&1 || bin=$(dirname "$(command -v initdb)")
if [ -z "$bin" ]; then
    echo "with_postgres: no PostgreSQL server here. Install it: sudo apt-get install postgresql" >&2
    exit 1
fi

here=$(mktemp -d /tmp/lantu-postgres.XXXXXX)
if [ "$(id -u)" -eq 0 ]; then
    chown postgres "$here"
    as() { runuser -u postgres -- "$@"; }
else
    as() { "$@"; }
fi
cd "$here" # a folder that the server's user may read
stop() {
    as "$bin/pg_ctl" -D "$here/data" -m immediate stop >/dev/null 2>&1 || true
    rm -rf "$here"
}
trap stop EXIT
trap 'exit 130' INT TERM

as "$bin/initdb" -D "$here/data" -U lantu -E UTF8 --locale=C.UTF-8 -A trust >"$here/initdb.log" 2>&1 || { cat "$here/initdb.log" >&2; exit 1; }
as "$bin/pg_ctl" -D "$here/data" -w -l "$here/server.log" -o "-k $here -c listen_addresses='' -c fsync=off" start >/dev/null \
    || { cat "$here/server.log" >&2; exit 1; }
as "$bin/createdb" -h "$here" -U lantu lantu

cd "$OLDPWD"
DATABASE_URL="postgres://lantu@$(printf %s "$here" | sed 's|/|%2F|g')/lantu" "$@"
