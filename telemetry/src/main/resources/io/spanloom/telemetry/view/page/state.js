/** The data and the selection of the page. Render functions read it; only update() changes it. */
const state = {
  run: "", // of the program; differs after a restart
  version: 0, // of the traces of that run
  traces: new Map(), // by ID
  ids: [], // newest first
  filterWords: [],
  trace: null, // the selected one
  span: 0, // the selected one, an index in trace.spans
  collapsed: new Set(), // indexes in trace.spans
};

const listedTraces = () => state.ids.map(id => state.traces.get(id)).filter(isListed);

const hasChildren = (trace, index) => trace.spans[index + 1]?.depth > trace.spans[index].depth;

const matchesFilter = text => state.filterWords.every(word => text.includes(word));

/** Returns whether each word of the filter occurs in some span of the trace. */
function isListed(trace) {
  return state.filterWords.every(word => searchTexts(trace).some(text => text.includes(word)));
}

/** Returns the texts that the filter searches, one for each span. */
function searchTexts(trace) {
  trace.searchTexts ??= trace.spans.map(span => {
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
  return trace.searchTexts;
}

/** Returns the index of the span's parent, or the index itself for a root. */
function parentIndex(index) {
  const depth = state.trace.spans[index].depth;
  for (let at = index - 1; at >= 0; at--) {
    if (state.trace.spans[at].depth < depth) {
      return at;
    }
  }
  return index;
}

// Changes: each replaces values and never modifies them, so that update() sees what has changed.

/** Merges what the program sent: the IDs of all traces, and the traces that are new or changed. */
function mergeTraces({ run, version, ids, traces }) {
  const merged = new Map(run === state.run ? state.traces : []);
  traces.forEach(trace => merged.set(trace.id, trace));
  state.run = run;
  state.version = version;
  state.ids = ids;
  state.traces = new Map(ids.map(id => [id, merged.get(id)]));
  const selected = state.trace && state.traces.get(state.trace.id);
  if (selected && selected !== state.trace) {
    replaceSelectedTrace(selected);
  }
  selectListedTrace();
}

/** Replaces the selected trace by its newer version; selected and collapsed spans stay so. */
function replaceSelectedTrace(newer) {
  const older = state.trace.spans;
  const collapsed = new Set([...state.collapsed].map(index => older[index].id));
  selectTrace(newer, newer.spans.findIndex(span => span.id === older[state.span].id));
  newer.spans.forEach((span, index) => setCollapsed(index, collapsed.has(span.id)));
}

/** Selects the first listed trace if the selected one is not listed. */
function selectListedTrace() {
  const listed = listedTraces();
  if (!listed.includes(state.trace)) {
    selectTrace(listed[0] ?? null);
  }
}

function setFilter(text) {
  state.filterWords = text.toLowerCase().split(/\s+/).filter(Boolean);
  selectListedTrace();
}

/** Selects a trace with all spans expanded, and one of its spans or, for -1, the first. */
function selectTrace(trace, span = 0) {
  state.trace = trace;
  state.span = Math.max(0, span);
  state.collapsed = new Set();
}

function selectSpan(index) {
  state.span = index;
}

function setCollapsed(index, collapsed) {
  if (hasChildren(state.trace, index) && state.collapsed.has(index) !== collapsed) {
    state.collapsed = new Set(state.collapsed);
    state.collapsed[collapsed ? "add" : "delete"](index);
  }
}
