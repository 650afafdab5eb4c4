"""The files that are given, and those that lie beside them."""

import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path


def hash_of(path: Path) -> str:
    """The hash of a file; of one that cannot be read nothing."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def beside(paths: Iterable[Path], registers: Path | None, name: str) -> list[Path]:
    """The files of that name beside the documents and in the folder `registers`, each once."""
    folders = [*(path.parent for path in paths), *([registers] if registers else [])]
    held = [folder for folder in folders if is_file(folder / name)]
    return [Path(folder) / name for folder in dict.fromkeys(map(os.path.realpath, held))]  # one may have two names


def is_file(path: Path) -> bool:
    """Whether a file is there and may be asked for."""
    return os.path.isfile(path)  # noqa: PTH113 - Path.is_file raises in a closed folder
