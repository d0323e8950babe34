/** Spans for HTTP servers and clients. */
@NullMarked
package io.spanloom.telemetry.http;

import org.jspecify.annotations.NullMarked;
