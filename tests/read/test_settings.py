from pathlib import Path

import pytest

from lantu.errors import BadSettings, MissingFile
from lantu.model import Kind, Period, Version
from lantu.read import read_bytes
from lantu.read.settings import Settings, read_settings


def settings(tmp_path: Path, text: str) -> Settings:
    path = tmp_path / "lantu.toml"
    path.write_text(text, encoding="utf-8")
    return read_settings(path)


def test_values_set_by_hand_take_their_place_and_are_named(tmp_path: Path) -> None:
    told = settings(
        tmp_path,
        '["a.txt"]\nkind = "plan_report"\nplace = "350104"\nreporting_year = 2022\nplanning_year = 2023\n'
        'date = 2022-12-21\nplan_period = "2021-2025"\n',
    )
    front = read_bytes("a.txt", "一些文字。".encode(), settings=told).front
    assert (front.kind, front.reporting_year, front.planning_year) == (Kind.PLAN_REPORT, 2022, 2023)
    assert (front.date, front.plan_period) == ("2022-12-21", Period("2021-2025"))
    assert front.place is not None
    assert front.place.code == "350104"
    assert front.by_hand == {"kind", "place", "reporting_year", "planning_year", "date", "plan_period"}


def test_version_days_and_words_set_by_hand(tmp_path: Path) -> None:
    told = settings(
        tmp_path,
        '["a.txt"]\nplace = "320583-周庄镇"\nversion = "adopted"\nreported = 2021-01-13\nadopted = "2021-01-16"\n'
        'title = "规划"\nissuer = "某市人民政府"\nmeeting = "某市第一届人民代表大会第一次会议"\n',
    )
    front = read_bytes("a.txt", "一些文字。".encode(), settings=told).front
    assert front.place is not None
    assert (front.place.name, front.place.parent) == ("周庄镇", "320583")
    assert (front.version, front.reported, front.adopted) == (Version.ADOPTED, "2021-01-13", "2021-01-16")
    assert (front.title, front.issuer, front.meeting) == ("规划", "某市人民政府", "某市第一届人民代表大会第一次会议")


def test_other_files_are_untouched(tmp_path: Path) -> None:
    told = settings(tmp_path, '["a.txt"]\nreporting_year = 2022\n')
    assert read_bytes("b.txt", "一些文字。".encode(), settings=told).front.by_hand == frozenset()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('["a.txt"]\nknd = "news"\n', "knd"),
        ('["a.txt"]\nkind = "newspaper"\n', "plan_report"),
        ('["a.txt"]\nplace = "福州"\n', "六位"),
        ('["a.txt"]\nplace = "999999"\n', "六位"),
        ('["a.txt"]\nreporting_year = "2022"\n', "四位年份"),
        ('["a.txt"]\nreporting_year = 22\n', "四位年份"),
        ('["a.txt"]\ndate = "2022-13-01"\n', "日期"),
        ('["a.txt"]\nversion = "final"\n', "adopted"),
        ('["a.txt"]\nissuer = 3\n', "引号"),
        ('["a.txt"]\nplan_period = "2021"\n', "2021-2025"),
        ('kind = "news"\n', "不是表"),
        ("[a.txt\n", "TOML"),
    ],
)
def test_mistakes_name_file_key_and_what_is_allowed(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match=said) as caught:
        settings(tmp_path, text)
    assert "lantu.toml" in caught.value.en


def test_no_settings_file(tmp_path: Path) -> None:
    with pytest.raises(MissingFile):
        read_settings(tmp_path / "lantu.toml")
