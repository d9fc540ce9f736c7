// The page of a question: its answer is sorted, filtered and copied where it stands.
"use strict";

(function () {
  const table = document.querySelector("section[aria-labelledby=answer] table");
  const language = document.documentElement.lang;

  if (table) {
    useTools(document.querySelector(".tools"));
    [...table.tHead.rows[0].cells].forEach(sortable);
  }

  // Rows with what belongs below them.
  function groups() {
    const groups = [];
    [...table.tBodies[0].rows].forEach((row) =>
      row.classList.contains("evidence") ? groups[groups.length - 1].push(row) : groups.push([row]),
    );
    return groups;
  }

  // What a spreadsheet reads too: a number in digits, and any other text as it stands.
  function plain(cell) {
    return cell.dataset.value ?? cell.innerText.trim();
  }

  function useTools(tools) {
    const [filter, button, shown] = ["input", "button", "output"].map((name) => tools.querySelector(name));
    tools.hidden = false;
    filter.addEventListener("input", () => {
      const word = filter.value.trim().toLowerCase();
      const all = groups();
      all.forEach((rows) => {
        const found = rows.some((row) => row.textContent.toLowerCase().includes(word));
        rows.forEach((row) => (row.hidden = !found));
      });
      shown.value = word ? all.filter(([row]) => !row.hidden).length + " / " + all.length : "";
      table.dispatchEvent(new Event("rows"));
    });
    button.addEventListener("click", async () => {
      const rows = [...table.rows].filter((row) => !row.hidden && !row.classList.contains("evidence"));
      const text = rows.map((row) => [...row.cells].map(plain).join("\t")).join("\n");
      await navigator.clipboard.writeText(text);
      shown.value = button.dataset.done;
    });
  }

  function sortable(head) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      table.querySelectorAll("th[aria-sort]").forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      sort(head.cellIndex, down ? -1 : 1);
    });
  }

  function sort(column, way) {
    const order = new Intl.Collator(language, { numeric: true });
    const key = ([row]) => plain(row.cells[column]);
    const compare = (one, other) =>
      one && other && isFinite(one) && isFinite(other) ? one - other : order.compare(one, other);
    const sorted = groups().sort((one, other) => way * compare(key(one), key(other)));
    table.tBodies[0].append(...sorted.flat());
    table.dispatchEvent(new Event("rows"));
  }
})();
