package io.spanloom.processor.model;

import com.squareup.javapoet.TypeName;

/**
 * An exception that is not an error.
 *
 * @param type the exception's type
 * @param nameable whether generated code can name the type
 * @param location the location of the type in the annotation
 */
public record ExpectedException(TypeName type, boolean nameable, SourceLocation location) {}
