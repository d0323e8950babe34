const rows = byId("spans");
const MAX_INDENTED_LEVELS = 12;
const MAX_EVENT_MARKS = 50;

/** Renders the selected trace: its summary, its time axis and a row for each span. */
function renderTrace() {
  const trace = state.trace;
  byId("summary").replaceChildren(...(trace ? summary(trace) : []));
  renderRuns();
  byId("axis").replaceChildren(...(trace ? axis(trace) : []));
  rows.replaceChildren(...(trace ? trace.spans.map((span, index) => row(trace, index)) : []));
}

function renderMatches() {
  if (state.trace) {
    const texts = searchTexts(state.trace);
    [...rows.children].forEach((child, index) =>
      child.classList.toggle("match", isFiltered() && matchesFilter(texts[index], state.trace.spans[index])));
  }
}

/** Renders which spans are collapsed, and hides the spans inside them. */
function renderCollapsed() {
  let hiddenBelow = Infinity;
  [...rows.children].forEach((child, index) => {
    const depth = state.trace.spans[index].depth;
    const collapsed = state.collapsed.has(index);
    child.hidden = depth > hiddenBelow;
    if (!child.hidden) {
      hiddenBelow = collapsed ? depth : Infinity;
    }
    if (hasChildren(state.trace, index)) {
      child.setAttribute("aria-expanded", String(!collapsed));
      child.querySelector(".twisty").textContent = collapsed ? "▸" : "▾";
    }
  });
}

function renderSelectedRow() {
  markSelected(rows, rows.children[state.span]);
  const link = byId("summary").querySelector("a");
  if (link) {
    link.href = "#trace=" + state.trace.id + "&span=" + state.trace.spans[state.span].id;
  }
}

function summary(trace) {
  const facts = [
    element("h2", "", trace.name),
    element("span", "number", duration(trace.duration)),
    element("span", "", plural(trace.spans.length, "span")),
  ];
  if (!trace.finished) {
    facts.push(element("span", "", "unfinished: the root span has not ended"));
  }
  if (trace.discarded) {
    facts.push(element("span", "error", plural(trace.discarded, "more span") + " not kept"));
  }
  if (trace.errors) {
    facts.push(element("span", "error", "✖ " + plural(trace.errors, "error")));
  }
  if (trace.usage) {
    facts.push(element("span", "usage", trace.usage));
  }
  facts.push(element("span", "", new Date(trace.started).toLocaleString()));
  if (trace.service) {
    facts.push(element("span", "", trace.service));
  }
  const download = element("button", "download", "Download as OTLP JSON");
  return [...facts, element("a", "", "Link"), download];
}

function axis(trace) {
  const scale = element("div", "scale");
  for (const part of [0, 0.25, 0.5, 0.75, 1]) {
    const tick = element("span", "", part ? duration(trace.duration * part) : "0");
    tick.style.left = part * 100 + "%";
    scale.append(tick);
  }
  return [element("div"), scale];
}

function row(trace, index) {
  const span = trace.spans[index];
  const created = element("div", "row");
  created.id = "span-" + index;
  created.setAttribute("role", "treeitem");
  created.setAttribute("aria-selected", "false");
  created.setAttribute("aria-level", span.depth + 1);
  created.setAttribute(
    "aria-label",
    [visible(span.name), span.kind.toLowerCase(), duration(span.duration), span.failed ? "error" : ""]
      .filter(Boolean).join(", "));
  created.append(label(span), track(trace, span));
  return created;
}

function label(span) {
  const created = element("div", span.failed ? "label error" : "label");
  // At most a third of the column, so that names stay readable in deep traces and narrow windows.
  created.style.paddingLeft = "min(33%, " + Math.min(span.depth, MAX_INDENTED_LEVELS) * 12 + "px)";
  created.append(element("span", "twisty"));
  if (span.depth > MAX_INDENTED_LEVELS) {
    created.append(element("span", "depth", "·" + span.depth + "·"));
  }
  created.append(element("span", "name", (span.failed ? "✖ " : "") + span.name));
  created.title = visible(span.name);
  if (span.kind !== "INTERNAL") {
    created.append(element("span", "kind", span.kind));
  }
  return created;
}

function track(trace, span) {
  const part = nanos => trace.duration > 0 ? Math.max(0, Math.min(1, nanos / trace.duration)) : 0;
  const start = part(span.start);
  const width = trace.duration > 0 ? part(span.duration) : 1;
  const bar = element("div", "bar " + span.kind + (span.failed ? " error" : ""));
  bar.style.left = start * 100 + "%";
  bar.style.width = width * 100 + "%";
  const time = element("span", "time number", duration(span.duration));
  if (start + width < 0.85) {
    time.style.left = (start + width) * 100 + "%";
  } else if (start > 0.15) {
    time.style.right = (1 - start) * 100 + "%";
  } else {
    time.classList.add("inside");
    time.style.left = start * 100 + "%";
  }
  const created = element("div", "track");
  created.append(bar, time);
  for (const event of (span.events ?? []).slice(0, MAX_EVENT_MARKS)) {
    const mark = element("div", event.exception ? "mark error" : "mark");
    mark.style.left = part(event.at) * 100 + "%";
    mark.title = visible(event.name) + " at " + duration(event.at);
    created.append(mark);
  }
  return created;
}
