/** Adapters for Mutiny, and the interceptors that propagate the context of a subscription. */
@NullMarked
package io.spanloom.deferred.mutiny;

import org.jspecify.annotations.NullMarked;
