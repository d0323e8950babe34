/** The exporter {@code page}, which shows traces in a browser. Not part of the API. */
@NullMarked
package io.spanloom.telemetry.view.page;

import org.jspecify.annotations.NullMarked;
