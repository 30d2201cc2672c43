"use strict";
(() => {
  const root = document.documentElement;
  const part = (id) => document.getElementById(id);
  const frame = () => part("view").querySelector("iframe:not(.coming)");
  let events = null;
  let busy = false;
  let again = false;

  // What a reader has unfolded and where they stand, in words that outlive the page.
  const folds = (doc) => {
    const seen = new Map();
    return [...doc.querySelectorAll("details")].map((fold) => {
      const home = fold.closest("[id]")?.id ?? "";
      const at = seen.get(home) ?? 0;
      seen.set(home, at + 1);
      return [`${home}#${at}`, fold];
    });
  };
  const boxes = (doc) => [...doc.querySelectorAll("[tabindex]")];
  const top = (doc, id) => doc.getElementById(id)?.getBoundingClientRect().top;

  const kept = (old) => {
    const doc = old.contentDocument;
    const win = old.contentWindow;
    const inSight = (item) => {
      const box = item.getBoundingClientRect();
      return box.height > 0 && box.top >= 0 && box.top < win.innerHeight;
    };
    const near = [...doc.querySelectorAll("[id]")].find(inSight)?.id ?? "";
    return {
      place: win.location.search + win.location.hash,
      folds: new Map(folds(doc).map(([name, fold]) => [name, fold.open])),
      boxes: boxes(doc).map((box) => [box.scrollLeft, box.scrollTop]),
      scroll: [win.scrollX, win.scrollY],
      near,
      top: top(doc, near),
      focused: document.activeElement === old,
      focus: doc.activeElement?.id ?? "",
    };
  };

  const restore = (fresh, was) => {
    const doc = fresh.contentDocument;
    const win = fresh.contentWindow;
    for (const [name, fold] of folds(doc)) {
      if (was.folds.has(name)) fold.open = was.folds.get(name);
    }
    boxes(doc).forEach((box, at) => {
      if (was.boxes[at]) [box.scrollLeft, box.scrollTop] = was.boxes[at];
    });
    win.scrollTo({ left: was.scroll[0], top: was.scroll[1], behavior: "instant" });
    const moved = (top(doc, was.near) ?? was.top) - was.top;
    if (was.scroll[1] > 0 && moved) win.scrollBy({ top: moved, behavior: "instant" });
    if (was.focused) {
      win.focus();
      if (was.focus) doc.getElementById(was.focus)?.focus({ preventScroll: true });
    }
  };

  // The address of the map within goes into that of the page around it, and back on loading.
  const attend = (shown) => {
    const doc = shown.contentDocument;
    const win = shown.contentWindow;
    if (!doc || !win) return;
    const mirror = () => {
      if (frame() !== shown) return;
      const place = win.location.search + win.location.hash;
      if (place !== location.search + location.hash) {
        history.replaceState(null, "", location.pathname + place);
      }
    };
    const here = win.location.href.split("#")[0];
    for (const link of doc.links) {
      if (link.href.split("#")[0] !== here) link.target = "_blank";
    }
    win.addEventListener("hashchange", mirror);
    for (const kind of ["input", "change", "click"]) {
      doc.addEventListener(kind, () => setTimeout(mirror, 400));
    }
  };

  const loaded = (shown) =>
    new Promise((done) => {
      shown.addEventListener("load", () => done(), { once: true });
    });

  // A new frame is filled behind the old one and takes its place when it looks the same.
  const renew = async (src, title) => {
    const old = frame();
    const was = kept(old);
    const fresh = document.createElement("iframe");
    fresh.className = "coming";
    fresh.title = title;
    fresh.src = src + was.place;
    const ready = loaded(fresh);
    part("view").append(fresh);
    await ready;
    if (!fresh.contentDocument?.body) {
      fresh.remove();
      return false;
    }
    await fresh.contentDocument.fonts.ready;
    Object.assign(was, { scroll: kept(old).scroll, top: top(old.contentDocument, was.near) });
    restore(fresh, was);
    fresh.className = "";
    old.remove();
    attend(fresh);
    return true;
  };

  const swap = (id, next) => {
    const old = part(id);
    const fresh = next.getElementById(id);
    // What reads the page aloud shall not repeat what it has said.
    if (old.innerHTML === fresh.innerHTML) return;
    const open = old.querySelector("details")?.open;
    old.replaceChildren(...[...fresh.childNodes].map((node) => document.importNode(node, true)));
    if (open && old.querySelector("details")) old.querySelector("details").open = true;
  };

  const showView = async (next) => {
    const view = part("view");
    const fresh = next.getElementById("view");
    const { page, digest } = fresh.dataset;
    const same = page !== undefined && page === view.dataset.page;
    if (same && digest === view.dataset.digest) return;
    if (same && frame()) {
      if (!(await renew(page, fresh.querySelector("iframe").title))) return;
    } else {
      swap("view", next);
      start();
    }
    for (const name of ["page", "digest"]) {
      if (fresh.dataset[name] === undefined) delete view.dataset[name];
      else view.dataset[name] = fresh.dataset[name];
    }
  };

  const take = async () => {
    const answer = await fetch(location.pathname, { cache: "no-store", redirect: "error" });
    if (answer.status === 404 && location.pathname !== root.dataset.home) {
      location.replace(root.dataset.home);
      return;
    }
    if (!answer.ok) return;
    const next = new DOMParser().parseFromString(await answer.text(), "text/html");
    document.title = next.title;
    root.lang = next.documentElement.lang;
    root.dir = next.documentElement.dir;
    for (const id of ["where", "more", "said", "state"]) swap(id, next);
    await showView(next);
    root.dataset.version = next.documentElement.dataset.version;
  };

  const refresh = async () => {
    again = true;
    if (busy) return;
    busy = true;
    try {
      while (again) {
        again = false;
        await take();
      }
    } catch {
      // The preview has ended, or is just starting again: the line of events will tell.
    } finally {
      busy = false;
    }
  };

  const listen = () => {
    events = new EventSource(root.dataset.events);
    events.onopen = () => {
      root.dataset.state = "live";
    };
    events.onerror = () => {
      root.dataset.state = "lost";
    };
    events.onmessage = (event) => {
      if (event.data !== root.dataset.version) refresh();
    };
  };

  const start = () => {
    const shown = frame();
    if (!shown) return;
    shown.addEventListener("load", () => {
      attend(shown);
      if (document.activeElement === document.body) shown.contentWindow.focus();
    });
    const place = location.search + location.hash;
    if (place) shown.contentWindow.location.replace(shown.src + place);
  };

  // A browser keeps few connections to one address: tabs that nobody sees give theirs back.
  document.addEventListener("visibilitychange", () => {
    events?.close();
    if (document.visibilityState === "visible") listen();
  });
  start();
  listen();
})();
