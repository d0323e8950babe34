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

/**
 * The latest traces, finished or not, as many as are good to keep and to show. Safe for many
 * threads.
 */
final class RecentTraces {

  static final int MOST_TRACES = 200;

  /** In all traces together. */
  static final int MOST_SPANS = 50_000;

  /** In all traces together, of their JSON. */
  static final int MOST_CHARACTERS = 16_000_000;

  private final Map<String, Kept> kept = new LinkedHashMap<>();
  private final String run;
  private long version;
  private int spans;

  /**
   * Makes an empty one.
   *
   * @param run another text for each run of the program, so that a page sees that it was restarted
   */
  RecentTraces(String run) {
    this.run = run;
  }

  /** Adds spans, of new traces or of those that are kept. */
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
    while (kept.size() > MOST_TRACES || (spans > MOST_SPANS && kept.size() > 1)) {
      forgetOldest();
    }
  }

  private void forgetOldest() {
    Iterator<Kept> oldest = kept.values().iterator();
    spans -= oldest.next().spans.size();
    oldest.remove();
  }

  /** Returns all, as {@link #since} does. */
  String all() {
    return since(null, 0);
  }

  /**
   * Returns what a page does not have yet: {@code {"run":…,"version":…,"ids":[…],"traces":[…]}},
   * the ids being those of all traces, newest first.
   *
   * @param seenRun the run that the page has seen
   * @param seenVersion the version that it has seen of that run
   */
  synchronized String since(@Nullable String seenRun, long seenVersion) {
    long from = run.equals(seenRun) ? seenVersion : 0;
    forgetWhatIsTooLong();
    JsonWriter json = new JsonWriter();
    json.begin('{').name("run").value(run).name("version").value(version).name("ids").begin('[');
    newestFirst().forEach(trace -> json.value(trace.id));
    json.end(']').name("traces").begin('[');
    kept.values().stream()
        .filter(trace -> trace.version > from)
        .forEach(trace -> json.raw(trace.json()));
    return json.end(']').end('}').toString();
  }

  private void forgetWhatIsTooLong() {
    long characters = 0;
    int fitting = 0;
    for (Kept trace : newestFirst()) {
      characters += trace.json().length();
      if (characters > MOST_CHARACTERS) {
        break;
      }
      fitting++;
    }
    while (kept.size() > Math.max(1, fitting)) {
      forgetOldest();
    }
  }

  private List<Kept> newestFirst() {
    List<Kept> traces = new ArrayList<>(kept.values());
    Collections.reverse(traces);
    return traces;
  }

  /** A trace, and its JSON once that is asked for: most traces of a busy program never are. */
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
      String written = json;
      if (written == null) {
        written = TraceJson.of(spans.toTrace());
        json = written;
      }
      return written;
    }
  }
}
