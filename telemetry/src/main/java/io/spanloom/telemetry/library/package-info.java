/** The parts that the packages http, jdbc and identity share. Not part of the API. */
@NullMarked
package io.spanloom.telemetry.library;

import org.jspecify.annotations.NullMarked;
