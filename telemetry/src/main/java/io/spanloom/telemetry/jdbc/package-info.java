/** Spans for database statements. */
@NullMarked
package io.spanloom.telemetry.jdbc;

import org.jspecify.annotations.NullMarked;
