"""`make load`: a PostgreSQL ledger of a province's size, gunicorn with two processes, fifty readers for a minute.

Run under tools/with_postgres.sh. Prints how long each page took, and how many of each there are in a second when
nobody pauses. Ends with 1 if a page was an error; says so where the 95th of 100 pages took 200 ms or longer.
"""

import argparse
import asyncio
import os
import resource
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from random import Random
from urllib.parse import quote, urlencode

from lantu import store
from tools.load import readers

_SHARES = {"overview": 1, "target": 2, "search": 1}
_SEED = 20261124
_WANTED = 0.2  # seconds: the 95th of 100 pages is faster
_WORDS = (
    "地区生产总值", "粮食", "居民人均可支配收入", "城镇新增就业", "水", "一般公共预算", "固定资产投资", "森林覆盖率", "研发经费", "单位GDP能耗",
    "高新技术企业", "城镇化率", "养老", "增长8%", "外贸进出口", "预计",
)  # fmt: skip


def main() -> int:
    """Fill, serve, read, say."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--short", action="store_true", help="few places and seconds: that it works")
    short: bool = options.parse_args().short
    if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
        sys.exit("load: DATABASE_URL names no PostgreSQL: sh tools/with_postgres.sh python -m tools.load")
    os.environ["DJANGO_SETTINGS_MODULE"] = "lantu.web.settings"
    with tempfile.TemporaryDirectory(prefix="lantu-load.") as home:
        os.environ["LANTU_HOME"] = home
        store.open_ledger()
        pages = _filled(short=short)
        with _served(Path(home)) as port:
            return _measured(port, pages, short=short)


def _filled(*, short: bool) -> Mapping[str, readers.Draw]:
    """Fill the ledger; how the address of each kind of page is drawn."""
    from django.db import connection  # noqa: PLC0415 - wants the set-up

    from lantu.store import models  # noqa: PLC0415 - as above
    from tools.load import fill  # noqa: PLC0415 - as above

    begun = time.monotonic()
    if not models.Place.objects.exists():  # a ledger that is filled already is measured as it is
        fill.fill(fill.SHORT if short else fill.WHOLE)
    said = ", ".join(
        f"{table.objects.count():,} {name}"
        for name, table in (
            ("statements", models.Statement), ("sentences", models.Sentence), ("documents", models.Document),
            ("places", models.Place), ("targets", models.TargetPage),
        )
    )  # fmt: skip
    print(f"filled in {time.monotonic() - begun:.0f} s: {said}", flush=True)
    places = list(models.Place.objects.values_list("code", flat=True))
    targets = list(models.TargetPage.objects.order_by("pk").values_list("key", flat=True))
    connection.close()

    def search(random: Random) -> str:
        """Of one place; every fourth of all places."""
        place = "" if random.random() < 0.25 else random.choice(places)
        return "/search?" + urlencode({"q": random.choice(_WORDS), "place": place})

    return {
        "overview": lambda random: f"/places/{quote(random.choice(places))}/",
        "target": lambda random: f"/targets/{quote(random.choice(targets))}",
        "search": search,
    }


@contextmanager
def _served(home: Path) -> Iterator[int]:
    """Gunicorn with two processes on a free port of the loopback address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [
        sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "--workers", "2", "--no-control-socket",
        "--log-level", "warning", "lantu.web.wsgi:application",
    ]  # fmt: skip
    environment = {**os.environ, "LANTU_SECRET_KEY": "of this measurement", "LANTU_HOME": str(home)}
    with subprocess.Popen(command, env=environment) as process:  # noqa: S603 - our own command
        try:
            _wait(port, process)
            yield port
        finally:
            process.terminate()


def _wait(port: int, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    sys.exit("load: gunicorn does not answer")


def _measured(port: int, pages: Mapping[str, readers.Draw], *, short: bool) -> int:
    number, seconds, hurry = (10, 3.0, 0.5) if short else (50, 60.0, 10.0)
    asyncio.run(
        readers.read(port, 4, 1 if short else 5, pages, shares=_SHARES, seed=_SEED + 1)
    )  # the processes have started
    spent = time.process_time()
    seen = asyncio.run(readers.read(port, number, seconds, pages, shares=_SHARES, seed=_SEED))
    spent = time.process_time() - spent
    print(
        f"{number} readers for {seconds:.0f} s, 1 s between pages; they themselves took {spent:.1f} s of a core; load of the machine {os.getloadavg()[0]:.1f}"
    )
    print(f"{'page':10}{'pages':>8}{'p50 ms':>9}{'p95 ms':>9}{'max ms':>9}")
    slow = []
    for kind in _SHARES:
        took = sorted(seen.took.get(kind, [0.0]))
        p95 = _share(took, 0.95)
        print(f"{kind:10}{len(took):8}{_share(took, 0.5) * 1000:9.0f}{p95 * 1000:9.0f}{took[-1] * 1000:9.0f}")
        slow += [kind] if p95 >= _WANTED else []
    errors = list(seen.errors)
    for kind in _SHARES:
        rate, hurried = asyncio.run(readers.saturate(port, 8, hurry, pages[kind], seed=_SEED))
        print(f"{kind}: {rate:.0f} pages/s at saturation")
        errors += hurried.errors
    return _said(slow, errors)


def _share(took: list[float], share: float) -> float:
    """The time that such a share of the pages did not exceed; `took` in order."""
    return took[min(len(took) - 1, int(share * len(took)))]


def _said(slow: list[str], errors: list[str]) -> int:
    if slow:
        print(f"NOT under {_WANTED * 1000:.0f} ms at the 95th of 100 pages: {', '.join(slow)}")
    print(
        f"{len(errors)} errors; memory of the readers {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB"
    )
    for error in errors[:10]:
        print(f"  {error}")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
