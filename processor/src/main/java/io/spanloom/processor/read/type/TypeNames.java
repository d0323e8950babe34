package io.spanloom.processor.read.type;

import com.squareup.javapoet.ArrayTypeName;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.WildcardTypeName;
import java.util.Collections;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Converts types to the names with which generated code refers to them. */
public final class TypeNames {

  static final TypeName ANYTHING = WildcardTypeName.subtypeOf(Object.class);

  private final Types types;

  /**
   * Creates a converter.
   *
   * @param types the compilation's types
   */
  public TypeNames(Types types) {
    this.types = types;
  }

  /**
   * Returns a type with {@code ?} for each type argument: {@code Box<?>} for {@code Box<Order>},
   * and the first bound for a type variable. Such a type is never raw and accepts every argument.
   *
   * @param type the type
   * @return its name in generated code
   */
  public TypeName withWildcards(TypeMirror type) {
    TypeMirror erased = types.erasure(type);
    return switch (erased.getKind()) {
      case DECLARED -> withWildcards((TypeElement) types.asElement(erased));
      case ARRAY ->
          ArrayTypeName.of(withWildcards(((ArrayType) types.erasure(erased)).getComponentType()));
      default -> TypeName.get(erased);
    };
  }

  private TypeName withWildcards(TypeElement type) {
    List<TypeName> arguments = Collections.nCopies(type.getTypeParameters().size(), ANYTHING);
    boolean inner = !type.getModifiers().contains(Modifier.STATIC);
    if (inner
        && type.getEnclosingElement() instanceof TypeElement outer
        && !outer.getKind().isInterface()
        && withWildcards(outer) instanceof ParameterizedTypeName generic) {
      return generic.nestedClass(type.getSimpleName().toString(), arguments);
    }
    return arguments.isEmpty()
        ? ClassName.get(type)
        : ParameterizedTypeName.get(ClassName.get(type), arguments.toArray(TypeName[]::new));
  }
}
