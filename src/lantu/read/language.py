"""Whether a text is in Chinese: the rules that read statements know no other language, and would read nonsense."""

import re

from lantu.errors import UnknownLanguage

_SAMPLE = 3000  # characters that tell of most documents
_MOST = 0.3  # share of Chinese characters in them that leaves no doubt
_LETTERS = 40  # of other scripts that a text in another language has at least
_LEAST = 0.05  # share of Chinese characters among the letters of a Chinese document, English terms and all
_FOREIGN = 0.15  # share of kana or Korean letters among the characters of a Japanese or Korean document
_JAPANESE = 0.02  # share of characters that only Japan writes so, where a table or a law has next to no kana
_FEW = 6
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_KANA = re.compile(r"[\u3041-\u30fa]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
# in neither the simplified nor the traditional standard
_OF_JAPAN = re.compile(
    "[経済発対気図圏広労働総実駅検観鉄売変応戦団辺込県円栄覚択沢訳釈駆齢焼壊帯歩毎拠拡権営恵雑従縦渋渓験険様塩顕廃抜仏払児蔵臓転霊囲価仮楽関歓巻挙郷軽継厳賛斉摂銭専荘騒続単弾遅庁聴闘読縄悩脳拝満黙薬揺頼覧両塁]"
)
_OTHER = re.compile(r"[^\W\d_\u3400-\u9fff\U00020000-\U0003ffff]")


def check_language(name: str, text: str) -> None:
    """Raise UnknownLanguage for a text that is mostly in another language; a short one, or one of figures, may be any."""
    sample = text[:_SAMPLE]
    plainly = len(_HAN.findall(sample)) > _MOST * len(sample)
    if plainly and not _KANA.search(sample) and not _HANGUL.search(sample) and len(_OF_JAPAN.findall(sample)) < _FEW:
        return
    han, other = len(_HAN.findall(text)), len(_OTHER.findall(text))
    if _is_japanese(text, han):
        raise _refused(name, "这是日文", "it is in Japanese")
    if _is_korean(text, han):
        raise _refused(name, "这是朝鲜文（韩文）", "it is in Korean")
    if other >= _LETTERS and han < _LEAST * (han + other):
        raise _refused(name, "几乎没有中文", "hardly any Chinese in it")


def _is_japanese(text: str, han: int) -> bool:
    kana, own = len(_KANA.findall(text)), len(_OF_JAPAN.findall(text))
    return (kana >= _FEW and kana > _FOREIGN * (kana + han)) or (own >= _FEW and own > _JAPANESE * han)


def _is_korean(text: str, han: int) -> bool:
    """Whether a text is in Korean, its Chinese characters and all: a text in both languages has lines in Chinese alone."""
    hangul = len(_HANGUL.findall(text))
    if hangul < _FEW // 2 or hangul <= _FOREIGN * (hangul + han):
        return False
    chinese = sum(len(_HAN.findall(line)) for line in text.splitlines() if not _HANGUL.search(line))
    return 2 * chinese <= han


def _refused(name: str, zh: str, en: str) -> UnknownLanguage:
    return UnknownLanguage(
        f"{name}：{zh}，Lantu 只读中文文件；请给出中文文本，或检查是否选错了文件",
        f"{name}: {en}, and Lantu reads Chinese only; give the Chinese text, or check the file",
    )
