const list = byId("list");

function renderList() {
  const listed = listedTraces();
  const scrollTop = list.scrollTop;
  list.replaceChildren(...listed.map(listItem));
  if (listed.length === 0) {
    list.append(element("p", "empty", state.ids.length ? "No trace matches." : "No traces yet."));
  }
  const total = plural(state.ids.length, "trace");
  byId("count").textContent = isFiltered() ? listed.length + " of " + total : total;
  renderSelectedItem();
  list.scrollTop = scrollTop; // new traces must not move the list under the reader
}

function renderSelectedItem() {
  markSelected(list, state.trace && byId("trace-" + state.trace.id));
}

function listItem(trace) {
  const item = element("div", "item");
  item.id = "trace-" + trace.id;
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", "false");
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
    element("span", "", plural(trace.spans.length + trace.discarded, "span")));
  if (!trace.finished) {
    facts.append(element("span", "", "unfinished"));
  }
  item.append(title, facts);
  if (trace.usage) {
    const usage = element("div", "facts");
    usage.append(element("span", "usage", trace.usage));
    item.append(usage);
  }
  item.title = visible(trace.name + (trace.service ? "\n" + trace.service : ""));
  return item;
}
