/**
 * Annotations for socket handlers. They are composed of {@link io.spanloom.Traced} and {@link
 * io.spanloom.SpanAttribute} and serve as an example for composed annotations of your own.
 *
 * <p>A handler's body can set further attributes with {@code io.spanloom.runtime.SocketSpan}.
 */
@NullMarked
package io.spanloom.socket;

import org.jspecify.annotations.NullMarked;
