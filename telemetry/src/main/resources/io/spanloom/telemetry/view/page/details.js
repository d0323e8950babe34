const STACK_TRACE = "exception.stacktrace";
const details = byId("details");

/** Renders the details of the selected span. */
function renderDetails() {
  const trace = state.trace;
  details.replaceChildren();
  details.scrollTop = 0;
  if (!trace) {
    return;
  }
  const span = trace.spans[state.span];
  details.append(element("h2", span.failed ? "error" : "", span.name));
  for (const error of span.errors ?? []) {
    details.append(element("p", "failure", "✖ " + error));
  }
  details.append(pairs(facts(trace, span)));
  if (!span.attributes) {
    details.append(element("p", "empty", "The trace is too large to keep more details of this span."));
    return;
  }
  addSection("Attributes", span.attributes, attributes => [pairs(attributes)]);
  addSection("Events", span.events, events => events.map(event => eventDetails(span, event)));
  addSection("Links", span.links, links => links.map(linkDetails));
  const resource = element("details");
  resource.append(element("summary", "", "Resource"), pairs(trace.resources[span.resource]));
  details.append(resource);
}

function facts(trace, span) {
  const all = [
    ["kind", span.kind],
    ["duration", duration(span.duration)],
    ["starts after", duration(span.start)],
    ["usage", span.usage],
    ["scope", span.scope],
    ["span", span.id],
    ["parent", span.parent],
    ["trace", trace.id],
  ];
  return all.filter(([, value]) => value);
}

function addSection(title, values, render) {
  if (values.length) {
    details.append(element("h3", "", title), ...render(values));
  }
}

function pairs(values) {
  const created = element("dl");
  for (const [key, value] of values) {
    const shown = element("dd", key === "usage" ? "usage" : "", value);
    const copy = element("button", "copy");
    copy.dataset.value = value;
    copy.title = "Copy";
    copy.setAttribute("aria-label", "Copy " + visible(key));
    shown.append(copy);
    created.append(element("dt", "", key), shown);
  }
  return created;
}

function eventDetails(span, event) {
  const created = element("div", "event");
  created.append(
    element("span", "at number", "+" + duration(event.at - span.start) + " "),
    element("span", event.exception ? "error" : "", event.name));
  const stackTrace = event.attributes.find(([key]) => key === STACK_TRACE);
  const others = event.attributes.filter(
    ([key]) => key !== STACK_TRACE && !(event.exception && key.startsWith("exception.")));
  if (others.length) {
    created.append(pairs(others));
  }
  if (stackTrace) {
    const text = element("pre", "", stackTrace[1]);
    text.tabIndex = 0;
    created.append(text);
  }
  return created;
}

function linkDetails(link) {
  const created = element("div", "link");
  const linked = state.traces.get(link.trace);
  if (linked) {
    const button = element("button", "go", linked.name + " " + link.trace);
    button.dataset.trace = link.trace;
    button.dataset.span = link.span;
    created.append(button);
  } else {
    created.append(pairs([["trace", link.trace], ["span", link.span]]));
  }
  if (link.attributes.length) {
    created.append(pairs(link.attributes));
  }
  return created;
}
