package io.spanloom.processor.check;

import io.spanloom.processor.model.SourceLocation;
import javax.tools.Diagnostic.Kind;

/**
 * Something that is said to the user.
 *
 * @param kind how bad it is
 * @param code its stable code
 * @param place what it points at
 * @param text what is wrong, why, and how to mend it
 */
public record Diagnostic(Kind kind, Code code, SourceLocation place, String text) {}
