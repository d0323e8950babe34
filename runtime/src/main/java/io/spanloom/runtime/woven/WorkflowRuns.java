package io.spanloom.runtime.woven;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The runs that a step can join by workflow and ID, without a context that carries them.
 *
 * <p>A run that succeeded is removed. The others may continue, as a retry for example; the least
 * recently used ones are removed when there are too many. Thread-safe.
 */
final class WorkflowRuns {

  private static final int PARTS = 16;
  private static final int MAX_RUNS_PER_PART = 1024;

  /** The maximum number of runs that are kept for a step to join. */
  static final int MAX_RUNS = PARTS * MAX_RUNS_PER_PART;

  private static final Part[] ALL = parts();

  private WorkflowRuns() {}

  /** A run's identity. */
  private record Key(@Nullable String workflow, String id) {}

  /** Some of the runs, so that threads seldom wait for each other. */
  private static final class Part extends LinkedHashMap<Key, WorkflowRun> {
    private static final long serialVersionUID = 1;

    Part() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Key, WorkflowRun> eldest) {
      return size() > MAX_RUNS_PER_PART;
    }
  }

  private static Part[] parts() {
    Part[] result = new Part[PARTS];
    for (int i = 0; i < PARTS; i++) {
      result[i] = new Part();
    }
    return result;
  }

  /**
   * Returns the run with an identity.
   *
   * @param workflow the workflow's name, or null
   * @param id the run's ID as it is recorded
   * @param complete whether all steps of a run that is not known yet happen in this process
   */
  static WorkflowRun get(@Nullable String workflow, String id, boolean complete) {
    Key key = new Key(workflow, id);
    Part part = part(key);
    synchronized (part) {
      return part.computeIfAbsent(key, absent -> new WorkflowRun(workflow, id, complete));
    }
  }

  /** Removes a run, so that no further step joins it. */
  static void remove(WorkflowRun run) {
    String id = run.id();
    if (id != null) {
      Key key = new Key(run.workflow(), id);
      Part part = part(key);
      synchronized (part) {
        part.remove(key, run);
      }
    }
  }

  static int size() {
    int size = 0;
    for (Part part : ALL) {
      synchronized (part) {
        size += part.size();
      }
    }
    return size;
  }

  private static Part part(Key key) {
    int hash = key.hashCode();
    return ALL[(hash ^ hash >>> 16) & (PARTS - 1)];
  }
}
