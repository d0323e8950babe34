package io.spanloom.telemetry.view.page;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.telemetry.view.trace.TraceSpans;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The latest traces, finished or not, up to a limit. Thread-safe. */
final class RecentTraces {

  /** The maximum number of traces. */
  static final int MAX_TRACES = 200;

  /** The maximum number of spans in all traces, unless there is only one trace. */
  static final int MAX_SPANS = 50_000;

  /** The maximum length of the JSON of all traces, unless there is only one trace. */
  static final int MAX_CHARACTERS = 16_000_000;

  private final Map<String, Kept> kept = new LinkedHashMap<>();
  private final String run;
  private long version;
  private int spans;

  /**
   * Creates an empty collection.
   *
   * @param run an ID that differs in each run of the program, so that a page detects a restart
   */
  RecentTraces(String run) {
    this.run = run;
  }

  /** Adds ended spans of new or known traces, and removes the oldest traces beyond the limits. */
  synchronized void add(Collection<SpanData> ended) {
    version++;
    for (SpanData span : ended) {
      Kept trace = kept.computeIfAbsent(span.getTraceId(), Kept::new);
      spans -= trace.spans.size();
      trace.spans.add(span);
      spans += trace.spans.size();
      trace.version = version;
      trace.json = null;
    }
    while (kept.size() > MAX_TRACES || (spans > MAX_SPANS && kept.size() > 1)) {
      removeOldest();
    }
  }

  private void removeOldest() {
    Iterator<Kept> oldest = kept.values().iterator();
    spans -= oldest.next().spans.size();
    oldest.remove();
  }

  /** Returns all traces, in the format of {@link #since}. */
  String all() {
    return since(null, 0);
  }

  /**
   * Returns the traces that are new or changed since a version, as {@code
   * {"run":…,"version":…,"ids":[…],"traces":[…]}}; the IDs are those of all traces, newest first.
   *
   * @param knownRun the program run whose traces the page shows, or null if it shows none
   * @param knownVersion the version of that run's traces that the page shows
   */
  synchronized String since(@Nullable String knownRun, long knownVersion) {
    long from = run.equals(knownRun) ? knownVersion : 0;
    removeBeyondMaxCharacters();
    JsonWriter json = new JsonWriter();
    json.begin('{').name("run").value(run).name("version").value(version).name("ids").begin('[');
    newestFirst().forEach(trace -> json.value(trace.id));
    json.end(']').name("traces").begin('[');
    kept.values().stream()
        .filter(trace -> trace.version > from)
        .forEach(trace -> json.raw(trace.json()));
    return json.end(']').end('}').toString();
  }

  private void removeBeyondMaxCharacters() {
    long characters = 0;
    int fitting = 0;
    for (Kept trace : newestFirst()) {
      characters += trace.json().length();
      if (characters > MAX_CHARACTERS) {
        break;
      }
      fitting++;
    }
    while (kept.size() > Math.max(1, fitting)) {
      removeOldest();
    }
  }

  private List<Kept> newestFirst() {
    List<Kept> traces = new ArrayList<>(kept.values());
    Collections.reverse(traces);
    return traces;
  }

  /** A trace and, once requested, its JSON; most traces of a busy program are never requested. */
  private static final class Kept {

    private final String id;
    private final TraceSpans spans;
    private long version;
    private @Nullable String json;

    private Kept(String id) {
      this.id = id;
      this.spans = new TraceSpans(id);
    }

    private String json() {
      String cached = json;
      if (cached == null) {
        cached = TraceJson.of(spans.toTrace());
        json = cached;
      }
      return cached;
    }
  }
}
