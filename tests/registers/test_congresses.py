from lantu.registers import congresses


def test_a_session_of_the_nations_congress_has_its_month() -> None:
    assert congresses.opened(1, 1) == (1954, 9)
    assert congresses.opened(5, 1) == (1978, 2)
    assert congresses.opened(13, 3) == (2020, 5)
    assert congresses.opened(3, 2) is None


def test_the_report_for_a_year_is_heard_in_its_first_half_or_late_in_the_year_before() -> None:
    assert congresses.hearing(2007) == (2007, 3)
    assert congresses.hearing(1981) == (1980, 8)
    assert congresses.hearing(1970) is None


def test_the_years_of_sessions_and_of_the_party_s_congresses() -> None:
    assert congresses.held_in(1981) == (1981, 11)
    assert congresses.held_in(1976) is None
    assert (congresses.party(11), congresses.party(20), congresses.party(7)) == (1977, 2022, None)
