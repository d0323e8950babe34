/**
 * Measures the cost of a build: javac without the processor, javac with it, and the weaver.
 *
 * <p>See docs/performance.md for the results.
 */
@NullMarked
package io.spanloom.benchmarks.build;

import org.jspecify.annotations.NullMarked;
