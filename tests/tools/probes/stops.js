// Where Tab must stop, in the order of the page, each with a mark that tells it again, and where it
// stands on the page before anything is scrolled.
() => {
  const kinds = "a[href], area[href], button, input, select, textarea, summary, iframe, [tabindex]";
  const grouped = new Set();
  const reachable = e => {
    if (e.tabIndex < 0 || e.disabled || e.closest("[inert]")) return false;
    if (!e.checkVisibility({visibilityProperty: true})) return false;
    if (e.type !== "radio") return true;
    const first = !grouped.has(e.name);
    grouped.add(e.name);
    return first;
  };
  return [...document.querySelectorAll(kinds)].filter(reachable).map((e, at) => {
    e.dataset.stop = at;
    const box = e.getBoundingClientRect();
    const name = (e.getAttribute("aria-label") || e.textContent).trim().slice(0, 40);
    return {
      name: `${e.tagName.toLowerCase()} ${name}`,
      left: box.left, right: box.right, top: box.top + scrollY, bottom: box.bottom + scrollY,
      skip: e.matches(".skip, [class*=skip]"),
      region: e.matches("[role=region]"),
    };
  });
}
