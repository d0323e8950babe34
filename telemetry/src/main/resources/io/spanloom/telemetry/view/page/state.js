/** The data and the selection of the page. Render functions read it; only update() changes it. */
const state = {
  run: "", // of the program; differs after a restart
  version: 0, // of the traces of that run
  traces: new Map(), // by ID
  ids: [], // newest first
  filterWords: [],
  filterDurations: [], // predicates of nanoseconds
  sort: "newest",
  trace: null, // the selected one
  span: 0, // the selected one, an index in trace.spans
  collapsed: new Set(), // indexes in trace.spans
};

const SORT_KEYS = {
  newest: () => 0, // the order of the IDs
  slowest: trace => trace.duration,
  errors: trace => trace.errors,
  spans: trace => trace.spans.length + trace.discarded,
};

function listedTraces() {
  const key = SORT_KEYS[state.sort];
  return state.ids.map(id => state.traces.get(id)).filter(isListed).sort((a, b) => key(b) - key(a));
}

const hasChildren = (trace, index) => trace.spans[index + 1]?.depth > trace.spans[index].depth;

const isFiltered = () => state.filterWords.length + state.filterDurations.length > 0;

const hasDuration = nanos => state.filterDurations.every(matches => matches(nanos));

const matchesFilter = (text, span) =>
  hasDuration(span.duration) && state.filterWords.every(word => text.includes(word));

/** Returns whether the trace has the duration, and each word of the filter occurs in some span. */
function isListed(trace) {
  return hasDuration(trace.duration)
    && state.filterWords.every(word => searchTexts(trace).some(text => text.includes(word)));
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

const DURATION = /^([<>])=?(\d+(?:\.\d+)?)(ns|µs|us|ms|s|min|h|d)$/;
const NANOS = { ns: 1, "µs": 1e3, us: 1e3, ms: 1e6, s: 1e9, min: 60e9, h: 3600e9, d: 86400e9 };

/** Returns a predicate for a word such as >100ms, or null for other words. */
function durationFilter(word) {
  const [, sign, number, unit] = word.match(DURATION) ?? [];
  const limit = number * NANOS[unit];
  return sign ? nanos => sign === ">" ? nanos >= limit : nanos <= limit : null;
}

function setFilter(text) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  state.filterWords = words.filter(word => !durationFilter(word));
  state.filterDurations = words.map(durationFilter).filter(Boolean);
  selectListedTrace();
}

function setSort(sort) {
  state.sort = sort;
}

/** Selects the trace and the span of a link; returns whether the trace is known. */
function selectLinked(link) {
  const trace = state.traces.get(link.get("trace"));
  if (trace) {
    selectTrace(trace, trace.spans.findIndex(span => span.id === link.get("span")));
  }
  return Boolean(trace);
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
