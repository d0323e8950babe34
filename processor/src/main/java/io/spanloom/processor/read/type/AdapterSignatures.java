package io.spanloom.processor.read.type;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Decides which adapters generated code can refer to. It passes a result with wildcards as type
 * arguments together with a reference to the adapter, such as {@code endWhen(result,
 * Adapters::observe)}, and accepts spans of any value.
 */
final class AdapterSignatures {

  private static final List<String> UNCHECKED =
      List.of("java.lang.RuntimeException", "java.lang.Error");

  private final Types types;
  private final TypeQueries queries;

  AdapterSignatures(Types types, TypeQueries queries) {
    this.types = types;
    this.queries = queries;
  }

  /**
   * Returns the reason why generated code cannot refer to an adapter.
   *
   * @param adapter a public static method with a result and spans as parameters
   * @return the reason, or null if the adapter can be used
   */
  @Nullable String fault(ExecutableElement adapter) {
    String method = "its method '" + adapter.getSimpleName() + "'";
    for (TypeMirror thrown : adapter.getThrownTypes()) {
      if (UNCHECKED.stream().noneMatch(unchecked -> isSubtype(thrown, unchecked))) {
        return method + " declares the checked exception " + thrown;
      }
    }
    if (isOverloaded(adapter)) {
      return method + " is overloaded";
    }
    TypeMirror result = adapter.getParameters().get(0).asType();
    if (!acceptsAnyArguments(result, new HashSet<>())) {
      return "the type arguments of the first parameter of "
          + method
          + " must be different type variables or wildcards, without further bounds";
    }
    TypeMirror span = adapter.getParameters().get(1).asType();
    if (!MoreTypes.asDeclared(span).getTypeArguments().stream().allMatch(this::acceptsAnyValue)) {
      String name = types.asElement(span).getSimpleName().toString();
      return "the second parameter of %s must be a %s<? super T> or %s<?>"
          .formatted(method, name, name);
    }
    return adapter.getReturnType().getKind() == TypeKind.VOID
            || types.isSameType(adapter.getReturnType(), result)
        ? null
        : method + " does not return the type of its first parameter, " + result;
  }

  private boolean isSubtype(TypeMirror type, String supertype) {
    return queries.supertypes(type).containsKey(supertype);
  }

  private boolean isOverloaded(ExecutableElement adapter) {
    TypeElement type = MoreElements.asType(adapter.getEnclosingElement());
    return queries.methods(type).stream()
        .anyMatch(
            each -> !each.equals(adapter) && each.getSimpleName().equals(adapter.getSimpleName()));
  }

  /** Returns whether a parameter accepts its class with wildcards as type arguments. */
  private boolean acceptsAnyArguments(TypeMirror type, Set<Element> variables) {
    if (type.getKind() == TypeKind.TYPEVAR) {
      return accepts(type, queries.object(), variables);
    }
    if (type.getKind() != TypeKind.DECLARED) {
      return false;
    }
    DeclaredType declared = (DeclaredType) type;
    TypeElement element = MoreElements.asType(declared.asElement());
    List<? extends TypeMirror> arguments = declared.getTypeArguments();
    for (int i = 0; i < arguments.size(); i++) {
      if (!accepts(arguments.get(i), element.getTypeParameters().get(i).asType(), variables)) {
        return false;
      }
    }
    return declared.getEnclosingType().getKind() == TypeKind.NONE
        || acceptsAnyArguments(declared.getEnclosingType(), variables);
  }

  /** Returns whether a type argument accepts each type within the bounds of another type. */
  private boolean accepts(TypeMirror argument, TypeMirror limit, Set<Element> variables) {
    boolean open =
        argument instanceof WildcardType wildcard
            ? wildcard.getSuperBound() == null && !isVariable(wildcard.getExtendsBound())
            : isVariable(argument) && variables.add(types.asElement(argument));
    return open
        && queries.bounds(argument).stream()
            .allMatch(
                bound ->
                    queries.bounds(limit).stream().anyMatch(each -> types.isSubtype(each, bound)));
  }

  private static boolean isVariable(@Nullable TypeMirror type) {
    return type != null && type.getKind() == TypeKind.TYPEVAR;
  }

  private boolean acceptsAnyValue(TypeMirror argument) {
    return argument instanceof WildcardType wildcard
        ? wildcard.getExtendsBound() == null
            || types.isSameType(wildcard.getExtendsBound(), queries.object())
        : types.isSameType(argument, queries.object());
  }
}
