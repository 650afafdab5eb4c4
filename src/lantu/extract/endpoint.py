"""Where a language model is asked: an OpenAI-compatible address."""

from dataclasses import dataclass, field

from lantu.errors import BadRequest

_PATH = "/chat/completions"


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
