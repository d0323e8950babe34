/** Adapters for streams of google-genai. */
@NullMarked
package io.spanloom.deferred.googlegenai;

import org.jspecify.annotations.NullMarked;
