// Completes names as they are typed, in both languages, by short and former names too:
// <input data-suggest> leads to the page of the thing that is chosen; <select data-kind="agency"> with many values becomes a
// text of which only these can be chosen, and sends what it sent before. The pattern is the combobox of WAI-ARIA.
"use strict";

(function () {
  const SERVICE = "/reconcile/suggest/entity";
  const LONG = 10;
  const WAIT = 120;

  document.querySelectorAll("input[data-suggest]").forEach(search);
  document.querySelectorAll("select[data-kind]").forEach((select) => select.options.length > LONG && replace(select));

  function search(input) {
    combobox(input, (text) => (text ? found(text) : []), (item) =>
      window.location.assign("/reconcile/view?id=" + encodeURIComponent(item.id)),
    );
  }

  function replace(select) {
    const input = document.createElement("input");
    const shown = () => (select.value ? select.selectedOptions[0].text : "");
    const label = select.labels[0];
    input.id = select.id;
    input.required = select.required;
    input.placeholder = select.required ? "" : select.options[0].text;
    input.value = shown();
    select.removeAttribute("id");
    select.required = false;
    select.hidden = true;
    select.after(input);
    label.htmlFor = input.id;
    const choose = (item) => {
      select.value = item.id;
      input.value = item.name;
    };
    combobox(input, (text) => (text === shown() ? named(select, "") : values(select, text)), choose);
    input.addEventListener("focus", () => input.select());
    input.addEventListener("blur", () => {
      if (!input.value.trim() && select.options[0].value === "") {
        select.value = "";
      }
      input.value = shown();
    });
  }

  // The values whose names of this page hold the text, then those that the service knows by it.
  async function values(select, text) {
    const near = named(select, text);
    const more = text ? await found(text, select.dataset.kind) : [];
    const known = new Set([...select.options].map((option) => option.value));
    const far = more
      .map((item) => ({ ...item, id: item.id.replace(/^[^/]*\//, "") }))
      .filter((item) => known.has(item.id) && !near.some((other) => other.id === item.id));
    return [...near, ...far];
  }

  function named(select, text) {
    return [...select.options]
      .filter((option) => option.value && (option.text + " " + option.value).toLowerCase().includes(text.toLowerCase()))
      .map((option) => ({ id: option.value, name: option.text }));
  }

  async function found(text, kind) {
    const query = new URLSearchParams({ prefix: text, lang: document.documentElement.lang });
    if (kind) {
      query.set("type", kind);
    }
    const response = await fetch(SERVICE + "?" + query);
    return response.ok ? (await response.json()).result : [];
  }

  // An input with a list below it; only the answer to the last text is shown.
  function combobox(input, find, choose) {
    const list = document.createElement("ul");
    let items = [];
    let at = -1;
    let asked = 0;
    list.id = "list-" + input.id;
    list.className = "suggestions";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.labels.length ? input.labels[0].textContent.trim() : input.ariaLabel);
    input.after(list);
    input.parentElement.classList.add("completed");
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    input.autocomplete = "off";
    close();

    input.addEventListener("input", () => ask(WAIT));
    input.addEventListener("click", () => ask(0));
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && list.hidden) {
        ask(0);
      } else if (step) {
        mark((Math.max(at, step < 0 ? 0 : -1) + step + items.length) % items.length);
      } else if (event.key === "Enter" && at >= 0 && !list.hidden) {
        take(at);
      } else if (event.key === "Escape" && !list.hidden) {
        close();
      } else {
        return;
      }
      event.preventDefault();
    });

    function ask(wait) {
      const turn = ++asked;
      setTimeout(async () => {
        const answer = turn === asked ? await find(input.value.trim()) : [];
        if (turn === asked && document.activeElement === input) {
          show(answer);
        }
      }, wait);
    }

    function show(answer) {
      items = answer;
      at = -1;
      list.replaceChildren(...items.map(entry));
      list.hidden = items.length === 0;
      input.setAttribute("aria-expanded", String(!list.hidden));
      input.removeAttribute("aria-activedescendant");
    }

    function entry(item, index) {
      const line = document.createElement("li");
      line.id = list.id + "-" + index;
      line.setAttribute("role", "option");
      line.append(item.name);
      const beside = [item.description, ...(item.notable || []).map((kind) => kind.name)].filter(Boolean).join(" · ");
      if (beside) {
        const small = document.createElement("small");
        small.textContent = beside;
        line.append(" ", small);
      }
      line.addEventListener("mousedown", (event) => {
        event.preventDefault();
        take(index);
      });
      return line;
    }

    function mark(index) {
      [...list.children].forEach((line, other) => line.setAttribute("aria-selected", String(other === index)));
      at = index;
      input.setAttribute("aria-activedescendant", list.children[index].id);
      list.children[index].scrollIntoView({ block: "nearest" });
    }

    function take(index) {
      choose(items[index]);
      close();
    }

    function close() {
      asked++;
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
    }
  }
})();
