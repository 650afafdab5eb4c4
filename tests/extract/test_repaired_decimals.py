"""A decimal place that a scan gave as a letter."""

import pytest

from tests.extract.say import said


@pytest.mark.parametrize("printed", ["7．l", "7.l", "7.I"])
def test_a_letter_after_the_point_is_the_digit_it_looks_like(printed: str) -> None:
    """The decimal of 增长7．l% is a one."""
    assert said(f"外贸进出口总额增长{printed}%。") == said("外贸进出口总额增长7.1%。") != []
