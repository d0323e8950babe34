const OTLP_KINDS = { INTERNAL: 1, SERVER: 2, CLIENT: 3, PRODUCER: 4, CONSUMER: 5 };
const OTLP_STATUS_CODES = { UNSET: 0, OK: 1, ERROR: 2 };

/**
 * Converts a trace to the JSON format of OTLP. Texts that the page truncates stay truncated; spans
 * without details have neither attributes nor a resource.
 */
function otlp(trace) {
  const groups = new Map(); // of spans with the same resource and scope
  for (const span of trace.spans) {
    const key = (span.resource ?? "") + " " + (span.scope ?? "");
    groups.set(key, [...(groups.get(key) ?? []), span]);
  }
  const resourceSpans = [...groups.values()].map(spans => ({
    resource: { attributes: otlpAttributes(trace.resources[spans[0].resource]) },
    scopeSpans: [{
      scope: { name: spans[0].scope ?? "" },
      spans: spans.map(span => otlpSpan(trace, span)),
    }],
  }));
  return { resourceSpans };
}

function otlpSpan(trace, span) {
  const time = nanos => String(BigInt(trace.startNanos) + BigInt(nanos));
  return {
    traceId: trace.id,
    spanId: span.id,
    parentSpanId: span.parent,
    name: span.name,
    kind: OTLP_KINDS[span.kind],
    startTimeUnixNano: time(span.start),
    endTimeUnixNano: time(span.start + span.duration),
    attributes: otlpAttributes(span.attributes),
    events: (span.events ?? []).map(event => ({
      name: event.exception ? "exception" : event.name,
      timeUnixNano: time(event.at),
      attributes: otlpAttributes(event.attributes),
    })),
    links: (span.links ?? []).map(link => ({
      traceId: link.trace,
      spanId: link.span,
      attributes: otlpAttributes(link.attributes),
    })),
    status: { code: OTLP_STATUS_CODES[span.status], message: span.statusMessage ?? "" },
  };
}

function otlpAttributes(attributes) {
  return (attributes ?? []).map(([key, text, value]) =>
    ({ key, value: value ?? { stringValue: text } }));
}

function download(trace) {
  const link = element("a");
  link.href = URL.createObjectURL(
    new Blob([JSON.stringify(otlp(trace), null, 2)], { type: "application/json" }));
  link.download = "trace-" + trace.id + ".json";
  link.click();
  URL.revokeObjectURL(link.href);
}
