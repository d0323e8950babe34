package io.spanloom.runtime.woven;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;

/** The part of an AI call in the loops of the agents around it, and in its own. Thread-safe. */
final class LoopCall {

  private final AiSettings settings;

  /** The loop in which this call counts; null for an agent that no other agent calls. */
  private final @Nullable AgentLoop outer;

  /** The loop in which the calls beneath this one count; that of a model call is the outer one. */
  private final AgentLoop inner;

  private final SpanContext requestedBy;

  /** True if the call is counted through the model calls that it contains. */
  private boolean replaced;

  /**
   * True if the program recorded the usage of an agent or tool, even if its numbers are unknown.
   */
  private volatile boolean recorded;

  private LoopCall(
      AiSettings settings, @Nullable AgentLoop outer, AgentLoop inner, SpanContext requestedBy) {
    this.settings = settings;
    this.outer = outer;
    this.inner = inner;
    this.requestedBy = requestedBy;
  }

  /**
   * Counts a call that starts.
   *
   * @param enclosing the AI call around it, or null
   * @param function the method, or null
   * @return the part of the call, or null if it belongs to no loop
   */
  static @Nullable LoopCall start(
      AiSettings settings, @Nullable String function, @Nullable AiResult enclosing) {
    LoopCall around = enclosing == null ? null : enclosing.loop;
    AgentLoop outer = around == null ? null : around.inner;
    if (settings.isAgent()) {
      AgentLimits limits = new AgentLimits(settings.role(), function);
      return new LoopCall(settings, outer, new AgentLoop(outer, limits), SpanContext.getInvalid());
    }
    if (around == null || outer == null) {
      return null;
    }
    if (settings.isTool()) {
      AgentLimits none = new AgentLimits(AgentRole.NONE, function);
      SpanContext iteration = outer.startToolCall();
      return new LoopCall(
          settings,
          outer,
          new AgentLoop(outer, none),
          around.isOpenIteration() ? SpanContext.getInvalid() : iteration);
    }
    if (!settings.isIteration() || !around.handOver()) {
      outer.startModelCall(settings.isIteration());
    }
    return new LoopCall(settings, outer, outer, SpanContext.getInvalid());
  }

  /**
   * Passes the place of this call in the loop on to the first model call that it contains.
   *
   * @return false if this is not an iteration, or was already replaced
   */
  private synchronized boolean handOver() {
    if (!settings.isIteration() || replaced) {
      return false;
    }
    replaced = true;
    return true;
  }

  private synchronized boolean isReplaced() {
    return replaced;
  }

  /** Returns whether a tool call inside belongs to this iteration, which is its parent already. */
  private boolean isOpenIteration() {
    return settings.isIteration() && !isReplaced();
  }

  /** Returns the span of the model call that requested this tool call, or an invalid one. */
  SpanContext requestedBy() {
    return requestedBy;
  }

  /** Returns the loop beneath an agent. */
  AgentLoop inner() {
    return inner;
  }

  /** Returns whether the tokens and costs of the calls beneath are of any use. */
  boolean needsUsage() {
    return inner.needsUsage();
  }

  /**
   * Returns what an agent knows of its tokens besides those of the calls beneath. Its result may
   * sum up the model calls, which then do not count again. It does not reveal their number, on
   * which the cost depends.
   *
   * @param usageRecorded whether the program recorded the usage, so that it is that of further
   *     requests
   */
  AiSummary own(AiSummary summary, boolean usageRecorded) {
    recorded = usageRecorded;
    if (!settings.isAgent() || usageRecorded) {
      return summary;
    }
    return inner.hasModelCalls() ? summary.withoutUsage() : summary.withoutCost();
  }

  /**
   * Counts a call that ends, and writes the sums of an agent.
   *
   * @param span the span, or null if there is none
   */
  void end(AiSummary summary, @Nullable Span span) {
    if (!settings.isModelCall()) {
      if (recorded || summary.hasUsage()) {
        inner.add(summary);
      }
      inner.close();
      if (settings.isAgent() && span != null && span.isRecording()) {
        inner.writeTo(span);
      }
    } else if (outer != null && !isReplaced()) {
      if (settings.isIteration()) {
        outer.endIteration(
            span == null ? SpanContext.getInvalid() : span.getSpanContext(),
            summary.toolCalls() > 0);
      }
      outer.endModelCall(summary);
    }
  }
}
