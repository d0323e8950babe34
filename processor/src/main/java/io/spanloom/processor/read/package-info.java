/** First stage: from elements and annotations to the model. It judges nothing. */
@NullMarked
package io.spanloom.processor.read;

import org.jspecify.annotations.NullMarked;
