"use strict";
/* Tables that can be put in another order, by the button in the head of a column. */
for (const table of document.querySelectorAll("table[data-sortable]")) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const language = document.documentElement.lang;
  const order = new Intl.Collator(language, {numeric: true});
  heads.forEach((head, column) => {
    if ("fixed" in head.dataset) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    const paper = document.createElement("span");
    paper.className = "paper";
    paper.append(...head.childNodes);
    head.append(button, paper);
    button.addEventListener("click", () => {
      const was = head.getAttribute("aria-sort");
      const down = was ? was === "ascending" : "down" in head.dataset;
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const value = row => row.cells[column].dataset.value;
      const rows = [...body.rows].sort((one, other) => {
        const [a, b] = [value(one), value(other)];
        if (!a || !b) return a ? -1 : b ? 1 : 0; /* what is unknown comes last either way */
        const [x, y] = [Number(a), Number(b)];
        const by = Number.isNaN(x) || Number.isNaN(y) ? order.compare(a, b) : x - y;
        return down ? -by : by;
      });
      body.append(...rows);
    });
  });
}
