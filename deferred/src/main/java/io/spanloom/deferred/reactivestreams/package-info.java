/** Publishers of Reactive Streams. */
@NullMarked
package io.spanloom.deferred.reactivestreams;

import org.jspecify.annotations.NullMarked;
