// What has the focus now: its stop, whether it is in sight, and how strong its ring is.
() => {
  const e = document.activeElement;
  if (!e || e === document.body || e === document.documentElement) return null;
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const rgba = text => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = text;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const lit = value => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  const light = ([r, g, b]) => 0.2126 * lit(r) + 0.7152 * lit(g) + 0.0722 * lit(b);
  const ground = from => {
    for (let up = from; up; up = up.parentElement) {
      const found = rgba(getComputedStyle(up).backgroundColor);
      if (found[3] === 255) return found;
    }
    return [255, 255, 255, 255];
  };
  const style = getComputedStyle(e);
  // A ring with a distance lies on what is around; one that is drawn inside lies on the element.
  const on = parseFloat(style.outlineOffset) < 0 ? e : e.parentElement;
  const [low, high] = [light(rgba(style.outlineColor)), light(ground(on))].sort((a, b) => a - b);
  // In sight is what shows at least a spot of itself in the window, under nothing else.
  const shows = line => {
    const [left, right] = [Math.max(line.left, 0), Math.min(line.right, innerWidth)];
    const [top, bottom] = [Math.max(line.top, 0), Math.min(line.bottom, innerHeight)];
    if (left >= right || top >= bottom) return false;
    return [0.03, 0.25, 0.5, 0.75, 0.97].some(x => [0.1, 0.5, 0.9].some(y => {
      const hit = document.elementFromPoint(
        left + (right - left) * x, top + (bottom - top) * y);
      return hit && e.contains(hit);
    }));
  };
  const seen = [...e.getClientRects()].some(shows);
  return {
    stop: e.dataset.stop === undefined ? -1 : Number(e.dataset.stop),
    name: `${e.tagName.toLowerCase()} ${e.textContent.trim().slice(0, 40)}`,
    ring: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    contrast: (high + 0.05) / (low + 0.05),
    seen,
    frame: e.tagName === "IFRAME",
  };
}
