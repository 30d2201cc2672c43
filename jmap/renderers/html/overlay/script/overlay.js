// Shows a touchpoint in both maps and in the picture at once, wherever it was chosen.
(() => {
  "use strict";
  const all = (query) => Array.from(document.querySelectorAll(query));
  const rows = all(".row[data-map]");
  const byPicture = new Map(rows.map((row) => [row.dataset.map, row]));

  const mark = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    all(".here").forEach((one) => one.classList.remove("here"));
    all("[aria-current]").forEach((one) => one.removeAttribute("aria-current"));
    const row = byPicture.get(id) || document.getElementById(id);
    if (!row || !row.classList.contains("row")) return;
    const twin = document.getElementById(row.dataset.twin || "");
    for (const one of [row, twin]) {
      if (!one) continue;
      one.classList.add("here");
      document.getElementById(one.dataset.map)?.classList.add("here");
      for (const link of all(`.item a[href="#${CSS.escape(one.id)}"]`)) {
        link.setAttribute("aria-current", "true");
      }
    }
  };

  // What is chosen in the picture is shown in the maps.
  for (const [id, row] of byPicture) {
    const drawn = document.getElementById(id);
    drawn?.addEventListener("click", () => {
      location.hash = row.id;
    });
  }
  addEventListener("hashchange", mark);
  mark();
})();
