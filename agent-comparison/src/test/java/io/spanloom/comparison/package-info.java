/**
 * What the OpenTelemetry agent makes of its own annotations, recorded, so that it can be compared
 * with what Spanloom makes of them; and whether spans of both nest in each other.
 *
 * <p>A span's attributes depend on the agent's settings. By default it has {@code code.function}
 * and {@code code.namespace}; with {@code otel.semconv-stability.opt-in=code} these become {@code
 * code.function.name}, with {@code code/dup} there are all three. Whichever library makes a span,
 * the agent's SDK adds {@code thread.id} and {@code thread.name}, unless there is {@code
 * otel.javaagent.add-thread-details=false}. {@code otel.instrumentation.common.v3-preview=true}
 * means the new key and no thread.
 */
package io.spanloom.comparison;
