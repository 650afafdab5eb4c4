"""Whether a text is in Chinese: the rules that read statements know no other language, and would read nonsense."""

import re

from lantu.errors import UnknownLanguage

_SAMPLE = 3000  # characters that tell of most documents
_MOST = 0.3  # share of Chinese characters in them that leaves no doubt
_LETTERS = 40  # of other scripts that a text in another language has at least
_LEAST = 0.05  # share of Chinese characters among the letters of a Chinese document, English terms and all
_KANA = 0.15  # share of kana among the characters of a Japanese document
_FEW_KANA = 6
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_KANA_SIGN = re.compile(r"[\u3041-\u30fa]")
_OTHER = re.compile(r"[^\W\d_\u3400-\u9fff\U00020000-\U0003ffff]")


def check_language(name: str, text: str) -> None:
    """Raise UnknownLanguage for a text that is mostly in another language; a short one, or one of figures, may be any."""
    sample = text[:_SAMPLE]
    if len(_HAN.findall(sample)) > _MOST * len(sample) and not _KANA_SIGN.search(sample):
        return
    han, kana, other = (len(script.findall(text)) for script in (_HAN, _KANA_SIGN, _OTHER))
    if (other >= _LETTERS and han < _LEAST * (han + other)) or (kana >= _FEW_KANA and kana > _KANA * (kana + han)):
        raise UnknownLanguage(
            f"{name}：几乎没有中文，Lantu 只读中文文件；请给出中文文本，或检查是否选错了文件",
            f"{name}: hardly any Chinese in it, and Lantu reads Chinese only; give the Chinese text, or check the file",
        )
