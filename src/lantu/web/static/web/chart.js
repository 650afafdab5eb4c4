// A target's chart: actual values, base, path, required pace, target. The table below it says the same.
(() => {
  const [good, soft, accent, line] = ["#1c7450", "#55616d", "#1d4f7c", "#d8dde3"];
  const number = (text) => Number(text);
  const option = (c, words) => {
    const [actual, estimate, path, goal, pace, base] = words;
    const years = Array.from({ length: c.last - c.first + 1 }, (_, n) => String(c.first + n));
    const at = (p) => ({ value: [p.year, number(p.value)], printed: p.printed, estimate: p.estimate });
    const label = { show: true, formatter: (p) => String(p.value[1]), color: "#1b2733", fontSize: 12 };
    const series = [];
    if (c.path.length) series.push({ name: path, type: "line", data: c.path.filter(([y]) => years.includes(y)).map(([y, v]) => [y, number(v)]), symbol: "none", lineStyle: { type: "dashed", color: soft, width: 1.5 }, itemStyle: { color: soft }, z: 1 });
    const solid = c.points.map(at).map((p) => ({ ...p, itemStyle: p.estimate ? { color: "#fff", borderColor: accent, borderWidth: 2, borderType: c.bars ? "dashed" : "solid" } : { color: accent } }));
    if (c.bars) series.push({ name: actual, type: "bar", data: solid, barMaxWidth: 38, itemStyle: { color: accent }, label: { ...label, position: "top" } });
    else series.push({ name: actual, type: "line", data: [...(c.base ? [{ ...at(c.base), symbol: "rect", itemStyle: { color: soft } }] : []), ...solid], symbol: "circle", symbolSize: 10, lineStyle: { color: accent, width: 2.5 }, itemStyle: { color: accent }, label: { ...label, position: "top" }, z: 3 });
    if (c.pace.length) series.push({ name: pace, type: "line", data: c.pace.map(([y, v]) => [y, number(v)]), symbol: "none", lineStyle: { type: "dotted", color: "#ad2e24", width: 2 }, itemStyle: { color: "#ad2e24" }, z: 2 });
    if (c.goal && years.includes(c.goal.year)) series.push({ name: goal, type: "scatter", data: [at(c.goal)], symbol: "diamond", symbolSize: 16, itemStyle: { color: good }, label: { ...label, position: "top", fontWeight: "bold" }, z: 4 });
    return {
      animation: false, backgroundColor: "#fff", aria: { enabled: true },
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      legend: { bottom: 0, itemWidth: 22, textStyle: { color: "#1b2733" } },
      grid: { left: 12, right: 28, top: 34, bottom: 44, containLabel: true },
      tooltip: { trigger: "item", renderMode: "richText", formatter: (p) => `${p.value[0]} ${p.seriesName} ${(p.data.printed || p.value[1] + c.unit)}${p.data.estimate ? " " + estimate : ""}` },
      xAxis: { type: "category", data: years, boundaryGap: c.bars, axisLine: { lineStyle: { color: soft } }, axisTick: { show: false } },
      yAxis: { type: "value", name: c.unit, scale: !c.bars, splitLine: { lineStyle: { color: line } }, nameTextStyle: { color: soft, align: "right" } },
      series,
    };
  };
  document.querySelectorAll(".chart").forEach((place) => {
    const c = JSON.parse(place.parentElement.querySelector(".chart-data").textContent);
    const drawn = echarts.init(place, null, { renderer: "canvas" });
    drawn.setOption(option(c, place.dataset.words.split("|")));
    new ResizeObserver(() => drawn.resize()).observe(place);
  });
})();
