/** Request, session and user IDs on the spans of a request. */
@NullMarked
package io.spanloom.telemetry.identity;

import org.jspecify.annotations.NullMarked;
