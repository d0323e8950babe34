package io.spanloom.processor;

import com.google.testing.compile.Compiler;
import io.spanloom.processor.check.Code;
import io.spanloom.runtime.woven.SpanSite;
import io.spanloom.support.ClassPath;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.aspectj.lang.annotation.Aspect;

/** Valid sources in contexts where their aspects cannot be. */
final class WrongAspectContexts {

  private static final String GOOD =
      """
      package shop;
      import io.spanloom.Traced;
      class Orders {
        @Traced void place() {}
      }
      """;

  private static final String GOOD_CLASS_MARKED = GOOD.replace("class", "^class");

  static final List<Wrong> ALL =
      Wrong.list(
          Wrong.error(
                  "the runtime is on the class path",
                  Code.NO_RUNTIME,
                  "lacks what the generated spans need: io.spanloom.runtime. Add"
                      + " io.spanloom:spanloom-runtime",
                  GOOD_CLASS_MARKED)
              .compiledBy(() -> without(SpanSite.class)),
          Wrong.error(
                  "AspectJ's annotations are on the class path",
                  Code.NO_RUNTIME,
                  "need: org.aspectj.runtime. Add io.spanloom:spanloom-runtime with its dependencies",
                  GOOD_CLASS_MARKED)
              .compiledBy(() -> without(Aspect.class)),
          Wrong.error(
              "the aspect's name is free",
              Code.NAME_TAKEN,
              "because there is another class Orders_Spans in its package. Rename that class",
              GOOD_CLASS_MARKED,
              "package shop;\nclass Orders_Spans {}"),
          Wrong.error(
              "the name of a nested class's aspect is free",
              Code.NAME_TAKEN,
              "another class Orders$Inner_Spans",
              """
              package shop;
              import io.spanloom.Traced;
              class Orders {
                static ^class Inner { @Traced void place() {} }
              }
              """,
              "package shop;\ninterface Orders$Inner_Spans {}"),
          Wrong.error(
                  "the generated source can be stored",
                  Code.NOT_WRITTEN,
                  "The source of Orders_Spans cannot be written: no space left on device. See that",
                  GOOD_CLASS_MARKED)
              .compiledBy(
                  () ->
                      Environment.javac(
                          Environment.failing(
                              "createSourceFile", new IOException("no space left on device")))),
          Wrong.error(
                  "Spanloom has no faults of its own",
                  Code.INTERNAL,
                  "Spanloom could not process shop.Orders: java.lang.IllegalStateException: oops at",
                  GOOD_CLASS_MARKED)
              .compiledBy(
                  () ->
                      Environment.javac(
                          Environment.failing("getBinaryName", new IllegalStateException("oops")))),
          Wrong.note(
              "a traced method waits for the weaver",
              Code.GENERATED,
              "1 traced method in 1 class. Their spans appear once spanloom-maven-plugin, or"
                  + " io.spanloom.weaver.Main, has woven the compiled classes.",
              GOOD),
          Wrong.note(
              "traced methods wait for the weaver",
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
              """));

  private WrongAspectContexts() {}

  private static Compiler without(Class<?> type) {
    File home = ClassPath.of(type).toFile();
    return Compiler.javac()
        .withProcessors(new SpansProcessor())
        .withClasspath(Compiled.classPath().stream().filter(entry -> !entry.equals(home)).toList());
  }
}
