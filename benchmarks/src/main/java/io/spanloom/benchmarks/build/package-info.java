/**
 * What a build costs: javac without the processor, javac with it, and the weave.
 *
 * <p>The figures are in docs/performance.md.
 */
@NullMarked
package io.spanloom.benchmarks.build;

import org.jspecify.annotations.NullMarked;
