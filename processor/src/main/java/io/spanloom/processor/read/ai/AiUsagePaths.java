package io.spanloom.processor.read.ai;

import io.spanloom.processor.model.AiField;
import io.spanloom.processor.read.type.TypeAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the member {@code usage} of {@code @AICall}: a path from the result to a type of the
 * table of responses, or to a type of the program with accessors of certain names.
 */
final class AiUsagePaths {

  /** The accessors of a type of the program, as in {@code io.spanloom.runtime.AiUsage}. */
  private static final Map<AiField, String> ACCESSORS =
      new TreeMap<>(
          Map.of(
              AiField.MODEL, "model",
              AiField.INPUT, "inputTokens",
              AiField.OUTPUT, "outputTokens",
              AiField.TOTAL, "totalTokens",
              AiField.CACHE_READ, "cacheReadTokens",
              AiField.CACHE_CREATION, "cacheCreationTokens",
              AiField.REASONING, "reasoningTokens"));

  private static final String ROOT = "result";

  private final AiObjectReader objects;
  private final TypeAccess typeAccess;

  AiUsagePaths(AiObjectReader objects, TypeAccess typeAccess) {
    this.objects = objects;
    this.typeAccess = typeAccess;
  }

  /**
   * A resolved path.
   *
   * @param type the result's type with paths through the resolved one, if there is no fault
   * @param fault the reason why the path is invalid, or an empty string
   */
  record Found(Optional<AiType> type, String fault) {
    static Found fault(String fault) {
      return new Found(Optional.empty(), fault);
    }
  }

  Found find(TypeMirror result, String path, PackageElement from) {
    List<String> segments = List.of(path.replace("()", "").split("\\.", -1));
    if (!segments.get(0).equals(ROOT)) {
      return Found.fault("It must start with 'result'.");
    }
    String rootName = nameOf(result, from);
    if (rootName == null) {
      return Found.fault("The generated aspect cannot access %s.".formatted(result));
    }
    List<String> accessors = new ArrayList<>();
    TypeMirror type = result;
    TypeMirror declared = objects.declaration(result);
    for (String segment : segments.subList(1, segments.size())) {
      Optional<AiAccessors.Accessor> accessor = objects.accessor(type, segment);
      if (accessor.isEmpty()) {
        return Found.fault("%s has no accessor '%s'.".formatted(type, segment));
      }
      type = accessor.get().type();
      String typeName = nameOf(type, from);
      if (typeName == null) {
        return Found.fault("The generated aspect cannot access %s.".formatted(type));
      }
      AiAccessors.Accessor ofDeclaration =
          objects.accessor(declared, accessor.get().name()).orElseThrow();
      accessors.add(text(accessor.get(), ofDeclaration, typeName));
      declared =
          objects.isSameClass(ofDeclaration.type(), type)
              ? ofDeclaration.type()
              : objects.declaration(type);
    }
    Optional<AiType> known = objects.find(AiResponses.TABLE, type);
    AiType target = known.isPresent() ? known.get() : own(declared);
    if (target.paths().isEmpty()) {
      return Found.fault(
          "%s is no AI client's response, and has none of the accessors %s."
              .formatted(type, String.join(", ", ACCESSORS.values())));
    }
    return new Found(
        Optional.of(
            accessors.isEmpty()
                ? target
                : AiType.of(rootName, target.provider()).with(String.join(".", accessors), target)),
        "");
  }

  /**
   * Returns an accessor with the casts that it requires. Generated code reads the result without
   * its type arguments, so that an accessor whose type is a type parameter returns the bound.
   *
   * @param accessor the accessor of the type with its type arguments
   * @param declared the accessor of the type without them
   * @param typeName the name of the accessor's type
   */
  private String text(
      AiAccessors.Accessor accessor, AiAccessors.Accessor declared, String typeName) {
    String unwrapped =
        accessor.optional() && !declared.optional()
            ? accessor.name() + "<java.util.Optional>.isPresent?.get"
            : accessor.name();
    return objects.isSameClass(accessor.type(), declared.type())
        ? unwrapped
        : unwrapped + "<" + typeName + ">";
  }

  private AiType own(TypeMirror type) {
    String name = type.toString();
    if (objects.element(type) instanceof TypeElement element) {
      name = element.getQualifiedName().toString();
    }
    AiType result = AiType.of(name, "");
    for (Map.Entry<AiField, String> entry : ACCESSORS.entrySet()) {
      Optional<AiAccessors.Accessor> accessor = objects.accessor(type, entry.getValue());
      if (accessor.isPresent() && objects.isValue(accessor.get().type(), entry.getKey())) {
        result = result.with(entry.getKey(), accessor.get().name());
      }
    }
    return result;
  }

  /** Returns the name of a declared type that generated code can access, or null. */
  private @Nullable String nameOf(TypeMirror type, PackageElement from) {
    return objects.element(type) instanceof TypeElement element && typeAccess.isNameable(type, from)
        ? element.getQualifiedName().toString()
        : null;
  }
}
