package io.spanloom.processor.check;

import io.spanloom.processor.model.AiCall;
import io.spanloom.processor.model.SourceLocation;
import io.spanloom.processor.model.TracedMethod;

/** Rules for tools and agents. */
final class AgentRules {

  private AgentRules() {}

  static void membersApplyToOperation(TracedMethod method, Report report) {
    AiRules.forEachCall(
        method,
        call -> {
          if (call.remote() && call.name().explicit()) {
            report(call, "name", call.name().location(), "EXECUTE_TOOL and INVOKE_AGENT", report);
          }
          if (!call.isAgent()) {
            AiCall.Limits limits = call.limits();
            if (limits.maxIterations().isPresent()) {
              report(call, "maxIterations", limits.iterationsLocation(), "INVOKE_AGENT", report);
            }
            if (limits.maxCostUsd().isPresent()) {
              report(call, "maxCostUsd", limits.costLocation(), "INVOKE_AGENT", report);
            }
          }
        });
  }

  private static void report(
      AiCall call, String member, SourceLocation location, String operations, Report report) {
    report.error(
        Code.UNSUITABLE_MEMBER,
        location,
        """
        '%s' does not apply to the operation %s, because only the spans of %s use it. Remove the \
        member, or set the operation.\
        """
            .formatted(member, call.operation(), operations));
  }

  static void limitsArePositive(TracedMethod method, Report report) {
    AiRules.forEachCall(
        method,
        call -> {
          AiCall.Limits limits = call.limits();
          if (limits.maxIterations().isPresent() && limits.maxIterations().getAsInt() <= 0) {
            report.error(
                Code.UNSUITABLE_MEMBER,
                limits.iterationsLocation(),
                """
                'maxIterations' must be at least 1 (was %d). Set a valid value, or remove the \
                member.\
                """
                    .formatted(limits.maxIterations().getAsInt()));
          }
          double cost = limits.maxCostUsd().orElse(1);
          if (!(cost > 0 && Double.isFinite(cost))) {
            report.error(
                Code.UNSUITABLE_MEMBER,
                limits.costLocation(),
                """
                'maxCostUsd' must be finite and greater than 0 (was %s). Set a valid value, or \
                remove the member.\
                """
                    .formatted(cost));
          }
        });
  }
}
