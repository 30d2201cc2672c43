"use strict";
/* Search over everything that lies in the page. Nothing is fetched, nothing is sent. */
{
  const MOST = 100;
  const byId = id => document.getElementById(id);
  const [form, field, count, found] = ["search", "words", "count", "found"].map(byId);
  const everything = byId("everything");
  const language = document.documentElement.lang;
  const letters = {"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه"};
  const fold = text => text.normalize("NFKD").toLowerCase()
    .replace(/[\u0300-\u036f\u0640\u064b-\u065f\u0670\u200b-\u200f\u2066-\u2069]/g, "")
    .replace(/[يىكةۀ]/g, letter => letters[letter])
    .replace(/[۰-۹]/g, digit => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[٠-٩]/g, digit => String(digit.charCodeAt(0) - 0x660));

  let entries;
  const read = () => {
    const data = JSON.parse(byId("entries").textContent);
    const all = [];
    const add = (kind, title, place, text, lang, href, journey) => {
      const label = data.kinds[kind] || kind;
      const inTitle = fold(title);
      all.push({label, title, place, text, lang, href, journey, inTitle,
        whole: `${inTitle} ${fold(`${place} ${text} ${label}`)}`});
    };
    for (const [path, lang, journey, parts] of data.journeys)
      for (const [kind, title, place, text, anchor] of parts)
        add(kind, title, place, text, lang, anchor ? `${path}#${anchor}` : path,
          kind === "journey" ? "" : journey);
    for (const [kind, title, text, lang, href] of data.declared)
      add(kind, title, "", text, lang, href, "");
    return all;
  };

  const said = (name, text, lang, kind) => {
    const made = document.createElement(name);
    const inside = document.createElement("bdi");
    inside.textContent = text;
    if (lang && lang !== language) inside.lang = lang;
    if (kind) made.className = kind;
    made.append(inside);
    return made;
  };

  const shown = (entry, words) => {
    const item = document.createElement("li");
    const title = said(entry.href ? "a" : "strong", entry.title, entry.lang, "hit");
    if (entry.href) title.href = entry.href;
    item.append(said("span", entry.label, "", "eyebrow"), title);
    const place = [entry.journey, entry.place].filter(Boolean).join(" · ");
    if (place) item.append(said("span", place, entry.lang, "aside"));
    const told = entry.text.split(" · ")
      .filter(part => words.some(word => fold(part).includes(word))).slice(0, 2).join(" · ");
    if (told) item.append(said("span", told, entry.lang, "told"));
    return item;
  };

  const phrase = (hits, first) => {
    const number = value => value.toLocaleString(language);
    const key = !hits ? "none" : hits === 1 ? "one" : first ? "first" : "many";
    return count.dataset[key].replace("{count}", number(hits)).replace("{first}", number(MOST));
  };

  const look = () => {
    const words = fold(field.value).split(/\s+/).filter(Boolean);
    try {
      const query = field.value ? `?q=${encodeURIComponent(field.value)}` : "";
      history.replaceState(null, "", location.pathname + query);
    } catch { /* some browsers keep the addresses of files as they are */ }
    everything.hidden = words.length > 0;
    found.replaceChildren();
    count.textContent = "";
    if (!words.length) return;
    entries ||= read();
    const hits = entries.filter(entry => words.every(word => entry.whole.includes(word)));
    const rank = entry => words.every(word => entry.inTitle.includes(word)) ? 0 : 1;
    hits.sort((one, other) => rank(one) - rank(other));
    found.append(...hits.slice(0, MOST).map(entry => shown(entry, words)));
    count.textContent = phrase(hits.length, hits.length > MOST);
  };

  let waiting;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 80);
  });
  form.addEventListener("submit", event => {
    event.preventDefault();
    look();
  });
  addEventListener("keydown", event => {
    const typing = event.target === field;
    if (event.key === "/" && !typing) {
      event.preventDefault();
      field.focus();
    }
    if (event.key === "Escape" && typing && field.value) {
      field.value = "";
      look();
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [field, ...found.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  });
  form.hidden = false;
  field.value = new URLSearchParams(location.search).get("q") || "";
  look();
}
