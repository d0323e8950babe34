package io.spanloom.processor.read.ai;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.WildcardTypeName;
import io.spanloom.processor.model.AiField;
import io.spanloom.processor.model.AiReading;
import io.spanloom.processor.read.type.TypeNames;
import io.spanloom.processor.read.type.TypeQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads which paths of an {@link AiType} the client on the class path has. */
final class AiObjectReader {

  private static final String OPTIONAL = "java.util.Optional";

  private final Elements elements;
  private final Types types;
  private final TypeQueries queries;
  private final TypeNames names;
  private final AiAccessors accessors;

  AiObjectReader(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
    this.queries = new TypeQueries(elements, types);
    this.names = new TypeNames(types);
    this.accessors = new AiAccessors(elements, types);
  }

  /** Returns the first type of a table that a type is assignable to, or empty if it has none. */
  Optional<AiType> find(List<AiType> table, TypeMirror type) {
    Set<String> supertypes = queries.supertypes(type).keySet();
    return table.stream().filter(entry -> supertypes.contains(entry.name())).findFirst();
  }

  /** Returns the accessor of a name, or of a getter of that name. */
  Optional<AiAccessors.Accessor> accessor(TypeMirror type, String name) {
    return accessors.find(type, name);
  }

  /** Returns whether a type suits a field: a string for the model, a number for all others. */
  boolean isValue(TypeMirror type, AiField field) {
    return field == AiField.MODEL ? types.isSameType(type, queries.string()) : isNumber(type);
  }

  /** Returns whether a type is exactly the one with a name, apart from type arguments. */
  boolean isExactly(TypeMirror type, String name) {
    return queries.isDeclaredAs(type, name);
  }

  /** Returns the type with a name, or null if it is not on the class path. */
  @Nullable TypeMirror typeOf(String name) {
    return queries.erasureOf(name);
  }

  /** Returns the class or interface of a type, or null for any other type. */
  @Nullable Element element(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED ? types.asElement(type) : null;
  }

  /** Returns a class or interface without type arguments, as its members see it. */
  TypeMirror declaration(TypeMirror type) {
    return types.asElement(type).asType();
  }

  /** Returns whether two types are the same class or interface, with any type arguments. */
  boolean isSameClass(TypeMirror first, TypeMirror second) {
    return types.isSameType(types.erasure(first), types.erasure(second));
  }

  /**
   * Resolves the paths of a type that is on the class path.
   *
   * @param provider the provider that the annotation sets, or an empty string
   * @param constants the fields that the annotation sets, which are not read
   */
  AiReading read(AiType entry, String provider, Set<AiField> constants) {
    TypeElement element = elements.getTypeElement(entry.name());
    DeclaredType type = (DeclaredType) element.asType();
    AiTree tree = new AiTree();
    List<String> missing = new ArrayList<>();
    for (AiType.Path path : entry.paths()) {
      AiField field =
          entry.separateCache().contains(provider) ? path.field().separate() : path.field();
      if (!constants.contains(field)) {
        List<AiStep> steps = new ArrayList<>();
        String absent = resolve(type, path.text(), steps);
        if (absent == null) {
          tree.add(field, steps);
        } else if (path.expected() && !absent.isEmpty() && !missing.contains(absent)) {
          missing.add(absent);
        }
      }
    }
    return new AiReading(
        names.withWildcards(type),
        tree.nodes(),
        List.copyOf(missing),
        tree.deprecated(),
        AiTracers.of(entry, elements));
  }

  /**
   * Resolves a path.
   *
   * @return the accessor that is missing, an empty string if the type of a cast is, or null
   */
  private @Nullable String resolve(TypeMirror start, String path, List<AiStep> steps) {
    TypeMirror type = start;
    for (String segment : AiPaths.split(path)) {
      String accessor = AiPaths.accessor(segment);
      TypeMirror returned = accessor.isEmpty() ? type : accessors.typeOf(type, accessor);
      if (returned == null) {
        return names.withWildcards(type) + "." + accessor + "()";
      }
      boolean deprecated = accessors.isDeprecated(type, accessor);
      if (AiPaths.isCondition(segment)) {
        steps.add(step(AiStep.Form.IF, accessor, false, type, deprecated));
        continue;
      }
      TypeMirror value = queries.argumentOf(returned, OPTIONAL);
      type = queries.bound(value == null ? returned : value);
      if (!accessor.isEmpty()) {
        steps.add(step(AiStep.Form.CALL, accessor, value != null, type, deprecated));
      }
      if (AiPaths.isEach(segment)) {
        TypeMirror item = queries.argumentOf(type, "java.lang.Iterable");
        if (item == null) {
          return names.withWildcards(type) + "." + accessor + "()";
        }
        type = item;
        steps.add(step(AiStep.Form.EACH, "", false, type, false));
      }
      String cast = AiPaths.cast(segment);
      if (cast != null) {
        TypeElement target = elements.getTypeElement(cast);
        if (target == null) {
          return "";
        }
        type = target.asType();
        steps.add(step(AiStep.Form.CAST, "", false, type, false));
      }
    }
    return null;
  }

  private AiStep step(
      AiStep.Form form, String accessor, boolean optional, TypeMirror type, boolean deprecated) {
    Element element = element(type);
    return new AiStep(
        form,
        accessor,
        optional,
        nameOf(type),
        element == null ? "value" : element.getSimpleName().toString(),
        isNumber(type),
        deprecated);
  }

  /** Returns the name of a type, with its type arguments if they have none themselves. */
  private TypeName nameOf(TypeMirror type) {
    TypeName name = names.withWildcards(type);
    if (!(name instanceof ParameterizedTypeName generic) || !(type instanceof DeclaredType known)) {
      return name;
    }
    TypeName[] arguments =
        known.getTypeArguments().stream()
            .map(
                argument -> {
                  TypeName bound = names.withWildcards(queries.bound(argument));
                  return argument.getKind() == TypeKind.DECLARED && bound instanceof ClassName
                      ? bound
                      : WildcardTypeName.subtypeOf(bound);
                })
            .toArray(TypeName[]::new);
    return arguments.length == generic.typeArguments.size()
        ? ParameterizedTypeName.get(generic.rawType, arguments)
        : name;
  }

  private boolean isNumber(TypeMirror type) {
    TypeMirror boxed =
        type.getKind().isPrimitive() ? types.boxedClass((PrimitiveType) type).asType() : type;
    TypeMirror number = queries.erasureOf("java.lang.Number");
    return number != null && types.isAssignable(boxed, number);
  }
}
