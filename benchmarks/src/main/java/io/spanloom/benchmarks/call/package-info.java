/**
 * Measures the cost of a call: the same method untraced, traced by hand and traced by Spanloom.
 *
 * <p>See docs/performance.md for the results.
 */
@NullMarked
package io.spanloom.benchmarks.call;

import org.jspecify.annotations.NullMarked;
