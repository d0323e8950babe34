package io.spanloom.processor.write;

import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.JavaFile;
import com.squareup.javapoet.TypeSpec;
import io.spanloom.processor.model.PropagatingType;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Writes the class that declares a propagating class to the weaver, and explains to its reader what
 * the weaver does.
 */
public final class PropagationWriter {

  private static final String SUFFIX = "_Context";

  private final String generator;
  private final String version;

  /**
   * Creates a writer.
   *
   * @param generator the processor's class name
   * @param version the version of Spanloom
   */
  public PropagationWriter(String generator, String version) {
    this.generator = generator;
    this.version = version;
  }

  /**
   * Writes the source of a declaration.
   *
   * @param type the propagating class
   * @return the source file
   */
  public JavaFile write(PropagatingType type) {
    TypeSpec.Builder result =
        TypeSpec.classBuilder(
                type.binaryName().substring(type.binaryName().lastIndexOf('.') + 1) + SUFFIX)
            .addModifiers(Modifier.FINAL)
            .alwaysQualify(type.aspectContext().qualifiedNames().toArray(String[]::new))
            .addOriginatingElement((TypeElement) type.location().element());
    result.addJavadoc(
        type.nameable()
            ? CodeBlock.of("Makes tasks of {@link $T} carry the current context", type.name())
            : CodeBlock.of(
                "Makes tasks of {@code $L} carry the current context", type.canonicalName()));
    result.addJavadoc(
        """
         to the thread that runs them.

        <p>At build time, each call that hands a task to another thread changes, in this class and in its
        nested, local and anonymous classes: {@code executor.execute(task)} becomes
        {@code executor.execute(ContextTasks.wrapRunnable(task))}.
        """);
    type.aspectContext()
        .generatedAnnotation()
        .ifPresent(
            annotation ->
                result.addAnnotation(
                    OneLineAnnotations.annotation(
                        annotation,
                        CodeBlock.of(
                            "value = $S, comments = $S", generator, "Spanloom " + version))));
    result.addAnnotation(
        OneLineAnnotations.annotation(RuntimeTypes.GENERATED_PROPAGATION, declaration(type)));
    return JavaFile.builder(type.name().packageName(), result.build())
        .skipJavaLangImports(!type.aspectContext().importsJavaLang())
        .build();
  }

  private static CodeBlock declaration(PropagatingType type) {
    CodeBlock.Builder result = CodeBlock.builder().add("type = $S", type.binaryName());
    if (!type.exempt().isEmpty()) {
      result.add(
          ", exempt = {$L}",
          type.exempt().stream()
              .map(each -> CodeBlock.of("$S", each))
              .collect(CodeBlock.joining(", ")));
    }
    if (!type.explicit()) {
      result.add(", explicit = false");
    }
    return result.build();
  }
}
