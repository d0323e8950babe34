/** Third stage: from the checked model to the source of an aspect. It finds nothing wrong. */
@NullMarked
package io.spanloom.processor.write;

import org.jspecify.annotations.NullMarked;
