/**
 * Spans for blocks of code, and control of tracing at run time.
 *
 * <p>No exception of tracing reaches the program: if tracing fails, a span or an attribute is
 * missing, and the first failure of each kind is logged.
 */
@NullMarked
package io.spanloom.runtime;

import org.jspecify.annotations.NullMarked;
