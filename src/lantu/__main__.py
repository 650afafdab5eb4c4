"""Where the command starts: an interruption while the program is still loading ends it as quietly as a later one."""

import sys


def main() -> int:
    """Load the command and run one verb; the exit status."""
    try:
        from lantu.cli import main as run  # noqa: PLC0415 - loading is what may be interrupted

        return run()
    except KeyboardInterrupt:
        sys.stderr.write("已中断 · interrupted\n")
        return 130


if __name__ == "__main__":
    sys.exit(main())
