/** The first stage: reads elements and annotations into the model, without validating them. */
@NullMarked
package io.spanloom.processor.read;

import org.jspecify.annotations.NullMarked;
