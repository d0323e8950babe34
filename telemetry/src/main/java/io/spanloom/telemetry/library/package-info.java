/** The parts that the instrumentations of HTTP and JDBC share. Not part of the API. */
@NullMarked
package io.spanloom.telemetry.library;

import org.jspecify.annotations.NullMarked;
