// Picks touchpoints out by the bar above the map, and shows what a link into the page leads to.
(() => {
  "use strict";
  const all = (query, root = document) => Array.from(root.querySelectorAll(query));
  const bar = document.querySelector(".filters");
  const selects = bar ? all("select", bar) : [];
  const field = bar?.querySelector("input");
  const cards = all(".card");
  const parts = all("[data-of], [data-who]");

  // What readers take for the same: case, accents, Persian letters, digits, half-spaces.
  const LIKE = { "ي": "ی", "ى": "ی", "ك": "ک", "ە": "ه", "ة": "ه", "٫": ".", "٪": "%", "−": "-" };
  const fold = (text) => text.normalize("NFKD").toLowerCase()
    .replace(/[\p{M}\p{Cf}ـ٬]/gu, "")
    .replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt(0) & 15)
    .replace(/[يىكەة٫٪−]/g, (letter) => LIKE[letter]);

  // What people wrote, without the labels beside it.
  const LABELS = "dt, .key, .eyebrow, summary, title";
  const said = (root) => {
    const walker = document.createTreeWalker(root, 5, (node) => node.matches?.(LABELS) ? 2 : 1);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode.data);
    return fold(texts.join(" "));
  };
  const known = new Map();
  const text = (key, ...places) => {
    if (!known.has(key)) known.set(key, places.map(said).join(" "));
    return known.get(key);
  };
  const about = new Map(cards.map((card) => [card.id, [card]]));
  for (const part of parts) {
    if (about.has(part.dataset.of)) about.get(part.dataset.of).push(part);
  }

  const tagged = (element, tags) => {
    const mine = (element.dataset.tags || "").split(" ");
    return tags.every((tag) => mine.includes(tag));
  };
  const tag = (select) => (select.selectedIndex > 0 && select.selectedOptions[0].dataset.tag) || "";
  const empty = (query, inner, active) => {
    for (const part of all(query)) {
      part.hidden = active && all(inner, part).every((one) => one.hidden);
    }
  };

  const show = () => {
    const tags = selects.map(tag).filter(Boolean);
    const words = fold(field.value).split(/\s+/).filter(Boolean);
    const active = tags.length + words.length > 0;
    const says = (key, places) => words.every((word) => text(key, ...places).includes(word));
    const gone = new Set();
    for (const card of cards) {
      card.hidden = active && !(tagged(card, tags) && says(card.id, about.get(card.id)));
      if (card.hidden) gone.add(card.id);
    }
    const person = tags.find((one) => one[0] === "p");
    for (const part of parts) {
      const { of, who } = part.dataset;
      const lost = gone.has(of) || Boolean(person && who && who !== person);
      if (part.matches(".bundle")) part.hidden = lost;
      else if (!part.matches("tr")) part.classList.toggle("dimmed", lost);
    }
    for (const row of all("tr[data-tags]")) {
      const at = row.dataset.of || row;
      row.hidden = active && !(tagged(row, tags) && says(at, about.get(at) || [row]));
    }
    empty(".channels tr", ".card", active);
    empty(".line", ".bundle", active);
    empty(".map .backstage, .map .lanes", ".line", active);
    empty(".ranking, .ideas", "tr[data-tags]", active);
    tell(cards.length - gone.size, active);
  };

  const number = (amount) => amount.toLocaleString(bar.lang, { useGrouping: false });
  const tell = (count, active) => {
    const amount = count || !active ? bar.dataset.count : bar.dataset.none;
    const line = amount.replace("{shown}", number(count)).replace("{all}", number(cards.length));
    bar.querySelector("[role=status]").textContent = line;
    bar.querySelector("button").disabled = !active;
    const label = (input) => bar.querySelector(`label[for="${input.id}"]`).textContent;
    const picked = selects.filter(tag).map((select) =>
      `${label(select)}: ${select.selectedOptions[0].dataset.title}`);
    if (field.value.trim()) picked.push(`${label(field)}: \u2068${field.value.trim()}\u2069`);
    for (const note of all(".filtered")) {
      note.hidden = !active;
      note.lastElementChild.textContent = [...picked, line].join(" · ");
    }
  };

  // What is shown can be shared: it stands in the address.
  const remember = () => {
    const address = new URL(location.href);
    for (const input of [...selects, field]) {
      const value = input.value.trim();
      if (value) address.searchParams.set(input.name, value);
      else address.searchParams.delete(input.name);
    }
    try {
      history.replaceState(history.state, "", address);
    } catch { /* Where the browser refuses, the page works all the same. */ }
  };
  const recall = () => {
    const asked = new URLSearchParams(location.search);
    for (const input of [...selects, field]) {
      input.value = asked.get(input.name) || "";
      if (input.selectedIndex < 0) input.selectedIndex = 0;
    }
  };
  // A wide map moves to what is left of it, where none of that is in sight.
  const follow = () => {
    for (const box of all(".frame > .scroll")) {
      const { left, right } = box.getBoundingClientRect();
      const found = all(".card:not([hidden])", box).map((card) => card.getBoundingClientRect());
      if (!found.length || found.some((one) => one.left >= left && one.right <= right)) continue;
      box.scrollBy((found[0].left + found[0].right - left - right) / 2, 0);
    }
  };
  const change = () => {
    show();
    follow();
    remember();
  };
  const reset = () => {
    for (const input of [...selects, field]) input.value = "";
    change();
  };

  // What a link leads to is in sight, whatever is picked out, with its details open.
  const arrive = () => {
    const target = document.querySelector(":target");
    if (!target) return;
    if (target.closest("[hidden]") && bar) reset();
    if (!target.matches(".card")) return;
    for (const more of all("details", target)) more.open = true;
    target.scrollIntoView({ block: "start", inline: "nearest" });
  };

  if (bar) {
    bar.hidden = false;
    recall();
    show();
    follow();
    bar.addEventListener("input", change);
    bar.querySelector("button").addEventListener("click", () => {
      reset();
      (selects[0] || field).focus();
    });
  }
  addEventListener("load", arrive);
  addEventListener("hashchange", arrive);
  addEventListener("click", (event) => {
    if (event.target.closest('a[href^="#"]')) setTimeout(arrive);
  });
})();
