/** Adapters for Kotlin's coroutines. */
@NullMarked
package io.spanloom.deferred.kotlin;

import org.jspecify.annotations.NullMarked;
