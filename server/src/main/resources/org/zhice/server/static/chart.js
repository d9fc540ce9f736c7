// Draws each table that says it can be drawn: <table data-chart="bar|line|stacked|timeline|network|sankey">. Its header
// cells say what their columns are: data-role="x|y|series|from|to|value|start|end|label|low|high". A cell may hold its plain
// number or date in data-value; the first link of a row is where a click on its mark leads. The table stays, as the
// words of the chart. Whoever changes the rows of a drawn table sends it the event "rows"; whoever adds such a table to
// the page later sends it the event "drawable", which rises.
"use strict";

(function () {
  const LIBRARY = document.currentScript.dataset.library;
  const LANGUAGE = document.documentElement.lang;
  const ROW = 26;
  const MANY = 12;
  const YEAR = /^\d{4}$/;
  const DAY = /^\d{4}-\d\d(-\d\d)?$/;
  const SYMBOLS = ["circle", "rect", "triangle", "diamond", "roundRect", "arrow"];
  const short = new Intl.NumberFormat(LANGUAGE, { notation: "compact", maximumSignificantDigits: 4 });

  let library = null;

  begin([...document.querySelectorAll("table[data-chart]")]);
  document.addEventListener("drawable", (event) => begin([event.target]));

  function begin(tables) {
    const charts = tables.map(place).filter(Boolean);
    if (charts.length) {
      library = library || seen().then(load);
      library.then(() => charts.filter(isShown).forEach(draw), () => charts.forEach(giveUp));
    }
  }

  function isShown(chart) {
    return chart.canvas.isConnected;
  }

  // To read the library and to lay a network out takes half a second, in which nothing else is painted.
  function seen() {
    return new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  }

  function load() {
    return new Promise((drawn, failed) => {
      const script = document.createElement("script");
      script.src = LIBRARY;
      script.onload = drawn;
      script.onerror = failed;
      document.head.append(script);
    });
  }

  // The figure takes the place that the style sheet keeps for it in the frame of the table, so that nothing moves.
  function place(table) {
    table.closest(".scroll").classList.add("drawn");
    const rows = read(table);
    if (!rows.length) {
      return null;
    }
    const figure = document.createElement("figure");
    figure.className = "chart";
    figure.dataset.chart = table.dataset.chart;
    figure.setAttribute("role", "img");
    figure.setAttribute("aria-label", table.caption ? table.caption.textContent.trim() : document.title);
    figure.classList.toggle("tall", table.tBodies[0].rows.length > MANY);
    const canvas = document.createElement("div");
    const lines = isLying(table, rows) ? new Set(rows.map((row) => (row.x || row.label).text)).size : 0;
    canvas.style.minHeight = lines * ROW + 90 + "px";
    figure.tabIndex = lines ? 0 : -1;
    figure.append(canvas);
    table.before(figure);
    return { table, figure, canvas };
  }

  function draw(chart) {
    chart.drawing = echarts.init(chart.canvas, null, { renderer: "svg", locale: LANGUAGE.slice(0, 2).toUpperCase() });
    chart.drawing.on("click", (mark) => mark.data && mark.data.href && window.location.assign(mark.data.href));
    const theme = matchMedia("(prefers-color-scheme: dark)");
    const redraw = () => show(chart);
    const observer = new ResizeObserver(() => {
      if (isShown(chart)) {
        chart.drawing.resize();
      } else {
        observer.disconnect();
        theme.removeEventListener("change", redraw);
        chart.drawing.dispose();
      }
    });
    observer.observe(chart.canvas);
    theme.addEventListener("change", redraw);
    chart.table.addEventListener("rows", redraw);
    show(chart);
  }

  function show(chart) {
    try {
      chart.drawing.setOption(option(chart.table, chart.canvas.clientWidth), true);
    } catch (error) {
      console.error(error);
      giveUp(chart);
    }
  }

  function giveUp(chart) {
    chart.figure.remove();
  }

  // Rows as {role: {text, value}}; several columns of one role become several rows, each with the column's title as series.
  function read(table) {
    const heads = [...table.tHead.rows[0].cells];
    const columns = heads.map((head, at) => ({ at, role: head.dataset.role, title: head.textContent.trim() }));
    const single = columns.filter((column) => column.role && column.role !== "y");
    const measures = columns.filter((column) => column.role === "y");
    return [...table.tBodies].flatMap((body) => [...body.rows]).flatMap((row) => {
      if (row.hidden || row.cells.length < heads.length) {
        return [];
      }
      const link = row.querySelector("a[href]");
      const base = { href: link ? link.href : "" };
      single.forEach((column) => (base[column.role] = cell(row.cells[column.at])));
      return measures.length === 0
        ? [base]
        : measures.map((column) => ({
            ...base,
            y: cell(row.cells[column.at]),
            title: column.title,
            series: base.series || { text: measures.length > 1 ? column.title : "" },
          }));
    });
  }

  function cell(element) {
    const text = element.innerText.trim();
    const link = element.querySelector("a[href]");
    return { text, value: plain(element.dataset.value ?? text), href: link ? link.href : "" };
  }

  // A number, or the text as it is; both languages group digits by commas.
  function plain(text) {
    const number = text.replaceAll(",", "");
    return number !== "" && isFinite(number) ? Number(number) : text;
  }

  // Bars lie where their names are words.
  function isLying(table, rows) {
    const kind = table.dataset.chart;
    return kind === "timeline" || ((kind === "bar" || kind === "stacked") && rows.some((row) => isWord(row.x)));
  }

  function isWord(x) {
    return typeof x.value !== "number" && !DAY.test(x.value);
  }

  function option(table, width) {
    const rows = read(table);
    const kind = table.dataset.chart;
    const style = look();
    const base = {
      animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
      animationDuration: 300,
      color: style.palette,
      backgroundColor: "transparent",
      textStyle: { fontFamily: style.font, color: style.ink },
      aria: { enabled: false, decal: { show: matchMedia("(prefers-contrast: more)").matches } },
      tooltip: {
        confine: true,
        renderMode: "richText",
        backgroundColor: style.panel,
        borderColor: style.line,
        textStyle: { color: style.ink, width: Math.min(320, width - 40), overflow: "break" },
        formatter: (mark) => (mark.data && mark.data.told) || mark.name,
      },
    };
    const kinds = { bar: measured, stacked: measured, line: measured, timeline, network, sankey };
    return { ...base, ...kinds[kind](rows, style, width, table) };
  }

  function look() {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(name).trim();
    return {
      ink: colour("--ink"),
      soft: colour("--soft"),
      line: colour("--line"),
      panel: colour("--panel"),
      ground: colour("--ground"),
      palette: colour("--chart").split(/\s+/),
      font: getComputedStyle(document.body).fontFamily,
    };
  }

  function distinct(values) {
    return [...new Set(values)];
  }

  function group(rows, key) {
    return distinct(rows.map(key)).map((name) => [name, rows.filter((row) => key(row) === name)]);
  }

  function told(...parts) {
    return parts.filter(Boolean).join("\n");
  }

  // Bars and lines over names, numbers or days.
  function measured(rows, style, width, table) {
    const lying = isLying(table, rows);
    const line = table.dataset.chart === "line";
    const name = (row) => (typeof row.x.value === "number" || DAY.test(row.x.value) ? String(row.x.value) : row.x.text);
    const names = distinct(rows.map(name));
    if (!lying) {
      names.sort((one, other) => (isNaN(one) || isNaN(other) ? (one < other ? -1 : 1) : one - other));
    }
    const dates = line && rows.every((row) => DAY.test(row.x.value));
    const numbers = line && rows.every((row) => typeof row.x.value === "number");
    const along = dates
      ? { type: "time" }
      : numbers
        ? { type: "value", scale: true, minInterval: 1, axisLabel: { formatter: String } }
        : { type: "category", data: names, inverse: lying, axisTick: { show: false } };
    const across = { type: "value", name: lying ? "" : unit(rows), axisLabel: { formatter: short.format } };
    const place = (row, value) => (lying ? [value, name(row)] : [dates || numbers ? row.x.value : name(row), value]);
    const groups = group(rows.filter((row) => typeof row.y.value === "number"), (row) => (row.series ? row.series.text : ""));
    const layers = groups.flatMap(([title, all], at) => layered(all, name).map((members) => [title, members, at]));
    const series = layers.flatMap(([title, members, at], layer) => [
      {
        name: title,
        type: line ? "line" : "bar",
        color: style.palette[at % style.palette.length],
        stack: table.dataset.chart === "stacked" ? "all" : undefined,
        barMaxWidth: 34,
        symbol: SYMBOLS[at % SYMBOLS.length],
        symbolSize: 7,
        data: sorted(members, line).map((row) => ({
          value: place(row, row.y.value),
          href: row.href,
          told: told(row.x.text, title, row.y.text + bounds(row)),
        })),
      },
      ...errorBars(members, place, lying, title, style, line ? [1, 0] : [layers.length, layer]),
    ]);
    return {
      ...legend(groups.map(([title]) => title), style),
      grid: { left: 8, right: 24, top: groups.length > 1 ? 56 : 36, bottom: 8, containLabel: true },
      xAxis: axis(lying ? across : along, style, width),
      yAxis: axis(lying ? along : across, style, width),
      series,
    };
  }

  // Each row is a mark of its own: rows of one place are told apart by being of several layers.
  function layered(rows, name) {
    const layers = [];
    group(rows, name).forEach(([, same]) => same.forEach((row, at) => (layers[at] = [...(layers[at] || []), row])));
    return layers;
  }

  function sorted(rows, line) {
    return line ? [...rows].sort((one, other) => (one.x.value < other.x.value ? -1 : 1)) : rows;
  }

  function unit(rows) {
    const titles = distinct(rows.map((row) => row.title));
    return titles.length === 1 ? titles[0] : "";
  }

  function bounds(row) {
    return row.low && row.high && row.low.text ? " (" + row.low.text + "–" + row.high.text + ")" : "";
  }

  // From low to high, on the middle of their bars: [how many stand side by side, which of them].
  function errorBars(rows, place, lying, title, style, [count, at]) {
    const known = rows.filter((row) => row.low && typeof row.low.value === "number" && typeof row.high.value === "number");
    if (!known.length) {
      return [];
    }
    const [along, low] = lying ? [1, 0] : [0, 1];
    return [
      {
        name: title,
        type: "custom",
        silent: true,
        z: 5,
        encode: lying ? { x: [0, 2], y: 1 } : { x: 0, y: [1, 2] },
        data: known.map((row) => ({ value: [...place(row, row.low.value), row.high.value] })),
        renderItem: (params, api) => {
          const shift = count > 1 ? api.barLayout({ count, barMaxWidth: 34 })[at].offsetCenter : 0;
          const point = (value) => api.coord(lying ? [value, api.value(along)] : [api.value(along), value]);
          const [from, to] = [point(api.value(low)), point(api.value(2))];
          const stroke = (one, other, cap) => ({
            type: "line",
            shape: lying
              ? { x1: one[0], y1: one[1] + shift - cap, x2: other[0], y2: other[1] + shift + cap }
              : { x1: one[0] + shift - cap, y1: one[1], x2: other[0] + shift + cap, y2: other[1] },
            style: { stroke: style.ink, lineWidth: 1.5 },
          });
          return { type: "group", children: [stroke(from, to, 0), stroke(from, from, 5), stroke(to, to, 5)] };
        },
      },
    ];
  }

  function axis(axis, style, width) {
    return {
      ...axis,
      nameTextStyle: { color: style.soft, align: "left" },
      axisLine: { lineStyle: { color: style.line } },
      splitLine: { show: axis.type === "value", lineStyle: { color: style.line } },
      axisLabel: {
        color: style.ink,
        hideOverlap: true,
        width: Math.min(260, width * 0.4),
        overflow: "truncate",
        interval: axis.inverse ? 0 : "auto",
        ...axis.axisLabel,
      },
    };
  }

  function legend(titles, style) {
    return titles.length > 1 ? { legend: { type: "scroll", top: 0, left: 0, textStyle: { color: style.ink } } } : {};
  }

  // From a day to a day, or a day alone; a year lasts until its end.
  function timeline(rows, style, width) {
    const names = distinct(rows.map((row) => row.label.text));
    const groups = group(rows, (row) => (row.series ? row.series.text : ""));
    return {
      ...legend(groups.map(([title]) => title), style),
      grid: { left: 8, right: 24, top: groups.length > 1 ? 56 : 16, bottom: 8, containLabel: true },
      xAxis: axis({ type: "time" }, style, width),
      yAxis: axis({ type: "category", data: names, inverse: true, axisTick: { show: false } }, style, width),
      series: groups.map(([title, members], at) => ({
        name: title,
        type: "custom",
        encode: { x: [0, 1], y: 2 },
        itemStyle: { color: style.palette[at % style.palette.length] },
        data: members.map((row) => ({
          value: [day(row.start, false), day(row.end && row.end.text ? row.end : row.start, true), row.label.text],
          href: row.href,
          told: told(row.label.text, title, span(row), row.value && row.value.text),
        })),
        renderItem: (params, api) => {
          const from = api.coord([api.value(0), api.value(2)]);
          const to = api.coord([api.value(1), api.value(2)]);
          const height = Math.min(16, api.size([0, 1])[1] * 0.6);
          const width = Math.max(to[0] - from[0], 8);
          return {
            type: "rect",
            shape: { x: from[0], y: from[1] - height / 2, width, height, r: 3 },
            style: { fill: api.visual("color") },
          };
        },
      })),
    };
  }

  function day(cell, end) {
    const value = String(cell.value);
    return YEAR.test(value) ? value + (end ? "-12-31" : "-01-01") : value;
  }

  function span(row) {
    return row.end && row.end.text && row.end.text !== row.start.text ? row.start.text + " – " + row.end.text : row.start.text;
  }

  function weight(row) {
    return row.value && typeof row.value.value === "number" ? row.value.value : 1;
  }

  // Who goes with whom, and how often.
  function network(rows, style) {
    const weights = new Map();
    const links = new Map();
    rows.forEach((row) =>
      [row.from, row.to].forEach((end) => {
        weights.set(end.text, (weights.get(end.text) || 0) + weight(row));
        links.set(end.text, end.href || links.get(end.text));
      }),
    );
    const most = Math.max(...weights.values());
    const widest = Math.max(...rows.map(weight));
    return {
      series: [
        {
          type: "graph",
          layout: "force",
          roam: "move",
          draggable: true,
          force: { initLayout: "circular", repulsion: 220, edgeLength: [60, 160], gravity: 0.3, layoutAnimation: false },
          label: { show: true, position: "right", color: style.ink, width: 140, overflow: "truncate" },
          labelLayout: { hideOverlap: true },
          itemStyle: { color: style.palette[0] },
          lineStyle: { color: style.soft, opacity: 0.5 },
          emphasis: { focus: "adjacency" },
          data: [...weights].map(([name, sum]) => ({
            name,
            href: links.get(name),
            told: told(name, short.format(sum)),
            symbolSize: 8 + 24 * Math.sqrt(sum / most),
          })),
          links: rows.map((row) => ({
            source: row.from.text,
            target: row.to.text,
            href: row.href,
            told: told(row.from.text + " – " + row.to.text, row.value && row.value.text),
            lineStyle: { width: 1 + (5 * weight(row)) / widest },
          })),
        },
      ],
    };
  }

  // What goes where. A name on both sides of a circle stands twice.
  function sankey(rows, style, width) {
    const label = Math.min(170, width * 0.28);
    const to = isCircle(rows) ? (name) => name + "\u200b" : (name) => name;
    const ends = rows.flatMap((row) => [
      [row.from.text, row.from.href],
      [to(row.to.text), row.to.href],
    ]);
    return {
      series: [
        {
          type: "sankey",
          left: 8,
          right: label + 8,
          nodeGap: 10,
          draggable: false,
          label: { color: style.ink, width: label, overflow: "truncate" },
          lineStyle: { color: "gradient", opacity: 0.35 },
          emphasis: { focus: "adjacency" },
          data: [...new Map(ends)].map(([name, href]) => ({ name, href, told: name })),
          links: rows.map((row) => ({
            source: row.from.text,
            target: to(row.to.text),
            value: weight(row),
            href: row.href,
            told: told(row.from.text + " → " + row.to.text, row.value && row.value.text),
          })),
        },
      ],
    };
  }

  function isCircle(rows) {
    const next = new Map();
    rows.forEach((row) => next.set(row.from.text, [...(next.get(row.from.text) || []), row.to.text]));
    const done = new Set();
    const reaches = (name, above) =>
      above.has(name) ||
      (!done.has(name) &&
        ((next.get(name) || []).some((other) => reaches(other, new Set(above).add(name))) || (done.add(name), false)));
    return [...next.keys()].some((name) => reaches(name, new Set()));
  }
})();
