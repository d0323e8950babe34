package io.spanloom.telemetry.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The latest traces, as many as are good to keep and to show. Safe for many threads. */
final class RecentTraces {

  static final int MOST_TRACES = 200;

  /** In all traces together, of their JSON. */
  static final int MOST_CHARACTERS = 16_000_000;

  private final Map<String, Kept> kept = new LinkedHashMap<>();
  private final String run;
  private long version;
  private long characters;

  /**
   * Makes an empty one.
   *
   * @param run another text for each run of the program, so that a page sees that it was restarted
   */
  RecentTraces(String run) {
    this.run = run;
  }

  /** Adds a trace, or what came later of one that is kept. */
  synchronized void add(Trace trace) {
    Kept former = kept.get(trace.id());
    Trace whole = former == null ? trace : former.trace.with(trace);
    version++;
    Kept now = new Kept(whole, version, TraceJson.of(whole));
    kept.put(trace.id(), now);
    characters += now.json.length() - (former == null ? 0 : former.json.length());
    Iterator<Kept> oldest = kept.values().iterator();
    while (kept.size() > MOST_TRACES || (characters > MOST_CHARACTERS && kept.size() > 1)) {
      characters -= oldest.next().json.length();
      oldest.remove();
    }
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
    List<String> ids = new ArrayList<>(kept.keySet());
    Collections.reverse(ids);
    JsonWriter json = new JsonWriter();
    json.begin('{').name("run").value(run).name("version").value(version).name("ids").begin('[');
    ids.forEach(json::value);
    json.end(']').name("traces").begin('[');
    kept.values().stream()
        .filter(trace -> trace.version > from)
        .forEach(trace -> json.raw(trace.json));
    return json.end(']').end('}').toString();
  }

  private record Kept(Trace trace, long version, String json) {}
}
