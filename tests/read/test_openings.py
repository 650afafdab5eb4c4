"""Short openings of every level and decade, with the front matter that a reader would write down."""

import pytest

from lantu.model import Front
from lantu.read import read_bytes


def front(text: str) -> Front:
    return read_bytes("a.txt", text.replace("|", "\n\n").encode()).front


BODY = "|各位代表：|现将有关情况报告如下，请予审议。"
PLAN = "|第一章 发展基础|经济总量持续扩大，人民生活不断改善。|第二章 主要目标|地区生产总值年均增长6%。"
LETTER = "|各区人民政府，市政府各部门：|现将方案印发给你们，请认真贯彻执行。"


def say(front: Front) -> dict[str, str | None]:
    """The front matter in short words."""
    return {
        "kind": front.kind.value,
        "place": front.place.code if front.place else None,
        "date": front.date,
        "reported": front.reported,
        "adopted": front.adopted,
        "period": front.plan_period.code if front.plan_period else None,
        "version": front.version.value,
        "meeting": front.meeting,
        "issuer": front.issuer,
        "years": f"{front.reporting_year}/{front.planning_year}",
    }


OPENINGS: list[tuple[str, dict[str, str | None]]] = [
    # the nation
    ("政府工作报告|——1954年9月23日在第一届全国人民代表大会第一次会议上|国务院总理 某某" + BODY,
     {"kind": "work_report", "place": "100000", "date": "1954-09-23", "reported": "1954-09-23", "meeting": "第一届全国人民代表大会第一次会议"}),
    ("各位代表：|我代表国务院，向第二届全国人民代表大会第二次会议作政府工作报告，请予审议。|过去一年，生产发展。",
     {"kind": "work_report", "place": "100000", "date": "1960-03", "years": "1959/1960"}),
    ("各位代表：|我代表国务院，向第五届全国人民代表大会第一次会议作政府工作报告，请予审议。",
     {"kind": "work_report", "place": "100000", "date": "1978-02", "meeting": "第五届全国人民代表大会第一次会议"}),
    ("各位代表：|现在，我代表国务院，向七届全国人大三次会议作政府工作报告，请予审议。",
     {"kind": "work_report", "place": "100000", "date": "1990-03", "years": "1989/1990"}),
    ("各位代表：|现在，我代表国务院，向十三届全国人大三次会议报告政府工作，请予审议。",
     {"kind": "work_report", "place": "100000", "date": "2020-05", "years": "2019/2020"}),
    ("各位代表：|我受国务院委托，向全国人民代表大会报告政府工作。|从前年三月第五届全国人民代表大会第一次会议闭幕到我们这次会议召开，已经很久了。",
     {"kind": "work_report", "place": "100000", "date": None, "meeting": None}),
    ("各位代表：|过去的一年，是我国各族人民团结奋斗的一年。|我国工业增长，全国农业丰收，我国外交活跃。", {"kind": "work_report", "place": "100000"}),
    ("关于2015年国民经济和社会发展计划执行情况与2016年国民经济和社会发展计划草案的报告|——2016年3月5日在第十二届全国人民代表大会第四次会议上|国家发展和改革委员会" + BODY,
     {"kind": "plan_report", "place": "100000", "date": "2016-03-05", "version": "draft", "years": "2015/2016", "issuer": "国家发展和改革委员会"}),
    ("中华人民共和国国民经济和社会发展第十二个五年规划纲要|（2011年3月14日第十一届全国人民代表大会第四次会议批准）" + PLAN,
     {"kind": "outline", "place": "100000", "adopted": "2011-03-14", "reported": None, "version": "adopted", "period": "2011-2015"}),
    ("第十二届全国人民代表大会第四次会议关于国民经济和社会发展第十三个五年规划纲要的决议|（2016年3月16日第十二届全国人民代表大会第四次会议通过）|会议决定批准纲要。",
     {"kind": "other", "place": "100000", "version": "adopted", "adopted": "2016-03-16"}),
    ("中共中央关于制定国民经济和社会发展第十个五年计划的建议|（2000年10月11日中国共产党第十五届中央委员会第五次全体会议通过）" + PLAN,
     {"kind": "proposal", "place": "100000", "adopted": "2000-10-11", "version": "adopted", "period": "2001-2005"}),
    # ministries
    ("国家发展改革委关于印发《“十四五”新型城镇化实施方案》的通知|各省、自治区、直辖市发展改革委：|现印发给你们。|国家发展改革委|2022年6月21日",
     {"kind": "other", "place": "100000", "date": "2022-06-21", "period": "2021-2025", "version": "adopted", "issuer": "国家发展改革委"}),
    ("教育部关于某项规划（征求意见稿）公开征求意见的通知|各有关单位：|请于2月底前反馈意见。|教育部|2023年1月10日",
     {"kind": "other", "place": "100000", "date": "2023-01-10", "version": "draft"}),
    # provinces
    ("江苏省国民经济和社会发展第八个五年计划纲要|（1991年3月20日江苏省第七届人民代表大会第四次会议批准）" + PLAN,
     {"kind": "outline", "place": "320000", "period": "1991-1995", "version": "adopted", "meeting": "江苏省第七届人民代表大会第四次会议"}),
    ("四川省人民政府关于印发《四川省国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要》的通知|各市（州）人民政府：|现印发给你们，请贯彻执行。|四川省人民政府|2021年3月16日" + PLAN,
     {"kind": "outline", "place": "510000", "date": "2021-03-16", "issuer": "四川省人民政府", "version": "adopted", "period": "2021-2025"}),
    ("内蒙古自治区国民经济和社会发展第十三个五年规划纲要（草案）|——2016年1月24日在自治区第十二届人民代表大会第四次会议上" + PLAN,
     {"kind": "outline", "place": "150000", "version": "draft", "reported": "2016-01-24", "adopted": None}),
    ("中共青海省委关于制定国民经济和社会发展第十五个五年规划的建议|（2025年11月20日中国共产党青海省第十四届委员会第九次全体会议通过）" + PLAN,
     {"kind": "proposal", "place": "630000", "adopted": "2025-11-20", "issuer": "中共青海省委", "period": "2026-2030"}),
    ("甘肃省国民经济和社会发展第十四个五年规划纲要实施中期评估报告|甘肃省发展和改革委员会|2023年11月" + PLAN,
     {"kind": "evaluation", "place": "620000", "period": "2021-2025", "date": "2023-11", "years": "None/None"}),
    ("关于《河北省国民经济和社会发展第十三个五年规划纲要》实施情况总结评估的报告" + BODY,
     {"kind": "evaluation", "place": "130000", "period": "2016-2020"}),
    # prefectures, some that are cities now
    ("巢湖地区国民经济和社会发展第九个五年计划纲要" + PLAN, {"kind": "outline", "place": "342600", "period": "1996-2000"}),
    ("襄樊市国民经济和社会发展第十一个五年规划纲要" + PLAN, {"kind": "outline", "place": "420600", "period": "2006-2010"}),
    ("莱芜市国民经济和社会发展第十三个五年规划纲要" + PLAN, {"kind": "outline", "place": "371200", "period": "2016-2020"}),
    ("凉山彝族自治州2024年政府工作报告|——2024年1月23日在凉山彝族自治州第十二届人民代表大会第四次会议上|州长 某某" + BODY,
     {"kind": "work_report", "place": "513400", "years": "2023/2024", "reported": "2024-01-23"}),
    ("锡林郭勒盟国民经济和社会发展第十四个五年规划纲要" + PLAN, {"kind": "outline", "place": "152500"}),
    # a county-level city, then a prefecture-level one, then a county-level one again
    ("巢湖市1995年政府工作报告" + BODY, {"kind": "work_report", "place": "342601"}),
    ("巢湖市2005年政府工作报告" + BODY, {"kind": "work_report", "place": "341400"}),
    ("巢湖市2015年政府工作报告" + BODY, {"kind": "work_report", "place": "340181"}),
    # cities
    ("政府工作报告|——二〇〇三年一月八日在长沙市第十二届人民代表大会第一次会议上|市长 某某" + BODY,
     {"kind": "work_report", "place": "430100", "date": "2003-01-08", "years": "2002/2003"}),
    ("南通市人民代表大会财政经济委员会关于南通市2023年国民经济和社会发展计划执行情况与2024年计划草案的审查结果报告" + BODY, {"kind": "other", "place": "320600"}),
    ("关于宜昌市2021年财政预算执行情况和2022年财政预算草案的报告" + BODY, {"kind": "other", "place": "420500"}),
    ("关于开展“十四五”规划纲要中期评估工作的通知|各县（市、区）人民政府：|请按要求开展评估。", {"kind": "other", "period": "2021-2025"}),
    ("苏州市国民经济和社会发展第十四个五年规划纲要|（2021年1月13日在苏州市第十六届人民代表大会第五次会议上提出，2021年1月16日苏州市第十六届人民代表大会第五次会议通过）" + PLAN,
     {"kind": "outline", "place": "320500", "date": "2021-01-13", "reported": "2021-01-13", "adopted": "2021-01-16", "version": "adopted"}),
    # districts, counties, county-level cities, banners
    ("绍兴县国民经济和社会发展第十二个五年规划纲要" + PLAN, {"kind": "outline", "place": "330621", "period": "2011-2015"}),
    ("章丘市2010年政府工作报告" + BODY, {"kind": "work_report", "place": "370181", "years": "2009/2010"}),
    ("济南市章丘区2020年政府工作报告" + BODY, {"kind": "work_report", "place": "370114"}),
    ("关于昆山市2018年国民经济和社会发展计划执行情况与2019年国民经济和社会发展计划（草案）的报告|昆山市发展和改革委员会" + BODY,
     {"kind": "plan_report", "place": "320583", "years": "2018/2019", "version": "draft", "issuer": "昆山市发展和改革委员会"}),
    ("准格尔旗国民经济和社会发展第十三个五年规划纲要" + PLAN, {"kind": "outline", "place": "150622"}),
    ("恭城瑶族自治县2016年政府工作报告" + BODY, {"kind": "work_report", "place": "450332"}),
    ("北京市宣武区国民经济和社会发展第十一个五年规划纲要" + PLAN, {"kind": "outline", "place": "110104"}),
    # places without a code
    ("南通经济技术开发区国民经济和社会发展第十四个五年规划纲要" + PLAN, {"kind": "outline", "place": "320600-南通经济技术开发区"}),
    ("合肥市高新技术产业开发区2022年工作报告" + BODY, {"place": "340100-合肥市高新技术产业开发区"}),
    ("昆山市周庄镇国民经济和社会发展第十四个五年规划纲要" + PLAN, {"kind": "outline", "place": "320583-周庄镇"}),
    ("凤阳县小溪河镇人民政府2023年工作报告" + BODY, {"kind": "work_report", "place": "341126-小溪河镇"}),
    ("杭州市乡村振兴“十四五”规划" + PLAN, {"kind": "other", "place": "330100"}),
    ("苏州市城镇国民经济统计报告" + PLAN, {"kind": "other", "place": "320500"}),
    # the foot says what the head does not
    ("关于支持人才发展的若干措施|第一条 支持引进人才。|第二条 本措施自2024年3月1日起施行。|青岛市人民政府|2024年1月18日",
     {"kind": "other", "place": "370200", "date": "2024-01-18", "issuer": "青岛市人民政府"}),
    ("关于人才管理的若干办法|第一条 支持引进人才。|第二条 本办法自2024年3月1日起施行。", {"place": None, "date": None}),
    # news is told from the report
    ("奋进的答卷|本报讯（记者 张三）1月10日，长沙市第十五届人民代表大会第三次会议开幕，市长某某作政府工作报告。|报告指出，2022年全市经济稳中有进。|2023年主要预期目标|地区生产总值增长6.5%。",
     {"kind": "news", "place": "430100", "date": "2023-01-10", "reported": None, "years": "2022/2023"}),
    ("一图读懂2024年昆山市政府工作报告|本报讯 报告提出，今年地区生产总值增长5%。报告显示，去年成绩显著。",
     {"kind": "news", "place": "320583", "years": "2023/2024"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), OPENINGS, ids=[text.split("|", 1)[0][:24] for text, _ in OPENINGS])
def test_an_opening(text: str, expected: dict[str, str | None]) -> None:
    found = say(front(text))
    assert {key: found[key] for key in expected} == expected
