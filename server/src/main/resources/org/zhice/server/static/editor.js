// Starts the editor on the page of /sparql: saved queries, completion by our own names in both languages, the schema beside
// it, mistakes at their place, what was found and how long it took.
"use strict";

(function () {
  const element = document.getElementById("editor");
  const saved = document.getElementById("saved");
  const ran = document.getElementById("ran");
  const language = document.documentElement.lang;
  // The editor shows an error only of an endpoint whose address is whole.
  const endpoint = new URL(element.dataset.endpoint, window.location.href).href;
  const prefixes = fetch(element.dataset.prefixes).then((response) => (response.ok ? response.json() : {}));
  const schema = { class: terms("class"), property: terms("property") };
  const AMONG = 60;
  let mistake = null;

  showProblemsAsText();
  complete();
  Yasgui.Yasqe.defaults.value = element.dataset.example;
  Yasgui.Yasqe.defaults.prefixCcApi = element.dataset.prefixes;

  const yasgui = new Yasgui(element, {
    requestConfig: { endpoint, method: "POST" },
    endpointCatalogueOptions: { getData: () => [{ endpoint }] },
    copyEndpointOnNewTab: false,
    persistenceId: "zhice",
  });
  Object.values(yasgui._tabs).forEach(watch);
  yasgui.on("tabAdd", (_, id) => setTimeout(() => watch(yasgui.getTab(id))));
  yasgui.on("tabSelect", (_, id) => setTimeout(() => watch(yasgui.getTab(id))));

  saved.addEventListener("change", () => {
    if (saved.value) {
      load(saved.value, saved.selectedOptions[0].textContent).catch((error) => window.alert(error.message));
    }
  });

  document.querySelectorAll(".schema button").forEach((button) =>
    button.addEventListener("click", () => insert(button.dataset.class || button.dataset.property)),
  );

  async function load(id, title) {
    const response = await fetch("/queries/" + encodeURIComponent(id) + "?format=rq");
    if (!response.ok) {
      throw new Error(response.status + " " + response.statusText);
    }
    yasgui.addTab(true, { name: title, yasqe: { value: await response.text() } });
  }

  // The editor shows the body of an error as text, but makes an object of it first if it is JSON.
  function showProblemsAsText() {
    const send = window.fetch;
    window.fetch = async (...request) => {
      const response = await send(...request);
      const type = response.headers.get("Content-Type") || "";
      if (!type.startsWith("application/problem+json")) {
        return response;
      }
      const problem = await response.json();
      point(problem);
      return new Response(problem.detail, { status: response.status, statusText: problem.title });
    };
  }

  function point(problem) {
    if (problem.line) {
      const query = yasgui.getTab().getYasqe();
      const from = { line: problem.line - 1, ch: Math.max(0, problem.column - 1) };
      query.getDoc().setCursor(from);
      mistake = query.getDoc().markText(from, { line: from.line, ch: from.ch + 1 }, { className: "mistake" });
      query.focus();
    }
  }

  function watch(tab) {
    const query = tab && tab.getYasqe();
    if (!query || query.watched) {
      return;
    }
    query.watched = true;
    name(query);
    query.on("change", () => {
      warn(query);
      if (mistake) {
        mistake.clear();
      }
    });
    query.on("query", () => (ran.textContent = ""));
    query.on("queryResponse", (_, answer, millis) => tell(answer, millis));
    warn(query);
  }

  // What the editor does not tell to those who do not see it.
  function name(query) {
    const frame = query.getWrapperElement();
    frame.querySelector("textarea").setAttribute("aria-label", element.dataset.label);
    frame.querySelector(".CodeMirror-scroll").setAttribute("tabindex", "0");
    element.querySelector(".addTab").setAttribute("role", "tab");
  }

  // Three variables in a row match every statement there is.
  function warn(query) {
    const text = query.getValue().replace(/#[^\n>]*$/gm, "");
    const all = /[{.]\s*[?$]\w+\s+[?$]\w+\s+[?$]\w+/.test(text);
    document.getElementById("unlimited").hidden = !all || /\blimit\s+\d/i.test(text) || /\(\s*count\s*\(/i.test(text);
  }

  function tell(answer, millis) {
    const time = new Intl.NumberFormat(language).format(millis);
    const rows = answer.results ? answer.results.bindings.length : null;
    const text = rows === null ? ran.dataset.other : ran.dataset.rows.replace("{rows}", new Intl.NumberFormat(language).format(rows));
    ran.textContent = answer instanceof Error ? "" : text.replace("{time}", time);
  }

  async function insert(name) {
    const query = yasgui.getTab().getYasqe();
    query.getDoc().replaceSelection(name + " ");
    await declare(query, name);
    query.focus();
  }

  async function declare(query, name) {
    const prefix = name.replace(/:.*/, "");
    const known = await prefixes;
    if (known[prefix] && !(prefix in query.getPrefixesFromQuery())) {
      query.addPrefixes({ [prefix]: known[prefix] });
    }
  }

  // The classes or properties of the page, the most used first, each once.
  function terms(kind) {
    const found = new Map();
    document.querySelectorAll(".schema button[data-" + kind + "]").forEach((button) => {
      const label = button.querySelector("span") || button.closest("details").querySelector("summary");
      const names = [label.firstChild.textContent.trim(), button.dataset.other || ""].filter(Boolean);
      found.set(button.dataset[kind], { text: button.dataset[kind], names });
    });
    return [...found.values()];
  }

  // In place of completers that would ask other hosts.
  function complete() {
    Yasgui.Yasqe.defaults.autocompleters = ["prefixes", "variables"];
    const base = { bulk: false, get, preProcessToken: word, postprocessHints: hints };
    const here = (query) => place(query);
    Yasgui.Yasqe.registerAutocompleter({
      ...base,
      name: "typed",
      autoShow: true,
      isValidCompletionPosition: (query) => word(query).string.length > (here(query) === "thing" ? 1 : 0) && !!here(query),
    });
    Yasgui.Yasqe.registerAutocompleter({
      ...base,
      name: "asked",
      autoShow: false,
      isValidCompletionPosition: (query) => word(query).string === "" && !!here(query),
    });
  }

  // What is typed of a name; names in Chinese are no tokens of SPARQL.
  function word(query) {
    const cursor = query.getDoc().getCursor();
    const before = query.getLine(cursor.line).slice(0, cursor.ch);
    const string = before.match(/[^\s{}()[\];,^/|*+!<>"'?$.&=#]*$/)[0];
    return { string, start: cursor.ch - string.length, end: cursor.ch, from: { ch: cursor.ch - string.length }, to: { ch: cursor.ch } };
  }

  // What may stand at the cursor: a class, a property, a thing, or nothing that we know.
  function place(query) {
    const cursor = query.getDoc().getCursor();
    const typed = word(query);
    const before = query
      .getDoc()
      .getRange({ line: 0, ch: 0 }, { line: cursor.line, ch: typed.start })
      .replace(/<[^<>\s]*>/g, "<>")
      .replace(/"[^"\n]*"|'[^'\n]*'/g, '""')
      .replace(/#.*$/gm, "");
    const cut = [...before.matchAll(/[;,{}[]|\.(?=\s|$)/g)].pop();
    if (!cut || !before.includes("{") || /["'?$<]$/.test(before)) {
      return null;
    }
    const words = before.slice(cut.index + 1).split(/\s+/).filter(Boolean);
    const at = words.length + ({ ";": 1, "[": 1, ",": 2 }[cut[0]] || 0);
    const last = words[words.length - 1] || "";
    if (/^(filter|bind|having|order|group|limit|offset|service)\b/i.test(words[0] || "")) {
      return null;
    }
    if (/[/|^(!]$/.test(last) && !/\s$/.test(before)) {
      return "property";
    }
    if (/values\s+\S+\s*\{[^}]*$/i.test(before)) {
      return "thing";
    }
    return [null, "property", /^(a|rdf:type|rdfs:subClassOf)$/.test(last) ? "class" : "thing"][at] || null;
  }

  let shown = new Map();

  async function get(query, typed) {
    const kind = place(query);
    const items = kind === "thing" ? await things(typed.string) : schema[kind] ? named(schema[kind], typed.string) : [];
    shown = new Map(items.map((item) => [item.text, item]));
    return [...shown.keys()];
  }

  function named(items, typed) {
    const text = typed.toLowerCase();
    const rank = (item) => {
      const local = item.text.toLowerCase().replace(/^[^:]*:/, "");
      const names = [item.text.toLowerCase(), local, ...item.names.map((name) => name.toLowerCase())];
      return names.some((name) => name.startsWith(text)) ? 0 : names.some((name) => name.includes(text)) ? 1 : 2;
    };
    return [0, 1].flatMap((wanted) => items.filter((item) => rank(item) === wanted)).slice(0, AMONG);
  }

  async function things(typed) {
    const prefix = typed.replace(/^[a-z-]+:/, "") || typed;
    const query = new URLSearchParams({ prefix, lang: language });
    const response = await fetch("/reconcile/suggest/entity?" + query);
    const known = await prefixes;
    const found = response.ok ? (await response.json()).result : [];
    return found.map((item) => {
      const [kind, local] = item.id.split("/");
      const short = known[kind] === element.dataset.things + kind + "/" && /^\w[\w-]*$/.test(local || "");
      return {
        text: short ? kind + ":" + local : "<" + element.dataset.things + item.id + ">",
        names: [item.name, item.description].filter(Boolean),
      };
    });
  }

  function hints(query, list) {
    return list.map((hint) => {
      const item = shown.get(hint.text);
      return {
        ...hint,
        displayText: item ? hint.text + "  " + item.names.join(" · ") : hint.text,
        hint: (editor, data, chosen) => {
          editor.getDoc().replaceRange(chosen.text + " ", chosen.from || data.from, chosen.to || data.to);
          declare(editor, chosen.text);
        },
      };
    });
  }
})();
