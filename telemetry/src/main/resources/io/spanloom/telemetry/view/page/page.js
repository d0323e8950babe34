const POLL_MILLIS = 2000;
const filter = byId("filter");

/** Takes in what the program says: all ids, and the traces that are new or have changed. */
function take(update) {
  if (update.run === state.run && update.version === state.version) {
    return;
  }
  if (update.run !== state.run) {
    state.traces.clear();
  }
  state.run = update.run;
  state.version = update.version;
  state.ids = update.ids;
  for (const trace of update.traces) {
    state.traces.set(trace.id, trace);
  }
  for (const id of state.traces.keys()) {
    if (!update.ids.includes(id)) {
      state.traces.delete(id);
    }
  }
  redrawChangedTrace();
  drawList();
}

/** Shows what came of the selected trace; the reader stays where they were. */
function redrawChangedTrace() {
  const shown = state.trace;
  const now = shown && state.traces.get(shown.id);
  if (!now || now === shown) {
    return;
  }
  const selected = shown.spans[state.span].id;
  const collapsed = new Set([...state.collapsed].map(index => shown.spans[index].id));
  const scrolled = [spans, byId("details")].map(each => [each, each.scrollTop]);
  showTrace(now, Math.max(0, now.spans.findIndex(span => span.id === selected)));
  now.spans.forEach((span, index) => setCollapsed(index, collapsed.has(span.id)));
  scrolled.forEach(([each, top]) => each.scrollTop = top);
}

async function poll() {
  try {
    const answer = await fetch("traces?run=" + (state.run || "none") + "&since=" + state.version);
    take(await answer.json());
    byId("notice").hidden = true;
  } catch (failure) {
    byId("notice").textContent =
      "The program has ended or does not answer. This is what it showed last.";
    byId("notice").hidden = false;
  }
  setTimeout(poll, POLL_MILLIS);
}

filter.addEventListener("input", () => {
  state.words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
  drawList();
  markMatches();
});

filter.addEventListener("keydown", event => {
  if (event.key === "Enter" || event.key === "ArrowDown") {
    event.preventDefault();
    list.focus();
  }
});

document.addEventListener("keydown", event => {
  if (event.key === "/" && document.activeElement !== filter && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    filter.focus();
    filter.select();
  } else if (event.key === "Escape") {
    event.preventDefault();
    leave();
  }
});

/** One step out: from the details to the spans, to the list; from the filter to all traces. */
function leave() {
  const active = document.activeElement;
  if (byId("details").contains(active)) {
    spans.focus();
  } else {
    if (active === filter && filter.value) {
      filter.value = "";
      filter.dispatchEvent(new Event("input"));
    }
    list.focus();
  }
}

const data = byId("data").textContent.trim();
if (data) {
  take(JSON.parse(data));
} else {
  poll();
}
list.focus();
