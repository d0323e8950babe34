/** Adapters for Vert.x 4 and 5. */
@NullMarked
package io.spanloom.deferred.vertx;

import org.jspecify.annotations.NullMarked;
