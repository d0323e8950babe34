package io.spanloom.processor.write;

import com.squareup.javapoet.AnnotationSpec;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.FieldSpec;
import com.squareup.javapoet.JavaFile;
import com.squareup.javapoet.TypeSpec;
import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.AttributeSource;
import io.spanloom.processor.model.TracedMethod;
import io.spanloom.processor.model.TracedType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Writes the aspect of a class. The generated aspect is package-private, so that it does not become
 * part of its package's API and is exempt from javac's lint checks for exported types.
 */
public final class AspectWriter {

  private final String generator;
  private final String version;

  /**
   * Creates a writer.
   *
   * @param generator the processor's class name
   * @param version the version of Spanloom
   */
  public AspectWriter(String generator, String version) {
    this.generator = generator;
    this.version = version;
  }

  /**
   * Writes the source of an aspect.
   *
   * @param type a class without errors
   * @return the source file
   */
  public JavaFile write(TracedType type) {
    AspectNames names = new AspectNames(type.traced());
    TypeSpec.Builder aspect =
        TypeSpec.classBuilder(AspectNames.aspectOf(type.binaryName()))
            .addModifiers(Modifier.FINAL)
            .alwaysQualify(type.aspectContext().qualifiedNames().toArray(String[]::new))
            .addOriginatingElement((TypeElement) type.location().element());
    addHeader(aspect, type);
    type.traced().stream()
        .filter(method -> !method.span().addsToCurrentSpan())
        .forEach(method -> addSite(aspect, method, names));
    addKeys(aspect, type, names);
    PathMethods pathMethods = new PathMethods(names);
    type.traced().forEach(method -> new AdviceWriter(method, names, pathMethods).addTo(aspect));
    pathMethods.addTo(aspect);
    return JavaFile.builder(type.name().packageName(), aspect.build())
        .skipJavaLangImports(!type.aspectContext().importsJavaLang())
        .build();
  }

  private void addHeader(TypeSpec.Builder aspect, TracedType type) {
    aspect.addJavadoc(
        type.nameable()
            ? CodeBlock.of("Spans of {@link $T}, woven into it at build time.", type.name())
            : CodeBlock.of(
                "Spans of {@code $L}, woven into it at build time.", type.canonicalName()));
    if (type.traced().isEmpty()) {
      aspect.addJavadoc(
          "\n\n<p>The option spanloom.exclude excludes all traced methods of the class.\n");
    } else {
      aspect.addJavadoc(
          "\nFailure advice comes first, so that its exception handler encloses only the method's body.\n");
      aspect.addAnnotation(RuntimeTypes.ASPECT);
    }
    type.aspectContext()
        .generatedAnnotation()
        .ifPresent(
            annotation ->
                aspect.addAnnotation(
                    OneLineAnnotations.annotation(
                        annotation,
                        CodeBlock.of(
                            "value = $S, comments = $S", generator, "Spanloom " + version))));
    aspect.addAnnotation(
        OneLineAnnotations.annotation(RuntimeTypes.GENERATED_ASPECT, declaration(type)));
    if (type.aspectContext().usesDeprecated()) {
      aspect.addAnnotation(
          AnnotationSpec.builder(SuppressWarnings.class)
              .addMember("value", "{$S, $S}", "deprecation", "removal")
              .build());
    }
  }

  private static CodeBlock declaration(TracedType type) {
    CodeBlock.Builder result = CodeBlock.builder().add("type = $S, methods = ", type.binaryName());
    result.add(values(type.traced().stream().map(method -> method.id().descriptor()).toList()));
    List<String> inherited = new ArrayList<>();
    for (TracedMethod method : type.traced()) {
      method.inherited().ifPresent(from -> inherited.add(inherited(method, from)));
    }
    if (!inherited.isEmpty()) {
      result.add(",\ninherited = ").add(values(inherited));
    }
    if (!type.excluded().isEmpty()) {
      result.add(",\nexcluded = ");
      result.add(values(type.excluded().stream().map(method -> method.id().descriptor()).toList()));
    }
    return result.build();
  }

  /** Returns the values of an annotation's member, one per line if there are several. */
  private static CodeBlock values(List<String> values) {
    return values.size() == 1
        ? CodeBlock.of("$S", values.get(0))
        : values.stream()
            .map(value -> CodeBlock.of("\n$S", value))
            .collect(CodeBlock.joining(",", "{", "}"));
  }

  private static String inherited(TracedMethod method, TracedMethod.Inherited from) {
    return method.id().descriptor() + " by " + from.annotation() + " on " + from.holder();
  }

  private static void addSite(TypeSpec.Builder aspect, TracedMethod method, AspectNames names) {
    aspect.addField(
        FieldSpec.builder(
                WorkflowSiteWriter.type(method.span()),
                names.site(method),
                Modifier.STATIC,
                Modifier.FINAL)
            .initializer(SiteWriter.write(method))
            .build());
  }

  private static void addKeys(TypeSpec.Builder aspect, TracedType type, AspectNames names) {
    Map<String, FieldSpec> keys = new LinkedHashMap<>();
    for (TracedMethod method : type.traced()) {
      for (Attribute attribute : method.attributes()) {
        if (attribute.source() instanceof AttributeSource.Path) {
          keys.computeIfAbsent(
              names.key(attribute.key(), attribute.keyType()),
              name -> SiteWriter.key(name, attribute));
        }
      }
    }
    keys.values().forEach(aspect::addField);
  }
}
