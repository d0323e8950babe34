package io.spanloom.processor.read.annotation;

import io.spanloom.processor.read.type.EnclosingTypes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Recognizes accessors of Kotlin classes. Kotlin's annotation processing, kapt, shows them as Java
 * sources whose methods have no real bodies, so names decide.
 */
final class KotlinClasses {

  private static final Pattern COMPONENT = Pattern.compile("component\\d+");
  private static final Pattern PROPERTY = Pattern.compile("(?:get|set|is)(\\p{Lu}.*)");

  private KotlinClasses() {}

  static boolean isKotlin(Element type) {
    return type.getAnnotationMirrors().stream()
        .anyMatch(
            each -> Annotations.typeOf(each).getQualifiedName().contentEquals("kotlin.Metadata"));
  }

  /** Returns whether a method accesses a property with a field, or belongs to a data class. */
  static boolean isAccessor(ExecutableElement method) {
    TypeElement type = EnclosingTypes.of(method);
    String name = method.getSimpleName().toString();
    if (COMPONENT.matcher(name).matches()) {
      return method.getParameters().isEmpty();
    }
    if (name.equals("copy")) {
      return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
          .anyMatch(each -> each.getSimpleName().contentEquals("component1"));
    }
    Matcher property = PROPERTY.matcher(name);
    if (!property.matches() || method.getParameters().size() != (name.startsWith("set") ? 1 : 0)) {
      return false;
    }
    String capitalized = property.group(1);
    String decapitalized = Character.toLowerCase(capitalized.charAt(0)) + capitalized.substring(1);
    return Stream.of(decapitalized, capitalized, "is" + capitalized)
        .anyMatch(field -> hasField(type, field));
  }

  private static boolean hasField(TypeElement type, String name) {
    return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
        .anyMatch(field -> field.getSimpleName().contentEquals(name));
  }
}
