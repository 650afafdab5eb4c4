import pytest

from lantu.registers import linking


@pytest.mark.parametrize(
    "text", ["区人大会议秘书处2022年12月20日印", "共印300份", "抄送:市委办公室", "（此件公开发布）", "2021年3月1日印发"]
)
def test_a_print_line_is_imprint(text: str) -> None:
    assert linking.load().is_imprint(text)


@pytest.mark.parametrize("text", ["2022年12月20日召开会议", "印制手册300份", "生态"])
def test_text_is_no_imprint(text: str) -> None:
    assert not linking.load().is_imprint(text)
