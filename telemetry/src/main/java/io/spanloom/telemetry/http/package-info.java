/** Spans for HTTP clients and servers. */
@NullMarked
package io.spanloom.telemetry.http;

import org.jspecify.annotations.NullMarked;
