/** The second stage: checks the model against the rules and returns diagnostics. */
@NullMarked
package io.spanloom.processor.check;

import org.jspecify.annotations.NullMarked;
