package io.spanloom.processor.read.path;

import com.squareup.javapoet.TypeName;
import io.spanloom.processor.model.Source;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * What a path of a method can begin with.
 *
 * @param method the traced method
 * @param type the class that it is traced in
 * @param from the package of the aspect
 * @param declaredNames the names of its parameters where its attributes are said, which is the
 *     method itself or one of an interface
 * @param advice how advice declares a parameter
 */
public record PathScope(
    ExecutableElement method,
    TypeElement type,
    PackageElement from,
    List<String> declaredNames,
    AdviceTypes advice) {

  /** Says how advice declares the parameter of a type. */
  @FunctionalInterface
  public interface AdviceTypes {

    /**
     * Returns the type that it declares.
     *
     * @param type the parameter's type
     * @param plain whether nothing of the parameter is needed but its value
     */
    TypeName of(TypeMirror type, boolean plain);
  }

  /** Returns the position of the parameter of a name, or -1. */
  int indexOf(String name) {
    int said = declaredNames.indexOf(name);
    if (said >= 0) {
      return said;
    }
    List<? extends VariableElement> parameters = method.getParameters();
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).getSimpleName().contentEquals(name)) {
        return i;
      }
    }
    return -1;
  }

  public String parameterName(int index) {
    return method.getParameters().get(index).getSimpleName().toString();
  }

  public TypeMirror parameterType(int index) {
    return method.getParameters().get(index).asType();
  }

  public Source.Parameter parameter(int index) {
    return new Source.Parameter(
        parameterName(index), index, advice.of(parameterType(index), false));
  }

  /** Returns a parameter of which nothing but its value is needed. */
  Source.Parameter plainParameter(int index) {
    return new Source.Parameter(parameterName(index), index, advice.of(parameterType(index), true));
  }

  /** Returns the names that a path can begin with. */
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
