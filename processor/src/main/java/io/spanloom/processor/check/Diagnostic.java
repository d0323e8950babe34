package io.spanloom.processor.check;

import io.spanloom.processor.model.SourceLocation;
import javax.tools.Diagnostic.Kind;

/**
 * A message to the user.
 *
 * @param kind the severity
 * @param code the stable code
 * @param location the location in the source
 * @param text the problem, its reason and its fix, without the code
 */
public record Diagnostic(Kind kind, Code code, SourceLocation location, String text) {}
