"""One question to a language model behind an OpenAI-compatible address: the only place that uses the network."""

import http.client
import json
import urllib.error
import urllib.request
from typing import IO, Any

from lantu.errors import SecondReaderFailed
from lantu.extract.endpoint import Endpoint

_LONGEST_ANSWER = 4_000_000
_BAD_ANSWER = ("答复不是 chat/completions 的格式", "its answer is not in the form of chat/completions")


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
