/** Finds the annotations that apply to an element, its own or inherited. */
@NullMarked
package io.spanloom.processor.read.annotation;

import org.jspecify.annotations.NullMarked;
