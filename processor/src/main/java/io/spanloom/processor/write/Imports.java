package io.spanloom.processor.write;

import io.spanloom.processor.model.AspectReferences;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The names to which every generated aspect may refer. Code in this package that refers to another
 * type of {@code java.lang} must add it here, because generated code must qualify the name if the
 * package of the aspect has a class of that name.
 */
public final class Imports {

  /** The modules that generated code requires, and its types of {@code java.lang}. */
  public static final AspectReferences REFERENCES =
      new AspectReferences(
          Collections.unmodifiableMap(
              new TreeMap<>(
                  Map.of(
                      "io.spanloom.runtime", RuntimeTypes.SPAN_SITE.canonicalName(),
                      "io.opentelemetry.api", RuntimeTypes.ATTRIBUTE_KEY.canonicalName(),
                      "org.aspectj.runtime", RuntimeTypes.ASPECT.canonicalName()))),
          Set.of(
              "Boolean",
              "Byte",
              "Character",
              "Double",
              "Enum",
              "Float",
              "Integer",
              "Long",
              "Object",
              "Override",
              "Short",
              "String",
              "SuppressWarnings",
              "Throwable"));

  private Imports() {}
}
