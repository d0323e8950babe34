/** Exports finished spans: retries after failures and reports lost spans. Not part of the API. */
@NullMarked
package io.spanloom.telemetry.delivery;

import org.jspecify.annotations.NullMarked;
