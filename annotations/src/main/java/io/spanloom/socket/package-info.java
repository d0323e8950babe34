/**
 * Spans of socket handlers: shorthands made of {@link io.spanloom.Traced}, and a pattern for own
 * annotations. What only the body of a handler knows goes onto its span by {@code
 * io.spanloom.runtime.SocketSpan}.
 */
@NullMarked
package io.spanloom.socket;

import org.jspecify.annotations.NullMarked;
