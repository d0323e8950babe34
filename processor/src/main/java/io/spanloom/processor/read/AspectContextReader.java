package io.spanloom.processor.read;

import com.google.auto.common.GeneratedAnnotations;
import com.squareup.javapoet.ArrayTypeName;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import io.spanloom.processor.model.AiCall;
import io.spanloom.processor.model.AiReading;
import io.spanloom.processor.model.AspectReferences;
import io.spanloom.processor.model.AttributeSource;
import io.spanloom.processor.model.ExpectedException;
import io.spanloom.processor.model.Result;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.model.TracedMethod;
import io.spanloom.processor.model.TracedType;
import io.spanloom.processor.read.type.DeferredTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Reads the environment of a generated aspect from its package and its module. */
final class AspectContextReader {

  private final Elements elements;
  private final SourceVersion source;
  private final AspectReferences references;

  /** The results of {@link #isDeclared} in this round, by package and simple name. */
  private final Map<PackageElement, Map<String, Boolean>> declared = new HashMap<>();

  AspectContextReader(Elements elements, SourceVersion source, AspectReferences references) {
    this.elements = elements;
    this.source = source;
    this.references = references;
  }

  TracedType.AspectContext read(TypeElement type, List<TracedMethod> methods) {
    ModuleElement module = elements.getModuleOf(type);
    List<String> missing = new ArrayList<>();
    references
        .typesByModule()
        .forEach(
            (requiredModule, typeName) -> {
              if (find(typeName, module) == null) {
                missing.add(requiredModule);
              }
            });
    if (adapters(methods).anyMatch(adapter -> find(adapter.canonicalName(), module) == null)) {
      missing.add(DeferredTypes.MODULE);
    }
    List<ClassName> used = usedTypes(methods);
    List<ClassName> deprecated = used.stream().filter(this::isDeprecated).toList();
    SortedSet<String> hidden = hiddenNames(elements.getPackageOf(type), used, module);
    boolean importsJavaLang = isDeclared("java", elements.getPackageOf(type), module);
    SortedSet<String> qualifiedNames = importsJavaLang ? new TreeSet<>() : hidden;
    // For Java 8, javac warns about imports of deprecated types, and nothing suppresses that.
    deprecated.forEach(each -> qualifiedNames.addAll(each.simpleNames()));
    return new TracedType.AspectContext(
        module == null ? "" : module.getQualifiedName().toString(),
        List.copyOf(missing),
        generatedAnnotation(module),
        qualifiedNames,
        importsJavaLang,
        !deprecated.isEmpty() || methods.stream().anyMatch(AspectContextReader::usesDeprecated));
  }

  /** Returns the adapters of Spanloom that generated code uses; others are in the program. */
  private static Stream<ClassName> adapters(List<TracedMethod> methods) {
    return methods.stream()
        .map(TracedMethod::result)
        .filter(Result.Deferred.class::isInstance)
        .flatMap(result -> ((Result.Deferred) result).adapter().type().stream())
        .filter(adapter -> adapter.packageName().startsWith(DeferredTypes.MODULE + "."));
  }

  private static boolean usesDeprecated(TracedMethod method) {
    return method.attributes().stream()
            .anyMatch(
                attribute ->
                    attribute.source() instanceof AttributeSource.Path path
                        && path.steps().stream().anyMatch(AttributeSource.Step::deprecated))
        || method.spans().stream()
            .anyMatch(
                span ->
                    span instanceof AiCall call && call.readings().anyMatch(AiReading::deprecated));
  }

  /**
   * Finds a class that a module can use, or any class if the source version has no modules. Without
   * a module, javac searches all modules of the JDK for a class that does not exist.
   */
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
      method.contextParameters().all().forEach(each -> used.add(each.parameter().type()));
      for (SpanForm span : method.spans()) {
        span.expected().stream().map(ExpectedException::type).forEach(used::add);
      }
    }
    return used.stream().flatMap(AspectContextReader::classes).distinct().toList();
  }

  private static void addUsed(AttributeSource source, List<TypeName> used) {
    if (source instanceof AttributeSource.Path path) {
      TypeName rootType = path.root().type();
      if (rootType != null) {
        used.add(rootType);
      }
      for (AttributeSource.Step step : path.steps()) {
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

  /** Returns the names of {@code java.lang} that are hidden by a class of a package. */
  private SortedSet<String> hiddenNames(
      PackageElement from, List<ClassName> used, @Nullable ModuleElement module) {
    SortedSet<String> names = new TreeSet<>(references.javaLangNames());
    used.stream()
        .filter(type -> type.packageName().equals("java.lang"))
        .forEach(type -> names.add(type.simpleNames().get(0)));
    names.removeIf(name -> !isDeclared(name, from, module));
    return names;
  }

  /** Returns whether a package has a class with a name. */
  private boolean isDeclared(String name, PackageElement from, @Nullable ModuleElement module) {
    String prefix = from.isUnnamed() ? "" : from.getQualifiedName() + ".";
    return declared
        .computeIfAbsent(from, each -> new HashMap<>())
        .computeIfAbsent(name, each -> find(prefix + each, module) != null);
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
