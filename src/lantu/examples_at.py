"""The example that comes with Lantu: where its documents lie."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

from lantu.errors import NothingToDo

_READ = frozenset({".md", ".txt", ".html"})
_CHECKOUT = Path(__file__).parents[2]


@contextmanager
def example_paths() -> Iterator[list[Path]]:
    """The example's documents, where Lantu is installed or checked out. Raises NothingToDo where they are missing."""
    with as_file(files("lantu") / "examples" / "cangshan") as shipped:
        folder = shipped if shipped.is_dir() else _CHECKOUT / "examples" / "cangshan"
        found = (
            sorted(p for p in folder.iterdir() if p.suffix in _READ and p.stem != "README") if folder.is_dir() else []
        )
        if not found:
            raise NothingToDo("示例文件缺失：请重新安装。", "The example files are missing: install Lantu again.")
        yield found
