// The texts that are cut off: outside a box that hides what lies beyond it or, on paper, outside
// the sheet. A box of one pixel hides its text from the eye on purpose; so does aria-hidden from
// the ear, and what is only decoration may slide out of sight.
paper => {
  const hides = value => value === "hidden" || value === "clip" || (paper && value !== "visible");
  const scrolls = style => !paper && /auto|scroll/.test(style.overflowX + style.overflowY);
  const cut = [];

  const outside = (rect, box, style) => {
    const slack = rect.height / 5;
    const x = hides(style.overflowX) && (rect.left < box.left - 1 || rect.right > box.right + 1);
    const y = hides(style.overflowY)
      && (rect.top < box.top - slack || rect.bottom > box.bottom + slack);
    return x || y;
  };

  const culprit = (node, rects) => {
    const wide = rect => rect.left < -1 || rect.right > document.documentElement.clientWidth + 1;
    for (let e = node.parentElement; e && e !== document.body; e = e.parentElement) {
      const style = getComputedStyle(e);
      if (scrolls(style)) return "";
      if (!hides(style.overflowX) && !hides(style.overflowY)) continue;
      const box = e.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1) return "";
      if (rects.some(rect => outside(rect, box, style))) return `${e.tagName}.${e.classList}`;
    }
    return paper && rects.some(wide) ? "the sheet" : "";
  };

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let seen = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const e = node.parentElement;
    if (!node.data.trim() || e.closest("script, style, [aria-hidden=true]")) continue;
    if (!e.checkVisibility({visibilityProperty: true})) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()].filter(rect => rect.width);
    if (!rects.length) continue;
    seen++;
    const by = culprit(node, rects);
    if (by) cut.push(`${node.data.trim().slice(0, 60)} | cut by ${by}`);
  }
  return {seen, found: cut};
}
