/** The exporter {@code tree}, which prints traces on the console. Not part of the API. */
@NullMarked
package io.spanloom.telemetry.view.tree;

import org.jspecify.annotations.NullMarked;
