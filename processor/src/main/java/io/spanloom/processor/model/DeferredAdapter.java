package io.spanloom.processor.model;

import com.squareup.javapoet.ClassName;
import java.util.Optional;

/**
 * A method that observes one type of deferred results at run time.
 *
 * @param observation the way in which it observes them
 * @param type the class that declares the method, or empty if the runtime itself observes the
 *     result
 * @param method the method's name
 */
public record DeferredAdapter(Observation observation, Optional<ClassName> type, String method) {

  /** The way in which a deferred result is observed. */
  public enum Observation {
    /** The runtime registers a callback on a {@code CompletionStage}. */
    STAGE,
    /** The adapter registers a callback; the caller receives the same object. */
    CALLBACK,
    /** The adapter replaces the result; the span starts with the call. */
    REPLACEMENT,
    /** The adapter replaces the result; a span starts with each subscription to it. */
    SUBSCRIPTION,
    /** The adapter replaces the result by one that completes with a traced stream. */
    NESTED_STREAM
  }

  /** The runtime's own support of {@code CompletionStage}. */
  public static final DeferredAdapter OF_STAGE =
      new DeferredAdapter(Observation.STAGE, Optional.empty(), "end");

  /**
   * Returns whether the caller receives another object than the method returned.
   *
   * @return true for an adapter that returns a result
   */
  public boolean replacesResult() {
    return observation != Observation.STAGE && observation != Observation.CALLBACK;
  }
}
