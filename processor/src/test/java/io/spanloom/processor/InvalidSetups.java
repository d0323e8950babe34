package io.spanloom.processor;

import com.google.testing.compile.Compiler;
import io.spanloom.processor.check.Code;
import io.spanloom.runtime.woven.SpanSite;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import org.aspectj.lang.annotation.Aspect;

/** Valid sources whose aspects cannot be generated, and the note about those that can. */
final class InvalidSetups {

  private static final String ORDERS =
      """
      package shop;
      import io.spanloom.Traced;
      ^class Orders {
        @Traced void place() {}
      }
      """;

  static final List<InvalidSource> ALL =
      InvalidSource.list(
          InvalidSource.error(
                  "the runtime must be on the class path",
                  Code.MISSING_RUNTIME,
                  "Generated code requires io.spanloom.runtime, which is missing from the class"
                      + " path. Add io.spanloom:spanloom-runtime",
                  ORDERS)
              .compiledBy(() -> javacWithout(SpanSite.class)),
          InvalidSource.error(
                  "AspectJ's annotations must be on the class path",
                  Code.MISSING_RUNTIME,
                  "requires org.aspectj.runtime, which is missing from the class path. Add"
                      + " io.spanloom:spanloom-runtime with its dependencies.",
                  ORDERS)
              .compiledBy(() -> javacWithout(Aspect.class)),
          InvalidSource.error(
              "the aspect's name must not be taken",
              Code.NAME_TAKEN,
              "The aspect of shop.Orders cannot be generated, because its package already contains"
                  + " a class Orders_Spans. Rename or delete that class.",
              ORDERS,
              "package shop;\nclass Orders_Spans {}"),
          InvalidSource.error(
              "the aspect must not be among the sources",
              Code.NAME_TAKEN,
              "The aspect of shop.Orders cannot be generated, because Orders_Spans from another run of"
                  + " the processor, such as kapt's or an earlier build's, is compiled as a source."
                  + " Compile it with -proc:none, or delete it.",
              ORDERS,
              """
              package shop;
              import io.spanloom.runtime.woven.GeneratedAspect;
              @GeneratedAspect(type = "shop.Orders", methods = "place()V") class Orders_Spans {}
              """),
          InvalidSource.error(
              "the name of a nested class's aspect must not be taken",
              Code.NAME_TAKEN,
              "contains a class Orders$Inner_Spans",
              """
              package shop;
              import io.spanloom.Traced;
              class Orders {
                static ^class Inner { @Traced void place() {} }
              }
              """,
              "package shop;\ninterface Orders$Inner_Spans {}"),
          InvalidSource.error(
                  "the generated source must be writable",
                  Code.NOT_WRITTEN,
                  "The source of Orders_Spans cannot be written: no space left on device. Check"
                      + " that",
                  ORDERS)
              .compiledBy(
                  () ->
                      InterceptedJavac.with(
                          InterceptedJavac.failing(
                              "createSourceFile", new IOException("no space left on device")))),
          InvalidSource.error(
                  "the processor reports its own bugs",
                  Code.INTERNAL,
                  "Spanloom could not process shop.Orders: java.lang.IllegalStateException: oops at",
                  ORDERS)
              .compiledBy(
                  () ->
                      InterceptedJavac.with(
                          InterceptedJavac.failing(
                              "getBinaryName", new IllegalStateException("oops")))),
          invalidOption("spanloom.weave=no", "must be true or false"),
          invalidOption("spanloom.propagateContext=yes", "must be true or false"),
          invalidOption("spanloom.propagateContext", "has no value"),
          invalidOption("spanloom.ai.attributes=all", "must be genai, ai or both"),
          invalidOption("spanloom.ai.attributes", "has no value"),
          invalidOption("spanloom.exclude", "has no value"),
          InvalidSource.note(
              "a traced method must be woven",
              Code.GENERATED,
              "1 traced method in 1 class. This compilation does not weave them: spans are recorded"
                  + " once spanloom-maven-plugin or io.spanloom.weaver.Main has woven the compiled"
                  + " classes.",
              """
              package shop;
              import io.spanloom.Traced;
              class Orders {
                @Traced void place() {}
              }
              """),
          InvalidSource.note(
              "traced methods must be woven",
              Code.GENERATED,
              "3 traced methods in 2 classes.",
              """
              package shop;
              import io.spanloom.Traced;
              class Orders {
                @Traced void place() {}
                @Traced void open() {}
                class Inner { @Traced Inner() {} }
              }
              """),
          InvalidSource.note(
              "@WithSpan on a deferred result is left to the framework",
              Code.LEFT_TO_FRAMEWORK,
              "@WithSpan on 'place()' is left to the framework or agent, because it returns",
              """
              package shop;
              import io.opentelemetry.instrumentation.annotations.WithSpan;
              import java.util.concurrent.SubmissionPublisher;
              class Orders {
                ^@WithSpan SubmissionPublisher<String> place() { return null; }
              }
              """,
              """
              package io.opentelemetry.instrumentation.annotations;
              import io.opentelemetry.api.trace.SpanKind;
              public @interface WithSpan {
                String value() default "";
                boolean inheritContext() default true;
                SpanKind kind() default SpanKind.INTERNAL;
              }
              """));

  private InvalidSetups() {}

  private static InvalidSource invalidOption(String option, String reason) {
    return InvalidSource.warning(
            "the option " + option + " is valid",
            Code.INVALID_OPTION,
            "The option -A" + option + " is ignored, because it " + reason + ".",
            """
            package shop;
            class Orders {}
            """)
        .compiledBy(() -> CompiledSources.javac(new SpansProcessor()).withOptions("-A" + option));
  }

  private static boolean contains(File entry, Class<?> type) {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {entry.toURI().toURL()}, null)) {
      return loader.findResource(type.getName().replace('.', '/') + ".class") != null;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Compiler javacWithout(Class<?> type) {
    return CompiledSources.javac(new SpansProcessor())
        .withClasspath(
            CompiledSources.classPath().stream().filter(entry -> !contains(entry, type)).toList());
  }
}
