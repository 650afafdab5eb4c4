"""`lantu serve`: the pages on this machine, until Ctrl-C."""

import os
from collections.abc import Callable

from lantu.errors import CannotServe

HOST = "127.0.0.1"


def serve(port: int, told: Callable[[str], None]) -> None:
    """Serve the open ledger on the loopback address. `told` hears the address.

    Ends with Ctrl-C. Raises CannotServe for a port that is taken.
    """
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415 - wants the settings
    from waitress.server import create_server  # noqa: PLC0415 - other verbs do without

    from lantu.web.entry import worker  # noqa: PLC0415 - wants the settings

    try:
        server = create_server(get_wsgi_application(), host=HOST, port=port, threads=8, ident=None)
    except OSError as error:
        raise CannotServe(
            f"端口 {port} 不能用（{os.strerror(error.errno or 0)}）：可能已有一个 lantu serve 在运行；用 --port 换一个。",
            f"Port {port} cannot be used ({os.strerror(error.errno or 0)}): perhaps a lantu serve is running; choose another with --port.",
        ) from error
    worker.start()
    told(f"http://{HOST}:{port}/")
    server.run()
