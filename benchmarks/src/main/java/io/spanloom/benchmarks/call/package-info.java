/**
 * What one call costs: the same method untraced, traced by hand and traced by Spanloom.
 *
 * <p>The figures are in docs/performance.md.
 */
@NullMarked
package io.spanloom.benchmarks.call;

import org.jspecify.annotations.NullMarked;
