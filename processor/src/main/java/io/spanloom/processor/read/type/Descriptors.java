package io.spanloom.processor.read.type;

import java.util.List;
import java.util.Locale;
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

/** Names of types and methods as the JVM and as AspectJ's patterns have them. */
public final class Descriptors {

  private final Elements elements;
  private final Types types;

  public Descriptors(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /**
   * Returns the parameters that javac puts before those of the source: name and ordinal of an
   * enum's constant, the outer instance of an inner class.
   */
  public List<TypeMirror> leadingParameters(ExecutableElement method) {
    if (method.getKind() != ElementKind.CONSTRUCTOR) {
      return List.of();
    }
    TypeElement type = Enclosing.type(method);
    if (type.getKind() == ElementKind.ENUM) {
      TypeElement string = elements.getTypeElement("java.lang.String");
      return List.of(string.asType(), types.getPrimitiveType(TypeKind.INT));
    }
    boolean inner =
        type.getNestingKind().isNested() && !type.getModifiers().contains(Modifier.STATIC);
    return inner ? List.of(Enclosing.type(type.getEnclosingElement()).asType()) : List.of();
  }

  /** Returns name and descriptor, such as {@code place(Lshop/Order;)V} (JVMS 4.3.3). */
  public String descriptor(ExecutableElement method) {
    StringBuilder result = new StringBuilder(method.getSimpleName()).append('(');
    leadingParameters(method).forEach(type -> result.append(descriptor(type)));
    method.getParameters().forEach(parameter -> result.append(descriptor(parameter.asType())));
    return result.append(')').append(descriptor(method.getReturnType())).toString();
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
   * Returns what an {@code execution} pointcut matches a method with. Types are erased, which also
   * matches generic methods, and a variable last parameter keeps its dots, without which AspectJ
   * does not match.
   */
  public String pattern(ExecutableElement method) {
    TypeElement type = Enclosing.type(method);
    String parameters =
        Stream.concat(
                leadingParameters(method).stream(),
                method.getParameters().stream().map(parameter -> parameter.asType()))
            .map(this::text)
            .collect(Collectors.joining(", "));
    if (method.isVarArgs()) {
      parameters = withDots(parameters);
    }
    boolean constructor = method.getKind() == ElementKind.CONSTRUCTOR;
    return (constructor ? "" : text(method.getReturnType()) + " ")
        + type.getQualifiedName()
        + (constructor ? ".new" : "." + method.getSimpleName())
        + "("
        + parameters
        + ")";
  }

  /** Writes the last of some parameter types, an array, as that of a variable parameter. */
  public static String withDots(String parameterTypes) {
    return parameterTypes.substring(0, parameterTypes.length() - "[]".length()) + "...";
  }

  private String text(TypeMirror type) {
    TypeMirror erased = types.erasure(type);
    return switch (erased.getKind()) {
      case ARRAY -> text(((ArrayType) erased).getComponentType()) + "[]";
      case DECLARED -> ((TypeElement) types.asElement(erased)).getQualifiedName().toString();
      default -> erased.getKind().name().toLowerCase(Locale.ROOT);
    };
  }
}
