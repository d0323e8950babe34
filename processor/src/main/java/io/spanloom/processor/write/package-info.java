/** The third stage: writes the source of an aspect from the checked model. */
@NullMarked
package io.spanloom.processor.write;

import org.jspecify.annotations.NullMarked;
