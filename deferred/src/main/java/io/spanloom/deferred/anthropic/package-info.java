/** Adapters for streams of anthropic-java. */
@NullMarked
package io.spanloom.deferred.anthropic;

import org.jspecify.annotations.NullMarked;
