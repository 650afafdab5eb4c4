"""Until there are accounts, the pages are for whoever sits at this machine, and for nobody else."""

from collections.abc import Callable
from ipaddress import ip_address

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden


def only_this_machine(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware that refuses every request which does not come over the loopback address."""

    def answered(request: HttpRequest) -> HttpResponse:
        if not _is_loopback(request.META.get("REMOTE_ADDR", "")):
            return HttpResponseForbidden(
                "只供本机使用：请在运行 lantu serve 的机器上打开。 · For this machine alone.",
                "text/plain; charset=utf-8",
            )
        return answer(request)

    return answered


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False
