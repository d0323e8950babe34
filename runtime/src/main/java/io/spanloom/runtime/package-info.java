/**
 * The few classes that woven code calls, over the OpenTelemetry API alone.
 *
 * <p>Nothing here throws into the program that is traced: what goes wrong costs a span or an
 * attribute and is logged once.
 */
@NullMarked
package io.spanloom.runtime;

import org.jspecify.annotations.NullMarked;
