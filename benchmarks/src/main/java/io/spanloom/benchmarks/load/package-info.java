/**
 * Measures a server under load with and without traced methods: latency, heap and start-up time.
 *
 * <p>See docs/performance.md for the results.
 */
@NullMarked
package io.spanloom.benchmarks.load;

import org.jspecify.annotations.NullMarked;
