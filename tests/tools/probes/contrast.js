// The texts whose colour is too near to what lies behind them: WCAG asks for 4.5 to 1, and for 3 to
// 1 where letters are large. Behind a text lie the boxes it is in and, in a picture, the shapes that
// were painted there before it.
() => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const rgba = text => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = "#000";
    canvas.fillStyle = text;
    canvas.fillRect(0, 0, 1, 1);
    const data = [...canvas.getImageData(0, 0, 1, 1).data];
    return {channels: data.slice(0, 3), alpha: data[3] / 255};
  };
  const over = (top, below) =>
    top.channels.map((value, at) => value * top.alpha + below[at] * (1 - top.alpha));
  const lit = value => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  const light = ([r, g, b]) => 0.2126 * lit(r) + 0.7152 * lit(g) + 0.0722 * lit(b);
  const ratio = (a, b) => {
    const [low, high] = [light(a), light(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };

  const behind = e => {
    const layers = [];
    for (; e; e = e.parentElement) {
      const layer = rgba(getComputedStyle(e).backgroundColor);
      if (layer.alpha) layers.push(layer);
      if (layer.alpha === 1) break;
    }
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const ground = dark && !matchMedia("print").matches ? [18, 18, 18] : [255, 255, 255];
    return layers.reduceRight((below, layer) => over(layer, below), ground);
  };

  const painted = (text, svg) => {
    const box = text.getBoundingClientRect();
    const middle = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2);
    let ground = behind(svg);
    for (const shape of svg.querySelectorAll("rect, path, circle, ellipse, polygon")) {
      if (!(shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING)) break;
      const style = getComputedStyle(shape);
      const matrix = shape.getScreenCTM();
      if (style.fill === "none" || style.fill.startsWith("url") || !matrix) continue;
      if (shape.closest("defs, clipPath, mask, symbol")) continue;
      if (!shape.isPointInFill(middle.matrixTransform(matrix.inverse()))) continue;
      const fill = rgba(style.fill);
      fill.alpha *= style.fillOpacity * style.opacity;
      ground = over(fill, ground);
    }
    return ground;
  };

  const low = [];
  let seen = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const data = walker.currentNode.data.trim();
    const e = walker.currentNode.parentElement;
    const drawn = e.closest("svg");
    if (!data || e.closest("script, style, title, desc")) continue;
    if (!e.checkVisibility({visibilityProperty: true}) || !e.getClientRects().length) continue;
    seen++;
    const style = getComputedStyle(e);
    const ground = drawn ? painted(e, drawn) : behind(e);
    const ink = rgba(drawn ? style.fill : style.color);
    for (let up = e; up; up = up.parentElement) ink.alpha *= getComputedStyle(up).opacity;
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    const found = ratio(over(ink, ground), ground);
    if (found < (large ? 3 : 4.5)) low.push(`${data.slice(0, 60)} | ${found.toFixed(2)} to 1`);
  }
  return {seen, found: low};
}
