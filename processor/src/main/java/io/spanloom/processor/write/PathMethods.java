package io.spanloom.processor.write;

import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeSpec;
import io.spanloom.processor.model.Attribute;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The methods of an aspect that read a path and set its attribute: one for each path, key and type.
 */
final class PathMethods {

  private final AspectNames names;
  private final Map<String, MethodSpec> methods = new LinkedHashMap<>();

  PathMethods(AspectNames names) {
    this.names = names;
  }

  /** Returns the name of the method that sets an attribute, and adds the method if necessary. */
  String nameFor(Attribute attribute) {
    // The name depends on the body, whose text is the same for equal paths, keys and types.
    String name = names.pathMethod(attribute.key(), write(attribute, "add").toString());
    methods.computeIfAbsent(name, key -> write(attribute, key));
    return name;
  }

  private MethodSpec write(Attribute attribute, String name) {
    return new PathWriter(attribute, names.key(attribute.key(), attribute.keyType())).write(name);
  }

  void addTo(TypeSpec.Builder aspect) {
    methods.values().forEach(aspect::addMethod);
  }
}
