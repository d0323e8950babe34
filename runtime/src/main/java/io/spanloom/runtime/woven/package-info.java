/**
 * The classes that woven code calls, over the OpenTelemetry API alone. Not for use in sources: a
 * program calls {@link io.spanloom.runtime.Spans} instead.
 *
 * <p>The public members of this package are the interface of woven classes. They stay compatible,
 * so that a class woven by an older Spanloom runs with a newer runtime.
 *
 * <p>Nothing in this package throws into the program: a failure costs a span or an attribute and is
 * logged once per kind.
 */
@NullMarked
package io.spanloom.runtime.woven;

import org.jspecify.annotations.NullMarked;
