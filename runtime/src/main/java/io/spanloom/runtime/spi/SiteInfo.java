package io.spanloom.runtime.spi;

import io.opentelemetry.api.trace.SpanKind;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a site, that is, of a traced method at run time.
 *
 * @param name the name of the site's spans, or of the workflow step if calls are recorded as events
 * @param function the method's {@code code.function.name}, or null for a call of {@code
 *     Spans.withSpan}
 * @param kind the kind of the site's spans; INTERNAL if calls are recorded as events
 */
public record SiteInfo(String name, @Nullable String function, SpanKind kind) {}
