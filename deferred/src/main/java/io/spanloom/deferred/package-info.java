/**
 * Results that complete after the method has returned, and the adapters that observe them.
 *
 * <p>An adapter is a public static method with the shape of {@link
 * io.spanloom.deferred.CompletionAdapter} or {@link io.spanloom.deferred.SubscriptionAdapter};
 * generated code refers to it, with {@code ?} for its type arguments. It therefore takes a {@code
 * DeferredSpans<? super T>} or {@code DeferredSpan<? super T>} for a result of {@code T}. The
 * subpackages contain the adapters for one library each, and their classes are loaded only by
 * programs that return its types from traced methods.
 */
@NullMarked
package io.spanloom.deferred;

import org.jspecify.annotations.NullMarked;
