/**
 * What a server with traced methods answers later, holds more and starts later than one without.
 */
@NullMarked
package io.spanloom.benchmarks.load;

import org.jspecify.annotations.NullMarked;
