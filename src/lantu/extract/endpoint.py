"""One question to a language model behind an OpenAI-compatible address: the only place that uses the network."""

import http.client
import json
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from typing import IO, Any

from lantu.errors import BadRequest, SecondReaderFailed

_PATH = "/chat/completions"
_LONGEST_ANSWER = 4_000_000
_BAD_ANSWER = ("答复不是 chat/completions 的格式", "its answer is not in the form of chat/completions")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An address (`http://127.0.0.1:8080/v1`), the name of a model there, the key if one is wanted, seconds to wait."""

    url: str
    model: str
    key: str = field(default="", repr=False)
    timeout: float = 120

    def __post_init__(self) -> None:
        if not self.url.startswith(("http://", "https://")):
            raise BadRequest(
                f"{self.url}：不是网址；--second-reader 写作 http://127.0.0.1:8080/v1",
                f"{self.url}: no address; write --second-reader http://127.0.0.1:8080/v1",
            )

    @property
    def address(self) -> str:
        """Where questions are sent."""
        base = self.url.rstrip("/")
        if base.endswith(_PATH):
            return base
        return base + _PATH if base.endswith("/v1") else f"{base}/v1{_PATH}"


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """The text and the key go to the address that was given and to no other."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: http.client.HTTPMessage, newurl: str
    ) -> None:  # fmt: skip
        """Follow nothing: a redirection is an error like any other status."""


_OPENER = urllib.request.build_opener(_NoRedirect)


def ask(endpoint: Endpoint, rules: str, question: str) -> str:
    """What the model answers, at temperature 0. Raises SecondReaderFailed, in one line, for whatever goes wrong."""
    try:
        with _OPENER.open(_request(endpoint, rules, question), timeout=endpoint.timeout) as answer:
            raw = answer.read(_LONGEST_ANSWER)
    except urllib.error.HTTPError as error:
        raise _failed(endpoint, f"答以 HTTP {error.code}", f"it answered HTTP {error.code}") from error
    except TimeoutError as error:
        raise _slow(endpoint) from error
    except urllib.error.URLError as error:
        if isinstance(error.reason, TimeoutError):
            raise _slow(endpoint) from error
        raise _failed(endpoint, f"连不上（{error.reason}）", f"it cannot be reached ({error.reason})") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise _failed(endpoint, f"连接中断（{error}）", f"the connection broke ({error})") from error
    return _content(endpoint, raw)


def _request(endpoint: Endpoint, rules: str, question: str) -> urllib.request.Request:
    messages = [{"role": "system", "content": rules}, {"role": "user", "content": question}]
    body = {"model": endpoint.model, "temperature": 0, "stream": False, "messages": messages}
    headers = {"Content-Type": "application/json"}
    if endpoint.key:
        headers["Authorization"] = f"Bearer {endpoint.key}"
    return urllib.request.Request(  # noqa: S310 - Endpoint takes http and https alone
        endpoint.address, json.dumps(body, ensure_ascii=False).encode(), headers, method="POST"
    )


def _content(endpoint: Endpoint, raw: bytes) -> str:
    try:
        told: Any = json.loads(raw)
        content = told["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise _failed(endpoint, *_BAD_ANSWER) from error
    if not isinstance(content, str):
        raise _failed(endpoint, *_BAD_ANSWER)
    return content


def _slow(endpoint: Endpoint) -> SecondReaderFailed:
    return _failed(endpoint, f"{endpoint.timeout} 秒内没有答复", f"it did not answer within {endpoint.timeout} seconds")


def _failed(endpoint: Endpoint, zh: str, en: str) -> SecondReaderFailed:
    return SecondReaderFailed(
        f"第二读者 {endpoint.address}：{zh}。请检查 --second-reader 和 --model；不用第二读者，结果照样完整。",
        f"Second reader {endpoint.address}: {en}. Check --second-reader and --model; nothing is lacking without it.",
    )
