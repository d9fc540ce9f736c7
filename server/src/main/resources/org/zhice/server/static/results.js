// What a query finds, in the editor: things of ours by their names, and beside the table a chart and a network, which are
// tables too, of the chosen columns, that chart.js draws. Words and forms stand in the page. Runs before the editor starts.
"use strict";

(function () {
  const editor = document.getElementById("editor");
  const words = document.getElementById("view-table").dataset;
  const unnamed = document.getElementById("unnamed");
  const language = document.documentElement.lang.slice(0, 2);
  const ours = editor.dataset.things.replace(/id\/$/, "");
  const prefixes = fetch(editor.dataset.prefixes).then((response) => (response.ok ? response.json() : {}));
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 6 });
  const PROPERTIES = ["title", "prefLabel", "label"];
  const AT_ONCE = 1000;
  const NAMES = 5 * AT_ONCE;
  const MARKS = 200;
  const SERIES = 8;
  const ICONS = {
    chart: "M1 15V7h4v8zm5 0V1h4v14zm5 0v-5h4v5z",
    network: "M3 1a2 2 0 0 1 2 3l3 5a2 2 0 0 1 2 0l2-2a2 2 0 1 1 1 1l-2 2a2 2 0 1 1-4 1L4 5a2 2 0 1 1-1-4z",
  };
  // By IRI; of what has no name, nothing.
  const names = new Map();
  let known = {};

  const found = (yasr) => (yasr.results && yasr.results.getBindings()) || [];

  // The names of what is found, asked for as far as they are not known: a thousand at once, five thousand at most.
  async function learn(yasr) {
    known = await prefixes.catch(() => ({}));
    const things = new Set(found(yasr).flatMap((row) => Object.values(row).filter(isOurs).map((term) => term.value)));
    const unknown = [...things].filter((iri) => !names.has(iri) && !/[\s<>"{}|\\^`]/.test(iri));
    const asked = unknown.slice(0, NAMES);
    unnamed.textContent =
      asked.length < unknown.length ? fill(unnamed.dataset.first, { names: asked.length, things: unknown.length }) : "";
    try {
      for (let from = 0; from < asked.length; from += AT_ONCE) {
        await ask(asked.slice(from, from + AT_ONCE));
      }
    } catch (error) {
      console.warn(error);
      unnamed.textContent = unnamed.dataset.failed;
    }
  }

  async function ask(iris) {
    const response = await fetch(editor.dataset.endpoint, {
      method: "POST",
      headers: { "Content-Type": "application/sparql-query", Accept: "application/sparql-results+json" },
      body: editor.dataset.names.replace("UNDEF", iris.map((iri) => "<" + iri + ">").join(" ")),
    });
    if (!response.ok) {
      throw new Error(response.status + " " + (await response.text()));
    }
    const ranks = new Map();
    iris.forEach((iri) => names.set(iri, ""));
    (await response.json()).results.bindings.forEach(({ thing, property, label }) => {
      const foreign = label["xml:lang"].startsWith(language) ? 0 : 1;
      const rank = 2 * PROPERTIES.indexOf(property.value.replace(/.*[/#]/, "")) + foreign;
      if (rank < (ranks.get(thing.value) ?? Infinity)) {
        ranks.set(thing.value, rank);
        names.set(thing.value, label.value);
      }
    });
  }

  function isOurs(term) {
    return term.type === "uri" && term.value.startsWith(ours);
  }

  function shorten(iri) {
    const fitting = Object.keys(known).filter((prefix) => iri.startsWith(known[prefix]));
    const best = fitting.sort((one, other) => known[other].length - known[one].length)[0];
    return best === undefined ? iri : best + ":" + iri.slice(known[best].length);
  }

  // Things of ours are shown by our own server, wherever the page stands.
  function link(term, text) {
    const anchor = document.createElement("a");
    anchor.className = "iri";
    anchor.href = isOurs(term) ? "/" + term.value.slice(ours.length) : term.value;
    anchor.target = "_blank";
    anchor.rel = "noopener noreferrer";
    anchor.textContent = text;
    return anchor;
  }

  function fill(text, numbers) {
    return text.replace(/\{(\w+)\}/g, (_, name) => format.format(numbers[name]));
  }

  // Which view is chosen, for those who do not see it; YASR names them in English.
  function follow(yasr) {
    const tell = () =>
      yasr.rootEl.querySelectorAll(".yasr_btnGroup button").forEach((button) => {
        button.removeAttribute("aria-label");
        button.setAttribute("aria-pressed", button.classList.contains("select_" + yasr.getSelectedPluginName()));
      });
    yasr.on("drawn", tell);
    yasr.on("change", tell);
  }

  class Table extends Yasgui.Yasr.plugins.table {
    constructor(yasr) {
      super(yasr);
      this.label = words.label;
      follow(yasr);
    }

    initialize() {
      return learn(this.yasr);
    }

    getCellContent(term, prefixes) {
      const cell = document.createElement("div");
      if (isNumber(term)) {
        cell.textContent = term.value;
        return cell.outerHTML;
      }
      if (!isOurs(term)) {
        return super.getCellContent(term, { ...known, ...prefixes });
      }
      const name = names.get(term.value);
      const short = shorten(term.value);
      cell.append(link(term, name || short));
      cell.firstChild.title = short;
      if (name && !this.persistentConfig.compact) {
        const code = document.createElement("code");
        code.textContent = short;
        cell.append(code);
      }
      return cell.outerHTML;
    }

    // Rows are sorted and filtered by what is seen.
    getColumns() {
      const text = (term) => (names.get(term.value) || "") + " " + term.value;
      return super.getColumns().map((column) => ({
        ...column,
        render: (term, use, ...more) =>
          use !== "display" && term && isOurs(term) ? text(term).trim() : column.render(term, use, ...more),
      }));
    }

    // Its own are in English.
    drawControls() {
      super.drawControls();
      const find = (place) => this.yasr.pluginControls.querySelectorAll(place);
      find(".label").forEach((label, at) => (label.textContent = [words.simple, words.short][at]));
      find(".tableFilter").forEach((filter) => (filter.placeholder = words.filter));
      find(".tableFilter").forEach((filter) => filter.setAttribute("aria-label", words.filter));
      find(".pageSizerLabel").forEach((label) => (label.textContent = words.size));
      find(".tableSizer").forEach((select) => select.setAttribute("aria-label", words.size));
      find(".tableSizer option[value='-1']").forEach((option) => (option.textContent = words.every));
    }
  }

  class Response extends Yasgui.Yasr.plugins.response {
    constructor(yasr) {
      super(yasr);
      this.label = words.response;
    }
  }

  // A view whose form lets columns be chosen for the parts that they have in a drawing.
  class Drawing {
    constructor(yasr, name) {
      this.yasr = yasr;
      this.name = name;
      this.priority = 1;
      this.template = document.getElementById("view-" + name);
      this.label = this.template.dataset.label;
    }

    getIcon() {
      const [icon, path] = ["svg", "path"].map((name) => document.createElementNS("http://www.w3.org/2000/svg", name));
      icon.setAttribute("viewBox", "0 0 16 16");
      icon.setAttribute("aria-hidden", "true");
      path.setAttribute("d", ICONS[this.name]);
      icon.append(path);
      return icon;
    }

    canHandleResults() {
      return !!this.yasr.results && !!this.yasr.results.getBindings();
    }

    initialize() {
      return learn(this.yasr);
    }

    download(name) {
      const getData = () => this.yasr.results.asCsv() || "";
      return { getData, contentType: "text/csv", title: "CSV", filename: (name || "result") + ".csv" };
    }

    draw(stored) {
      const rows = found(this.yasr);
      const columns = this.yasr.results.getVariables().map((name) => describe(name, rows));
      const content = this.template.content.cloneNode(true);
      const [form, note, place] = ["form", "p", "div"].map((name) => content.querySelector(name));
      this.yasr.resultsEl.append(content);
      const chosen = rows.length ? this.defaults(columns, rows) : null;
      if (!chosen) {
        form.remove();
        note.textContent = rows.length ? note.dataset.cannot : words.nothing;
        return;
      }
      const selects = [...form.querySelectorAll("select")];
      selects.filter((select) => select.name !== "form").forEach((select) => offer(select, columns));
      selects.forEach((select) => {
        const values = [...select.options].map((option) => option.value);
        const asked = stored && values.includes(stored[select.name]) ? stored[select.name] : chosen[select.name];
        select.value = asked || "";
      });
      const show = () => this.show(rows, columns, selects, note, place);
      form.addEventListener("submit", (event) => event.preventDefault());
      form.addEventListener("change", () => {
        this.yasr.storePluginConfig(this.name, Object.fromEntries(new FormData(form)));
        show();
      });
      show();
    }

    show(rows, columns, selects, note, place) {
      const form = selects.find((select) => select.name === "form");
      const parts = selects
        .filter((select) => select !== form && select.value)
        .map((select) => ({ role: select.name, ...columns.find((column) => column.name === select.value) }));
      const numbers = parts.filter((part) => part.role === "y" || part.role === "value");
      const whole = rows.filter(
        (row) => parts.every((part) => row[part.name]) && numbers.every((part) => isNumber(row[part.name])),
      );
      const drawn = whole.slice(0, MARKS);
      const counts = { drawn: drawn.length, whole: whole.length, lacking: rows.length - whole.length };
      note.textContent = [
        fill(drawn.length < whole.length ? note.dataset.first : note.dataset.all, counts),
        counts.lacking ? fill(note.dataset.lacking, counts) : "",
      ].join(" ");
      place.replaceChildren();
      if (drawn.length) {
        const table = tabulate(form ? form.value : this.name, parts, drawn, this.label);
        place.append(table.parentElement);
        table.dispatchEvent(new Event("drawable", { bubbles: true }));
      }
    }
  }

  class Chart extends Drawing {
    constructor(yasr) {
      super(yasr, "chart");
    }

    // A number along time, or along names; the other of the two tells series apart if they are few.
    defaults(columns, rows) {
      const y = columns.find((column) => column.number && !column.time) || columns.filter((column) => column.number).pop();
      const others = columns.filter((column) => column !== y);
      const time = others.find((column) => column.time);
      const words = others.filter((column) => !column.number && !column.time);
      const name = words.find((column) => column.distinct > 1) || words[0];
      const few = (column) => column && column.distinct > 1 && column.distinct <= SERIES;
      const both = time && name && rows.length > time.distinct;
      const x = both && !few(name) ? name : time || name || others[0];
      const series = both ? [name, time].find((column) => column !== x && few(column)) : null;
      return x && y ? { form: x.time && x.distinct > 4 ? "line" : "bar", x: x.name, y: y.name, series: series && series.name } : null;
    }
  }

  class Network extends Drawing {
    constructor(yasr) {
      super(yasr, "network");
    }

    // Two columns of things, else of words; a number says how strong each line is.
    defaults(columns) {
      const words = columns.filter((column) => !column.number && !column.time);
      const things = words.filter((column) => column.things);
      const [from, to] = things.length > 1 ? things : words;
      const value = columns.find((column) => column.number && !column.time);
      return to ? { from: from.name, to: to.name, value: value && value.name } : null;
    }
  }

  function describe(name, rows) {
    const terms = rows.map((row) => row[name]).filter(Boolean);
    const all = (test) => terms.length > 0 && terms.every(test);
    const distinct = new Set(terms.map((term) => term.value)).size;
    return { name, distinct, number: all(isNumber), time: all(isTime), things: all((term) => term.type === "uri") };
  }

  function isNumber(term) {
    const type = (term.datatype || "").replace(/.*#/, "");
    return /^(decimal|double|float|int|long|short|byte|(\w+I|i)nteger|unsigned\w+)$/.test(type) && isFinite(term.value);
  }

  function isTime(term) {
    const isYear = isNumber(term) && /^(19|20)\d\d$/.test(term.value);
    return isYear || /#(date|dateTime|gYear|gYearMonth)$/.test(term.datatype || "");
  }

  function offer(select, columns) {
    const fitting = columns.filter((column) => column.number || select.dataset.takes !== "number");
    select.append(...fitting.map((column) => new Option(column.name, column.name)));
  }

  function tabulate(kind, parts, rows, label) {
    const frame = document.createElement("div");
    const table = document.createElement("table");
    const caption = label + ": " + parts.map((part) => part.name).join(", ");
    frame.className = "scroll";
    frame.tabIndex = 0;
    frame.setAttribute("role", "group");
    frame.setAttribute("aria-label", caption);
    frame.append(table);
    table.dataset.chart = kind;
    table.createCaption().textContent = caption;
    const heads = table.createTHead().insertRow();
    parts.forEach((part) => {
      const head = document.createElement("th");
      head.scope = "col";
      head.dataset.role = part.role;
      head.textContent = part.name;
      heads.append(head);
    });
    const texts = told(rows.flatMap((row) => parts.map((part) => row[part.name])));
    const body = table.createTBody();
    rows.forEach((row) => {
      const line = body.insertRow();
      parts.forEach((part) => write(line.insertCell(), row[part.name], part, texts));
    });
    return table;
  }

  function write(cell, term, part, texts) {
    const text = texts(term);
    if (term.type === "uri" && (isOurs(term) || /^https?:/.test(term.value))) {
      cell.append(link(term, text));
    } else if (isNumber(term)) {
      cell.className = "number";
      cell.dataset.value = String(Number(term.value));
      cell.textContent = part.time ? term.value : format.format(term.value);
    } else {
      cell.textContent = text;
    }
  }

  // How terms are called among others: things of one name bear their addresses too.
  function told(terms) {
    const name = (term) => (term.type === "uri" ? names.get(term.value) || shorten(term.value) : term.value);
    const things = new Map();
    terms
      .filter((term) => term.type === "uri")
      .forEach((term) => things.set(name(term), (things.get(name(term)) || new Set()).add(term.value)));
    const isShared = (term) => term.type === "uri" && things.get(name(term)).size > 1;
    return (term) => (isShared(term) ? name(term) + " (" + shorten(term.value) + ")" : name(term));
  }

  Object.assign(Yasgui.Yasr.plugins.table.defaults.tableConfig.language, {
    info: "_START_–_END_ / _TOTAL_",
    infoEmpty: "0",
    infoFiltered: "(_MAX_)",
    emptyTable: words.nothing,
    zeroRecords: words.nothing,
  });
  Yasgui.Yasr.registerPlugin("table", Table);
  Yasgui.Yasr.registerPlugin("chart", Chart);
  Yasgui.Yasr.registerPlugin("network", Network);
  Yasgui.Yasr.registerPlugin("response", Response);
  Yasgui.Yasr.defaults.pluginOrder = ["table", "chart", "network", "response"];
})();
