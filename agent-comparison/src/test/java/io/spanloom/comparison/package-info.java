/**
 * Compares the spans that the OpenTelemetry agent and Spanloom create for the agent's annotations,
 * and tests that spans of both nest.
 *
 * <p>A span's attributes depend on the agent's settings. By default, a span has {@code
 * code.function} and {@code code.namespace}; with {@code otel.semconv-stability.opt-in=code} it has
 * {@code code.function.name} instead, and with {@code code/dup} all three. The agent's SDK adds
 * {@code thread.id} and {@code thread.name} to the spans of every library, unless {@code
 * otel.javaagent.add-thread-details=false} is set. {@code
 * otel.instrumentation.common.v3-preview=true} selects the new key and no thread attributes.
 */
package io.spanloom.comparison;
