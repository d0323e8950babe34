package io.spanloom.processor.model;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * A location in the source that a message points at, as exact as is known.
 *
 * @param element the declaration
 * @param annotation the annotation on the declaration, or null for the declaration itself
 * @param value the value in the annotation, or null for the whole annotation
 */
public record SourceLocation(
    Element element, @Nullable AnnotationMirror annotation, @Nullable AnnotationValue value) {}
