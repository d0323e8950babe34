/** Second stage: from the model to diagnostics. It writes nothing. */
@NullMarked
package io.spanloom.processor.check;

import org.jspecify.annotations.NullMarked;
