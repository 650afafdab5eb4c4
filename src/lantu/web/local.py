"""Until there are accounts, the pages are for whoever sits at this machine, and for nobody else."""

from collections.abc import Callable, Iterator
from ipaddress import ip_address

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden


def only_this_machine(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware that refuses every request which does not come over the loopback address.

    Nor one that a proxy on this machine passes on for another: what it says of whom it asks for must be loopback too.
    """

    def answered(request: HttpRequest) -> HttpResponse:
        if not all(map(_is_loopback, _senders(request))):
            return HttpResponseForbidden(
                "只供本机使用：请在运行 lantu serve 的机器上打开。 · For this machine alone.",
                "text/plain; charset=utf-8",
            )
        return answer(request)

    return answered


def _senders(request: HttpRequest) -> Iterator[str]:
    """The address that a request comes from, and those that it says it was passed on for."""
    yield request.META.get("REMOTE_ADDR", "")
    for name in ("HTTP_X_FORWARDED_FOR", "HTTP_X_REAL_IP", "HTTP_FORWARDED"):
        if said := request.META.get(name):
            yield from (each.strip() for each in said.split(","))


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False
