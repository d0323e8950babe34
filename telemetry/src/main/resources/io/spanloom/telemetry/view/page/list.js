const list = byId("list");

const shownTraces = () => state.ids.map(id => state.traces.get(id)).filter(isShown);

function drawList() {
  const shown = shownTraces();
  const scrolled = list.scrollTop;
  list.replaceChildren(...shown.map(item));
  if (shown.length === 0) {
    list.append(element("p", "empty", state.ids.length ? "No trace matches." : "No traces yet."));
  }
  const total = plural(state.ids.length, "trace");
  byId("count").textContent = state.words.length ? shown.length + " of " + total : total;
  if (!shown.includes(state.trace)) {
    showTrace(shown[0] ?? null);
  }
  select(list, state.trace && byId("trace-" + state.trace.id));
  list.scrollTop = scrolled; // where the reader was, whatever is selected
}

function item(trace) {
  const made = element("div", "item");
  made.id = "trace-" + trace.id;
  made.setAttribute("role", "option");
  made.setAttribute("aria-selected", "false");
  const title = element("div");
  title.append(
    element("span", "name", trace.name),
    element("span", "number", duration(trace.duration)));
  const facts = element("div", "facts");
  if (trace.errors) {
    facts.append(element("span", "error", "✖ " + plural(trace.errors, "error")));
  }
  facts.append(
    element("span", "number", timeOfDay(trace)),
    element("span", "", plural(trace.spans.length + trace.dropped, "span")));
  if (!trace.finished) {
    facts.append(element("span", "", "unfinished"));
  }
  made.append(title, facts);
  if (trace.usage) {
    const usage = element("div", "facts");
    usage.append(element("span", "usage", trace.usage));
    made.append(usage);
  }
  made.title = trace.name + (trace.service ? "\n" + trace.service : "");
  return made;
}

list.addEventListener("click", event => {
  const clicked = event.target.closest(".item");
  if (clicked) {
    chooseTrace(state.traces.get(clicked.id.slice("trace-".length)));
  }
});

list.addEventListener("keydown", event => {
  const shown = shownTraces();
  const target = moved(event.key, shown.indexOf(state.trace), shown.length);
  if (event.key === "Enter" || event.key === "ArrowRight") {
    byId("spans").focus();
  } else if (target >= 0 && shown.length) {
    chooseTrace(shown[target]);
  } else {
    return;
  }
  event.preventDefault();
});

function chooseTrace(trace) {
  showTrace(trace);
  select(list, byId("trace-" + trace.id));
}
