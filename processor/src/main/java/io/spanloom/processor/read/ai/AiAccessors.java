package io.spanloom.processor.read.ai;

import io.spanloom.processor.read.type.TypeQueries;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Finds the accessors of the types of AI clients. */
final class AiAccessors {

  private static final String OPTIONAL = "java.util.Optional";

  private final Elements elements;
  private final Types types;
  private final TypeQueries queries;

  AiAccessors(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
    this.queries = new TypeQueries(elements, types);
  }

  /**
   * An accessor of a type.
   *
   * @param name the method's name
   * @param type the type of the value, without an {@code Optional}
   * @param optional whether the accessor returns an {@code Optional}
   */
  record Accessor(String name, TypeMirror type, boolean optional) {}

  /** Returns the accessor of a name, or of a getter of that name. */
  Optional<Accessor> find(TypeMirror type, String name) {
    String getter =
        name.isEmpty() ? name : "get" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    for (String each : List.of(name, getter)) {
      TypeMirror returned = typeOf(type, each);
      if (returned != null) {
        TypeMirror value = queries.argumentOf(returned, OPTIONAL);
        return Optional.of(
            new Accessor(each, queries.bound(value == null ? returned : value), value != null));
      }
    }
    return Optional.empty();
  }

  /** Returns the type of the value that an accessor returns, or null if there is no such one. */
  @Nullable TypeMirror typeOf(TypeMirror type, String name) {
    return types.asElement(type) instanceof TypeElement element
        ? typeOf(type, element, name)
        : null;
  }

  /** Returns whether an accessor is deprecated. */
  boolean isDeprecated(TypeMirror type, String name) {
    return types.asElement(type) instanceof TypeElement element
        && queries.methods(element).stream()
            .anyMatch(
                method ->
                    method.getSimpleName().contentEquals(name) && elements.isDeprecated(method));
  }

  private @Nullable TypeMirror typeOf(TypeMirror type, TypeElement element, String name) {
    TypeMirror found = null;
    for (ExecutableElement method : queries.methods(element)) {
      if (method.getSimpleName().contentEquals(name)
          && method.getParameters().isEmpty()
          && method.getModifiers().contains(Modifier.PUBLIC)
          && !method.getModifiers().contains(Modifier.STATIC)) {
        TypeMirror returned = queries.returnType(queries.capture(type), method);
        // A bridge or an overridden method returns a supertype.
        found = found == null || types.isSubtype(returned, found) ? returned : found;
      }
    }
    return found == null || found.getKind() == TypeKind.VOID ? null : found;
  }
}
