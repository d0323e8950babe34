package io.spanloom.processor.read.type;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.TypeName;
import io.spanloom.processor.model.MethodId;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Derives the names that identify a method in messages, class files and pointcuts. */
public final class MethodIdReader {

  private final Elements elements;
  private final Types types;

  /**
   * Creates a reader.
   *
   * @param elements the compilation's elements
   * @param types the compilation's types
   */
  public MethodIdReader(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /**
   * Reads the names of a method.
   *
   * @param method a method or constructor of a class
   * @param type the class
   * @return the names
   */
  public MethodId read(ExecutableElement method, TypeElement type) {
    return new MethodId(
        method.getSimpleName().toString(),
        signature(method, type),
        elements.getBinaryName(type) + "." + method.getSimpleName(),
        descriptor(method),
        pattern(method),
        leadingParameters(method).size(),
        method.getParameters().size());
  }

  private String signature(ExecutableElement method, TypeElement type) {
    boolean constructor = method.getKind() == ElementKind.CONSTRUCTOR;
    return (constructor ? type.getSimpleName() : method.getSimpleName())
        + parameters(method, declaredParameters(method), this::simpleName);
  }

  /**
   * Returns the parameters that javac inserts before those of the source: name and ordinal of an
   * enum constant, or the outer instance of an inner class.
   */
  private List<TypeMirror> leadingParameters(ExecutableElement method) {
    if (method.getKind() != ElementKind.CONSTRUCTOR) {
      return List.of();
    }
    TypeElement type = EnclosingTypes.of(method);
    if (type.getKind() == ElementKind.ENUM) {
      TypeElement string = elements.getTypeElement("java.lang.String");
      return List.of(string.asType(), types.getPrimitiveType(TypeKind.INT));
    }
    boolean inner =
        type.getNestingKind().isNested() && !type.getModifiers().contains(Modifier.STATIC);
    return inner ? List.of(EnclosingTypes.of(type.getEnclosingElement()).asType()) : List.of();
  }

  private static Stream<TypeMirror> declaredParameters(ExecutableElement method) {
    return method.getParameters().stream().map(parameter -> parameter.asType());
  }

  private Stream<TypeMirror> allParameters(ExecutableElement method) {
    return Stream.concat(leadingParameters(method).stream(), declaredParameters(method));
  }

  /** Returns the name and descriptor, such as {@code place(Lshop/Order;)V} (JVMS 4.3.3). */
  private String descriptor(ExecutableElement method) {
    return allParameters(method)
        .map(this::descriptor)
        .collect(
            Collectors.joining(
                "", method.getSimpleName() + "(", ")" + descriptor(method.getReturnType())));
  }

  private String descriptor(TypeMirror type) {
    TypeMirror erased = types.erasure(type);
    return switch (erased.getKind()) {
      case BOOLEAN -> "Z";
      case BYTE -> "B";
      case SHORT -> "S";
      case INT -> "I";
      case LONG -> "J";
      case CHAR -> "C";
      case FLOAT -> "F";
      case DOUBLE -> "D";
      case VOID -> "V";
      case ARRAY -> "[" + descriptor(((ArrayType) erased).getComponentType());
      default -> "L" + binaryName(erased).replace('.', '/') + ";";
    };
  }

  private String binaryName(TypeMirror type) {
    return elements.getBinaryName((TypeElement) types.asElement(type)).toString();
  }

  /**
   * Returns the pattern for an {@code execution} pointcut. Types are erased, because an erased
   * pattern also matches generic methods.
   */
  private String pattern(ExecutableElement method) {
    TypeElement type = EnclosingTypes.of(method);
    boolean constructor = method.getKind() == ElementKind.CONSTRUCTOR;
    return (constructor ? "" : qualifiedName(method.getReturnType()) + " ")
        + canonicalName(type)
        + (constructor ? ".new" : "." + method.getSimpleName())
        + parameters(method, allParameters(method), this::qualifiedName);
  }

  /** Writes a parameter list; AspectJ only matches a varargs method by a pattern with dots. */
  private static String parameters(
      ExecutableElement method, Stream<TypeMirror> parameters, Function<TypeMirror, String> name) {
    String text = parameters.map(name).collect(Collectors.joining(", "));
    if (method.isVarArgs()) {
      text = text.substring(0, text.length() - "[]".length()) + "...";
    }
    return "(" + text + ")";
  }

  private String qualifiedName(TypeMirror type) {
    TypeMirror erased = types.erasure(type);
    return switch (erased.getKind()) {
      case ARRAY -> qualifiedName(((ArrayType) erased).getComponentType()) + "[]";
      case DECLARED -> canonicalName((TypeElement) types.asElement(erased));
      default -> erased.getKind().name().toLowerCase(Locale.ROOT);
    };
  }

  /** Returns a class's canonical name, in which Eclipse's compiler would replace each dollar. */
  private static String canonicalName(TypeElement type) {
    return ClassName.get(type).canonicalName();
  }

  private String simpleName(TypeMirror type) {
    String text = TypeName.get(types.erasure(type)).toString();
    return text.substring(text.lastIndexOf('.') + 1);
  }
}
