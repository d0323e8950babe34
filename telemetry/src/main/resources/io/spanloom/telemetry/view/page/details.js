const STACK_TRACE = "exception.stacktrace";

function drawDetails(trace, index) {
  const details = byId("details");
  details.replaceChildren();
  details.scrollTop = 0;
  if (!trace) {
    return;
  }
  const span = trace.spans[index];
  details.append(element("h2", span.failed ? "error" : "", span.name));
  for (const error of span.errors ?? []) {
    details.append(element("p", "failure", "✖ " + error));
  }
  details.append(pairs(facts(trace, span)));
  if (!span.attributes) {
    details.append(element("p", "empty", "This trace is too large to keep more of this span."));
    return;
  }
  section(details, "Attributes", span.attributes, attributes => [pairs(attributes)]);
  section(details, "Events", span.events, events => events.map(event => drawEvent(span, event)));
  section(details, "Links", span.links, links => links.map(drawLink));
  const resource = element("details");
  resource.append(element("summary", "", "Resource"), pairs(trace.resources[span.resource]));
  details.append(resource);
}

function facts(trace, span) {
  const known = [
    ["kind", span.kind],
    ["duration", duration(span.duration)],
    ["starts after", duration(span.start)],
    ["usage", span.usage],
    ["scope", span.scope],
    ["span", span.id],
    ["parent", span.parent],
    ["trace", trace.id],
  ];
  return known.filter(([, value]) => value);
}

function section(details, title, values, draw) {
  if (values.length) {
    details.append(element("h3", "", title), ...draw(values));
  }
}

function pairs(values) {
  const made = element("dl");
  for (const [key, value] of values) {
    made.append(element("dt", "", key), element("dd", key === "usage" ? "usage" : "", value));
  }
  return made;
}

function drawEvent(span, event) {
  const made = element("div", "event");
  made.append(
    element("span", "at number", "+" + duration(event.at - span.start) + " "),
    element("span", event.exception ? "error" : "", event.name));
  const stackTrace = event.attributes.find(([key]) => key === STACK_TRACE);
  const others = event.attributes.filter(
    ([key]) => key !== STACK_TRACE && !(event.exception && key.startsWith("exception.")));
  if (others.length) {
    made.append(pairs(others));
  }
  if (stackTrace) {
    const text = element("pre", "", stackTrace[1]);
    text.tabIndex = 0;
    made.append(text);
  }
  return made;
}

function drawLink(link) {
  const made = element("div", "link");
  const linked = state.traces.get(link.trace);
  if (linked) {
    const go = element("button", "go", linked.name + " " + link.trace);
    go.addEventListener("click", () => {
      const index = linked.spans.findIndex(span => span.id === link.span);
      chooseTrace(linked);
      showSpan(Math.max(0, index));
      byId("spans").focus();
    });
    made.append(go);
  } else {
    made.append(pairs([["trace", link.trace], ["span", link.span]]));
  }
  if (link.attributes.length) {
    made.append(pairs(link.attributes));
  }
  return made;
}
