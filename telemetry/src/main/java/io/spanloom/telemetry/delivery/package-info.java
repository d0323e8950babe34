/**
 * Delivers finished spans: queues, exports again after failures, reports losses. Not part of the
 * API.
 */
@NullMarked
package io.spanloom.telemetry.delivery;

import org.jspecify.annotations.NullMarked;
