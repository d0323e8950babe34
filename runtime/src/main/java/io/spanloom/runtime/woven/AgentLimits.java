package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/**
 * The limits of one call of an agent. The first time that the call exceeds a limit, an event is
 * added to its span, and a warning is logged. The call continues. Thread-safe; never throws.
 */
final class AgentLimits {

  private static final AttributeKey<Long> MAX_ITERATIONS =
      AttributeKey.longKey("ai.react_loop.max_iterations");
  private static final AttributeKey<Double> MAX_COST = AttributeKey.doubleKey("ai.cost.max_usd");

  private final AgentRole role;
  private final @Nullable String function;
  private final AtomicBoolean tooManyIterations = new AtomicBoolean();
  private final AtomicBoolean tooExpensive = new AtomicBoolean();

  AgentLimits(AgentRole role, @Nullable String function) {
    this.role = role;
    this.function = function;
  }

  /** Returns whether the cost of the calls beneath the agent must be known. */
  boolean includeCost() {
    return role.maxCostUsd() != null;
  }

  void checkIterations(long iterations, @Nullable Span agent) {
    long max = role.maxIterations();
    if (max > 0 && iterations > max && tooManyIterations.compareAndSet(false, true)) {
      report(
          agent,
          "ai.react_loop.max_iterations_exceeded",
          Attributes.of(MAX_ITERATIONS, max, AiKeys.ITERATIONS, iterations),
          "maxIterations = " + max);
    }
  }

  /**
   * Checks the cost.
   *
   * @param knownCost the sum of the known costs, which is at most the actual cost
   */
  void checkCost(BigDecimal knownCost, @Nullable Span agent) {
    BigDecimal max = role.maxCostUsd();
    if (max != null && knownCost.compareTo(max) > 0 && tooExpensive.compareAndSet(false, true)) {
      report(
          agent,
          "ai.cost.max_usd_exceeded",
          Attributes.of(MAX_COST, max.doubleValue(), AiKeys.COST, knownCost.doubleValue()),
          "maxCostUsd = " + max.toPlainString());
    }
  }

  private void report(@Nullable Span agent, String event, Attributes attributes, String limit) {
    try {
      if (agent != null) {
        agent.addEvent(event, attributes);
      }
      RuntimeLog.log(
          Level.WARNING,
          "Spanloom: a call of the agent %s exceeded %s. The call continues."
              .formatted(function, limit),
          null);
    } catch (Throwable failure) {
      TracingFailures.swallow("reporting the limit of an agent", failure);
    }
  }
}
