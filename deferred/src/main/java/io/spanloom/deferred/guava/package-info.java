/** Adapters for Guava. */
@NullMarked
package io.spanloom.deferred.guava;

import org.jspecify.annotations.NullMarked;
