/**
 * Spans for code that is not a method of its own, and switches for tracing while a program runs.
 *
 * <p>Nothing in this package throws into the program: a failure costs a span or an attribute and is
 * logged once per kind.
 */
@NullMarked
package io.spanloom.runtime;

import org.jspecify.annotations.NullMarked;
