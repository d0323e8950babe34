const spans = byId("spans");
const MOST_INDENTED = 20;
const MOST_MARKS = 50;

/** Shows a trace with its root selected, or the span of an index. */
function showTrace(trace, index = 0) {
  state.trace = trace;
  state.collapsed = new Set();
  byId("summary").replaceChildren(...(trace ? summary(trace) : []));
  byId("axis").replaceChildren(...(trace ? axis(trace) : []));
  spans.replaceChildren(...(trace ? trace.spans.map((span, at) => row(trace, span, at)) : []));
  markMatches();
  showSpan(Math.min(index, trace ? trace.spans.length - 1 : 0));
}

function summary(trace) {
  const facts = [
    element("h2", "", trace.name),
    element("span", "number", duration(trace.duration)),
    element("span", "", plural(trace.spans.length, "span")),
  ];
  if (!trace.finished) {
    facts.push(element("span", "", "unfinished: its root has not ended"));
  }
  if (trace.dropped) {
    facts.push(element("span", "error", plural(trace.dropped, "more span") + " not kept"));
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
  return facts;
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

function row(trace, span, index) {
  const made = element("div", "row");
  made.id = "span-" + index;
  made.setAttribute("role", "treeitem");
  made.setAttribute("aria-selected", "false");
  made.setAttribute("aria-level", span.depth + 1);
  if (isParent(trace, index)) {
    made.setAttribute("aria-expanded", "true");
  }
  made.setAttribute(
    "aria-label",
    [span.name, span.kind.toLowerCase(), duration(span.duration), span.failed ? "error" : ""]
      .filter(Boolean).join(", "));
  made.append(label(trace, span, index), track(trace, span));
  return made;
}

function label(trace, span, index) {
  const made = element("div", span.failed ? "label error" : "label");
  made.style.paddingLeft = Math.min(span.depth, MOST_INDENTED) * 12 + "px";
  made.append(element("span", "twisty", isParent(trace, index) ? "▾" : ""));
  if (span.depth > MOST_INDENTED) {
    made.append(element("span", "depth", "·" + span.depth + "·"));
  }
  made.append(element("span", "name", (span.failed ? "✖ " : "") + span.name));
  made.title = span.name;
  if (span.kind !== "INTERNAL") {
    made.append(element("span", "kind", span.kind));
  }
  return made;
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
  const made = element("div", "track");
  made.append(bar, time);
  for (const event of (span.events ?? []).slice(0, MOST_MARKS)) {
    const mark = element("div", event.exception ? "mark error" : "mark");
    mark.style.left = part(event.at) * 100 + "%";
    mark.title = event.name + " at " + duration(event.at);
    made.append(mark);
  }
  return made;
}

const isParent = (trace, index) => trace.spans[index + 1]?.depth > trace.spans[index].depth;

function markMatches() {
  if (state.trace) {
    const found = texts(state.trace);
    [...spans.children].forEach((child, index) =>
      child.classList.toggle("match", state.words.length > 0 && matches(found[index])));
  }
}

function showSpan(index) {
  state.span = index;
  select(spans, spans.children[index]);
  drawDetails(state.trace, index);
}

/** Opens or closes a span; inside of one that is closed, nothing is shown. */
function setCollapsed(index, closed) {
  if (!isParent(state.trace, index) || state.collapsed.has(index) === closed) {
    return;
  }
  state.collapsed[closed ? "add" : "delete"](index);
  const changed = spans.children[index];
  changed.setAttribute("aria-expanded", String(!closed));
  changed.querySelector(".twisty").textContent = closed ? "▸" : "▾";
  let hiddenBelow = Infinity;
  state.trace.spans.forEach((span, at) => {
    const hidden = span.depth > hiddenBelow;
    spans.children[at].hidden = hidden;
    if (!hidden) {
      hiddenBelow = state.collapsed.has(at) ? span.depth : Infinity;
    }
  });
}

function enclosing(index) {
  const depth = state.trace.spans[index].depth;
  for (let at = index - 1; at >= 0; at--) {
    if (state.trace.spans[at].depth < depth) {
      return at;
    }
  }
  return index;
}

spans.addEventListener("click", event => {
  const clicked = event.target.closest(".row");
  if (clicked) {
    const index = Number(clicked.id.slice("span-".length));
    if (event.target.closest(".twisty")) {
      setCollapsed(index, !state.collapsed.has(index));
    }
    showSpan(index);
  }
});

spans.addEventListener("keydown", event => {
  if (!state.trace) {
    return;
  }
  const index = state.span;
  const visible = [...spans.children].flatMap((child, at) => child.hidden ? [] : [at]);
  const target = moved(event.key, visible.indexOf(index), visible.length);
  if (target >= 0) {
    showSpan(visible[target]);
  } else if (event.key === "ArrowRight") {
    setCollapsed(index, false);
  } else if (event.key === "ArrowLeft" && isParent(state.trace, index) && !state.collapsed.has(index)) {
    setCollapsed(index, true);
  } else if (event.key === "ArrowLeft") {
    showSpan(enclosing(index));
  } else if (event.key === "Enter") {
    byId("details").focus();
  } else {
    return;
  }
  event.preventDefault();
});
