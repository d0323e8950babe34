package io.spanloom.processor.read;

import com.google.auto.common.GeneratedAnnotations;
import com.squareup.javapoet.ArrayTypeName;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import io.spanloom.processor.model.Source;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.model.TracedMethod;
import io.spanloom.processor.model.TracedType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Reads what the source of an aspect will see from its package and its module. */
final class AspectContextReader {

  /** What every generated aspect uses: by module, a type to know it by. */
  private static final SortedMap<String, String> USED =
      new TreeMap<>(
          Map.of(
              "io.spanloom.runtime", "io.spanloom.runtime.woven.SpanSite",
              "io.opentelemetry.api", "io.opentelemetry.api.common.AttributeKey",
              "org.aspectj.runtime", "org.aspectj.lang.annotation.Aspect"));

  /** What generated aspects use of {@code java.lang}, which is not imported. */
  private static final List<String> JAVA_LANG =
      List.of(
          "Boolean",
          "Byte",
          "Character",
          "Double",
          "Enum",
          "Float",
          "Integer",
          "Long",
          "Object",
          "Override",
          "Short",
          "String",
          "SuppressWarnings",
          "Throwable");

  private final Elements elements;
  private final SourceVersion source;

  AspectContextReader(Elements elements, SourceVersion source) {
    this.elements = elements;
    this.source = source;
  }

  TracedType.AspectContext read(TypeElement type, List<TracedMethod> methods) {
    ModuleElement module = elements.getModuleOf(type);
    ModuleElement named = module == null || module.isUnnamed() ? null : module;
    List<String> missing = new ArrayList<>();
    USED.forEach(
        (usedModule, typeName) -> {
          if (find(typeName, named) == null) {
            missing.add(usedModule);
          }
        });
    List<ClassName> used = usedTypes(methods);
    List<ClassName> deprecated = used.stream().filter(this::isDeprecated).toList();
    SortedSet<String> writtenInFull = hidden(elements.getPackageOf(type), used, named);
    // For Java 8, javac warns of an import where nothing can suppress it.
    deprecated.forEach(each -> writtenInFull.addAll(each.simpleNames()));
    return new TracedType.AspectContext(
        named == null ? "" : named.getQualifiedName().toString(),
        List.copyOf(missing),
        generatedAnnotation(named),
        writtenInFull,
        !deprecated.isEmpty() || methods.stream().anyMatch(AspectContextReader::usesDeprecated));
  }

  private static boolean usesDeprecated(TracedMethod method) {
    return method.attributes().stream()
        .anyMatch(
            attribute ->
                attribute.source() instanceof Source.Path path
                    && path.steps().stream().anyMatch(Source.Step::deprecated));
  }

  private @Nullable TypeElement find(String name, @Nullable ModuleElement from) {
    return from == null ? elements.getTypeElement(name) : elements.getTypeElement(from, name);
  }

  private Optional<ClassName> generatedAnnotation(@Nullable ModuleElement from) {
    return GeneratedAnnotations.generatedAnnotation(elements, source)
        .filter(annotation -> find(annotation.getQualifiedName().toString(), from) != null)
        .map(ClassName::get);
  }

  private static List<ClassName> usedTypes(List<TracedMethod> methods) {
    List<TypeName> used = new ArrayList<>();
    for (TracedMethod method : methods) {
      method.attributes().forEach(attribute -> addUsed(attribute.source(), used));
      Stream.concat(method.parents().stream(), method.links().stream())
          .forEach(handed -> used.add(handed.parameter().type()));
      for (SpanForm span : method.spans()) {
        if (span instanceof SpanForm.Span traced) {
          traced.expected().stream().map(SpanForm.Expected::type).forEach(used::add);
        }
      }
    }
    return used.stream().flatMap(AspectContextReader::classes).distinct().toList();
  }

  private static void addUsed(Source source, List<TypeName> used) {
    if (source instanceof Source.Path path) {
      if (path.root() instanceof Source.Parameter parameter) {
        used.add(parameter.type());
      } else if (path.root() instanceof Source.This self) {
        used.add(self.type());
      } else if (path.root() instanceof Source.Result result) {
        used.add(result.type());
      }
      for (Source.Step step : path.steps()) {
        used.add(step.type());
        if (step.on() != null) {
          used.add(step.on());
        }
      }
    }
  }

  private static Stream<ClassName> classes(TypeName type) {
    if (type instanceof ArrayTypeName array) {
      return classes(array.componentType);
    }
    if (type instanceof ParameterizedTypeName generic) {
      return Stream.of(generic.rawType);
    }
    return type instanceof ClassName name ? Stream.of(name) : Stream.empty();
  }

  /** Names of {@code java.lang} that mean something else in a package. */
  private SortedSet<String> hidden(
      PackageElement from, List<ClassName> used, @Nullable ModuleElement module) {
    SortedSet<String> names = new TreeSet<>(JAVA_LANG);
    used.stream()
        .filter(type -> type.packageName().equals("java.lang"))
        .forEach(type -> names.add(type.simpleNames().get(0)));
    String prefix = from.isUnnamed() ? "" : from.getQualifiedName() + ".";
    names.removeIf(name -> find(prefix + name, module) == null);
    return names;
  }

  private boolean isDeprecated(ClassName type) {
    for (ClassName outer = type; outer != null; outer = outer.enclosingClassName()) {
      TypeElement element = elements.getTypeElement(outer.canonicalName());
      if (element != null && elements.isDeprecated(element)) {
        return true;
      }
    }
    return false;
  }
}
