/** Adapters for streams of openai-java. */
@NullMarked
package io.spanloom.deferred.openai;

import org.jspecify.annotations.NullMarked;
