package io.spanloom.processor.read.path;

import io.spanloom.processor.model.AttributeSource;
import io.spanloom.processor.read.type.AdviceTypes;
import io.spanloom.processor.read.type.ResolvedResult;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * The names with which a path of a method can start.
 *
 * @param method the traced method
 * @param type the class in which it is traced
 * @param from the package of the aspect
 * @param declaredNames the parameter names of the method that declares the annotations: the traced
 *     method itself, or an interface method that it implements
 * @param adviceTypes selects the types with which advice declares parameters
 * @param result the method's result
 */
public record PathScope(
    ExecutableElement method,
    TypeElement type,
    PackageElement from,
    List<String> declaredNames,
    AdviceTypes adviceTypes,
    ResolvedResult result) {

  /** Returns the position of the parameter with a name, or -1. */
  int indexOf(String name) {
    int declared = declaredNames.indexOf(name);
    if (declared >= 0) {
      return declared;
    }
    List<? extends VariableElement> parameters = method.getParameters();
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).getSimpleName().contentEquals(name)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Returns the name of a parameter of the traced method.
   *
   * @param index the parameter's position, from 0
   * @return the name
   */
  public String parameterName(int index) {
    return method.getParameters().get(index).getSimpleName().toString();
  }

  /**
   * Returns the key of an attribute that sets none: the name of the parameter that carries the
   * annotation, so that all implementations of an interface method record the same key.
   *
   * @param annotated a parameter of the traced method, or of an interface method that it implements
   * @param index the parameter's position, from 0
   * @return the key
   */
  public String defaultKey(Element annotated, int index) {
    String name = annotated.getSimpleName().toString();
    boolean unknown = name.equals("arg" + index); // a class file without parameter names
    return unknown ? parameterName(index) : name;
  }

  /**
   * Returns the type of a parameter of the traced method.
   *
   * @param index the parameter's position, from 0
   * @return the type
   */
  public TypeMirror parameterType(int index) {
    return method.getParameters().get(index).asType();
  }

  /**
   * Returns the types of the parameters of the traced method.
   *
   * @return the types, in source order
   */
  public List<TypeMirror> parameterTypes() {
    return method.getParameters().stream().map(VariableElement::asType).toList();
  }

  /**
   * Returns a parameter of the traced method, for a path that may read its members.
   *
   * @param index the parameter's position, from 0
   * @return the parameter
   */
  public AttributeSource.Parameter parameter(int index) {
    return parameter(index, false);
  }

  /** Returns a parameter of the traced method, for reading its value and no member. */
  AttributeSource.Parameter parameterValue(int index) {
    return parameter(index, true);
  }

  private AttributeSource.Parameter parameter(int index, boolean valueOnly) {
    return new AttributeSource.Parameter(
        parameterName(index), index, adviceTypes.of(parameterType(index), valueOnly, from));
  }

  /** Returns the names with which a path can start. */
  List<String> roots() {
    List<String> result = new ArrayList<>(declaredNames);
    if (!method.getModifiers().contains(Modifier.STATIC)) {
      result.add("this");
    }
    boolean returns =
        method.getKind() == ElementKind.METHOD && method.getReturnType().getKind() != TypeKind.VOID;
    if (returns) {
      result.add("result");
    }
    return result;
  }
}
