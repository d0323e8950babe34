package io.spanloom.runtime.woven;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The settings of AI calls that are agents or tools.
 *
 * @param name the name of the agent or tool, or null
 * @param maxIterations the number of iterations above which an agent is reported, or 0 for none
 * @param maxCostUsd the cost in US dollars above which an agent is reported, or null for none
 */
record AgentRole(@Nullable String name, int maxIterations, @Nullable BigDecimal maxCostUsd) {

  /** No name and no limits. */
  static final AgentRole NONE = new AgentRole(null, 0, null);

  AgentRole named(String value) {
    return new AgentRole(value, maxIterations, maxCostUsd);
  }

  AgentRole limited(int iterations, double costUsd) {
    return new AgentRole(
        name, iterations, Double.isNaN(costUsd) ? null : BigDecimal.valueOf(costUsd));
  }
}
