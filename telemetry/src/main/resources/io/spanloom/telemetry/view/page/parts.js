/** What the page knows and shows; the other scripts read and change it. */
const state = {
  run: "",
  version: 0,
  traces: new Map(), // by id
  ids: [], // newest first
  words: [], // of the filter
  trace: null,
  span: 0, // index in the trace
  collapsed: new Set(), // indexes in the trace
};

const byId = id => document.getElementById(id);

/** All text of a trace gets into the page here, as text and never as markup. */
function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) {
    made.className = className;
  }
  if (text !== undefined) {
    made.textContent = text;
  }
  return made;
}

function duration(nanos) {
  const units = [[1e9, "s"], [1e6, "ms"], [1e3, "µs"]];
  for (const [size, unit] of units) {
    if (Math.abs(nanos) >= size) {
      const value = nanos / size;
      const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
      return (unit === "s" && value >= 100 ? value.toFixed(1) : value.toFixed(digits)) + " " + unit;
    }
  }
  return nanos + " ns";
}

function plural(count, noun) {
  return count.toLocaleString("en") + " " + noun + (count === 1 ? "" : "s");
}

function timeOfDay(trace) {
  return new Date(trace.started).toLocaleTimeString(undefined, { hourCycle: "h23" });
}

/** The texts that the filter looks through: one for each span. */
function texts(trace) {
  trace.texts ??= trace.spans.map(span => {
    const attributes = [span, ...(span.events ?? [])].flatMap(each => each.attributes ?? []);
    return [
      span.name,
      span.kind,
      span.id,
      trace.id,
      trace.service,
      span.failed ? "error" : "",
      ...(span.errors ?? []),
      ...(span.events ?? []).map(event => event.name),
      ...attributes.map(([key, value]) => key + "=" + value),
    ].join("\n").toLowerCase();
  });
  return trace.texts;
}

const matches = text => state.words.every(word => text.includes(word));

/** Whether all words of the filter are somewhere in the trace. */
function isShown(trace) {
  return state.words.every(word => texts(trace).some(text => text.includes(word)));
}

/** Makes one child of a list the selected one, for eyes and for screen readers. */
function select(container, child) {
  const former = container.querySelector(".selected");
  if (former) {
    former.classList.remove("selected");
    former.setAttribute("aria-selected", "false");
  }
  if (child) {
    child.classList.add("selected");
    child.setAttribute("aria-selected", "true");
    container.setAttribute("aria-activedescendant", child.id);
    child.scrollIntoView({ block: "nearest" });
  } else {
    container.removeAttribute("aria-activedescendant");
  }
}

/** Where the arrow keys lead from one of several places, or -1 for no such key. */
function moved(key, index, count) {
  const page = 10;
  const targets = {
    ArrowUp: index - 1,
    ArrowDown: index + 1,
    PageUp: index - page,
    PageDown: index + page,
    Home: 0,
    End: count - 1,
  };
  return key in targets ? Math.max(0, Math.min(count - 1, targets[key])) : -1;
}
