package io.spanloom.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.model.TracedMethod;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Finds classes of a program that are named like classes of {@code java.lang}. */
final class JavaLang {

  /** What any aspect may use; attributes and expected exceptions bring more. */
  private static final Set<String> OFTEN =
      Set.of("Boolean", "Double", "Enum", "Long", "Object", "String", "Throwable");

  private final Elements elements;

  JavaLang(Elements elements) {
    this.elements = elements;
  }

  /** Returns whether a class of the type's package stands before one that its aspect needs. */
  boolean isHiddenFrom(TypeElement type, List<TracedMethod> methods) {
    String prefix = ClassName.get(type).packageName();
    ModuleElement module = elements.getModuleOf(type);
    return simpleNames(methods).stream()
        .map(name -> prefix.isEmpty() ? name : prefix + "." + name)
        .anyMatch(name -> find(module, name) != null);
  }

  private @Nullable TypeElement find(@Nullable ModuleElement module, String name) {
    return module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name);
  }

  private static Set<String> simpleNames(List<TracedMethod> methods) {
    Set<String> names = new TreeSet<>(OFTEN);
    for (TracedMethod method : methods) {
      method.attributes().forEach(attribute -> add(attribute.typeName(), names));
      for (SpanForm span : method.spans()) {
        if (span instanceof SpanForm.Span traced) {
          traced.expected().forEach(expected -> add(expected.type(), names));
        }
      }
    }
    return names;
  }

  private static void add(TypeName type, Set<String> names) {
    if (type instanceof ClassName name && name.packageName().equals("java.lang")) {
      names.add(name.simpleName());
    }
  }
}
