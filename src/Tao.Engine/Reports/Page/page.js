"use strict";
(() => {
  const charts = JSON.parse(document.getElementById("charts").textContent);
  const palette = ["#1f77b4", "#e07b00", "#2a9d4a", "#c0392b", "#8a5cc2", "#8c564b", "#d45fa5", "#7a7f87"];
  const style = getComputedStyle(document.documentElement);
  const ink = style.getPropertyValue("--soft").trim();
  const grid = style.getPropertyValue("--line").trim();
  const short = value => value == null ? "" : Math.abs(value) >= 1000 || (value !== 0 && Math.abs(value) < 0.001) ? value.toExponential(2) : String(+value.toFixed(4));

  for (const chart of charts) {
    const place = document.getElementById(chart.id);
    const axis = label => ({ stroke: ink, grid: { stroke: grid, width: 1 }, ticks: { stroke: grid, width: 1 }, label, labelSize: label ? 22 : 0, font: "12px system-ui", labelFont: "12px system-ui" });
    const plot = new uPlot({
      width: place.clientWidth,
      height: 260,
      legend: { live: false },
      scales: { x: { time: false } },
      axes: [Object.assign(axis(chart.xLabel), chart.x.every(Number.isInteger) ? { incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] } : {}), Object.assign(axis(""), { size: 58, values: (_, ticks) => ticks.map(short) })],
      series: [
        {},
        ...chart.series.map((line, i) => ({
          label: line.label, stroke: palette[i % palette.length], width: 2, spanGaps: true, points: { show: chart.x.length < 40, size: 5 },
          dash: i >= palette.length ? [6, 4] : undefined
        }))
      ]
    }, [chart.x, ...chart.series.map(line => line.values)], place);
    new ResizeObserver(() => {
      if (place.clientWidth !== plot.width) plot.setSize({ width: place.clientWidth, height: 260 });
    }).observe(place);
  }
})();
