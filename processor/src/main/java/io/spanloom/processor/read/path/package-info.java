/** Resolves attribute paths against the types of the source. */
@NullMarked
package io.spanloom.processor.read.path;

import org.jspecify.annotations.NullMarked;
