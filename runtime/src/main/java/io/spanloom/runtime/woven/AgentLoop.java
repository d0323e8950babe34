package io.spanloom.runtime.woven;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The calls beneath one call of an agent, or beneath a tool that an agent uses. A call counts in
 * this loop and in the loops around it, on whatever thread it runs and whether or not its span is
 * sampled. Thread-safe.
 */
final class AgentLoop {

  private final @Nullable AgentLoop outer;
  private final AgentLimits limits;
  private final LoopSums sums = new LoopSums();
  private long modelCalls;
  private long runningModelCalls;
  private long iterations;
  private long toolCalls;
  private SpanContext lastIteration = SpanContext.getInvalid();

  /** True if {@link #lastIteration} is known to have requested a tool call. */
  private boolean lastTurnRequestedTools;

  private boolean closed;
  private volatile @Nullable Span agent;

  /**
   * Creates the loop of an agent or tool.
   *
   * @param outer the loop that the agent or tool is a part of, or null
   */
  AgentLoop(@Nullable AgentLoop outer, AgentLimits limits) {
    this.outer = outer;
    this.limits = limits;
  }

  /** Sets the agent's span, which shows the sums, if it is recording. */
  void showOn(@Nullable Span span) {
    agent = span != null && span.isRecording() ? span : null;
  }

  /** Returns whether the tokens and costs of the calls beneath are of any use. */
  boolean needsUsage() {
    for (AgentLoop loop = this; loop != null; loop = loop.outer) {
      if (loop.agent != null || loop.limits.includeCost()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Counts a model call that starts.
   *
   * @param iteration whether the call is an iteration of this loop
   */
  void startModelCall(boolean iteration) {
    for (AgentLoop loop = this; loop != null; loop = loop.outer) {
      synchronized (loop) {
        loop.modelCalls++;
        loop.runningModelCalls++;
      }
    }
    if (iteration) {
      long started;
      synchronized (this) {
        iterations++;
        started = iterations;
        if (closed) {
          return;
        }
      }
      limits.checkIterations(started, agent);
    }
  }

  /** Counts the end of a model call. */
  void endModelCall(AiSummary call) {
    for (AgentLoop loop = this; loop != null; loop = loop.outer) {
      synchronized (loop) {
        loop.runningModelCalls--;
      }
    }
    add(call);
  }

  /**
   * Remembers the iteration that ended last, preferably one that requested tools. An iteration that
   * is not sampled may have requested some, but there is no span to link to.
   */
  synchronized void endIteration(SpanContext span, boolean requestedTools) {
    if (requestedTools || !lastTurnRequestedTools || !span.isSampled()) {
      lastIteration = span;
      lastTurnRequestedTools = requestedTools;
    }
  }

  /** Adds tokens and costs. */
  void add(AiSummary call) {
    for (AgentLoop loop = this; loop != null; loop = loop.outer) {
      synchronized (loop) {
        if (loop.closed) {
          continue;
        }
        loop.sums.add(call);
      }
      loop.checkCost();
    }
  }

  private void checkCost() {
    if (limits.includeCost()) {
      limits.checkCost(knownCost(), agent);
    }
  }

  private synchronized BigDecimal knownCost() {
    return sums.knownCost();
  }

  /**
   * Counts a tool call that starts.
   *
   * @return the span of the iteration that requested it, invalid if there is none or it is not
   *     sampled
   */
  SpanContext startToolCall() {
    for (AgentLoop loop = this; loop != null; loop = loop.outer) {
      synchronized (loop) {
        loop.toolCalls++;
      }
    }
    synchronized (this) {
      return lastIteration.isSampled() ? lastIteration : SpanContext.getInvalid();
    }
  }

  /** Returns whether a model call has started beneath. */
  synchronized boolean hasModelCalls() {
    return modelCalls > 0;
  }

  /** Closes the loop; calls that end later no longer count in it. */
  synchronized void close() {
    if (!closed && runningModelCalls > 0) {
      sums.addUnknown();
    }
    closed = true;
  }

  /** Writes the counts and sums to the agent's span. */
  synchronized void writeTo(Span span) {
    if (iterations > 0) {
      span.setAttribute(AiKeys.ITERATIONS, iterations);
    }
    if (toolCalls > 0) {
      span.setAttribute(AiKeys.TOOL_CALLS, toolCalls);
    }
    sums.writeTo(span);
  }
}
