/**
 * The classes that woven code calls. They depend on the OpenTelemetry API only. Not for use in
 * source code: programs call {@link io.spanloom.runtime.Spans} instead.
 *
 * <p>The public members of this package are the binary interface of woven classes. They stay
 * compatible, so that a class that an older version has woven runs with a newer runtime.
 *
 * <p>No exception reaches the program: if tracing fails, a span or an attribute is missing, and the
 * first failure of each kind is logged.
 */
@NullMarked
package io.spanloom.runtime.woven;

import org.jspecify.annotations.NullMarked;
