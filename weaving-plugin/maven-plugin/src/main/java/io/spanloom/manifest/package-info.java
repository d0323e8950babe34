/**
 * The telemetry manifest: the spans and attributes of a class folder as JSON and as an HTML page,
 * and their differences from a committed baseline. Independent of build tools.
 */
@NullMarked
package io.spanloom.manifest;

import org.jspecify.annotations.NullMarked;
