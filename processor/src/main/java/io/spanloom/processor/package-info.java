/**
 * The annotation processor: reads annotated elements into a model, checks it and writes aspects.
 */
@NullMarked
package io.spanloom.processor;

import org.jspecify.annotations.NullMarked;
