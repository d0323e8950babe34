/** The values that the stages exchange, with the source locations that messages point at. */
@NullMarked
package io.spanloom.processor.model;

import org.jspecify.annotations.NullMarked;
