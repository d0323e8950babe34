package io.spanloom.processor;

import io.spanloom.processor.check.Code;
import java.util.List;

/** Annotations on methods that cannot be traced, or that are not traced. */
final class InvalidMethods {

  static final List<InvalidSource> ALL =
      InvalidSource.list(
          InvalidSource.error(
              "an abstract method cannot be traced",
              Code.ABSTRACT_METHOD,
              "Abstract method 'place(String)' cannot be traced, because it has no body. Put @Traced on the"
                  + " methods that implement it.",
              """
              package shop;
              import io.spanloom.Traced;
              abstract class Orders {
                ^@Traced abstract void place(String id);
              }
              """),
          InvalidSource.error(
              "an abstract method of an enum cannot be traced",
              Code.ABSTRACT_METHOD,
              "Put @AICall on the methods that implement it.",
              """
              package shop;
              import io.spanloom.AICall;
              enum Level {
                LOW { @Override public String ask() { return ""; } };
                public ^@AICall(provider = "x", operation = AICall.Operation.EXECUTE_TOOL)
                abstract String ask();
              }
              """),
          InvalidSource.error(
              "a native method cannot be traced",
              Code.NATIVE_METHOD,
              "Native method 'place()' cannot be traced, because its body is not Java code. Put @Traced"
                  + " on a Java method that calls it.",
              """
              package shop;
              import io.spanloom.Traced;
              class Orders {
                ^@Traced native int place();
              }
              """),
          InvalidSource.error(
              "a native method with other modifiers cannot be traced",
              Code.NATIVE_METHOD,
              "Put @WorkflowStep on a Java method that calls it.",
              """
              package shop;
              import io.spanloom.WorkflowStep;
              class Orders {
                ^@WorkflowStep private static synchronized native void pack();
              }
              """),
          InvalidSource.error(
              "a method of an annotation type cannot be traced",
              Code.ANNOTATION_TYPE,
              "of an annotation type cannot be traced, because it has no body. Remove the annotation.",
              """
              package shop;
              import io.spanloom.Traced;
              @interface Marker {
                ^@Traced String value();
                ^@Traced int count() default 1;
              }
              """),
          InvalidSource.error(
              "a method has a single span annotation, not two",
              Code.TWO_SPANS,
              "Method 'place()' cannot have both @Traced and @WorkflowStep, because each call becomes a"
                  + " single span. Remove one of them, or move part of the body to another method.",
              """
              package shop;
              import io.spanloom.*;
              class Orders {
                @Traced ^@WorkflowStep void place() {}
              }
              """),
          InvalidSource.error(
              "a method has a single span annotation, not three",
              Code.TWO_SPANS,
              "cannot have both @AICall and @",
              """
              package shop;
              import io.spanloom.*;
              class Orders {
                @AICall(provider = "x", operation = AICall.Operation.INVOKE_AGENT)
                ^@WorkflowStep
                ^@Traced
                void place() {}
              }
              """),
          InvalidSource.error(
              "an attribute requires a span",
              Code.NOT_TRACED,
              "is not traced. Put @Traced, @Workflow, @WorkflowStep or @AICall on it, or remove @SpanAttribute.",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              abstract class Orders {
                void place(String a, ^@SpanAttribute String b, @SpanAttribute(^"c") String... c) {}
                abstract void open(^@SpanAttribute Object a);
                interface Inner { void open(^@SpanAttribute long a); }
              }
              """),
          InvalidSource.error(
              "an attribute of a constructor requires a span",
              Code.NOT_TRACED,
              "Put @Traced on it, or remove @SpanAttribute",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              class Orders {
                Orders(^@SpanAttribute String id) {}
                enum Level { LOW(1); Level(^@SpanAttribute int weight) {} }
                class Inner { Inner(@SpanAttribute(^"x") String id) {} }
              }
              """),
          InvalidSource.error(
              "an attribute of a record component requires a traced constructor",
              Code.NOT_TRACED,
              "@SpanAttribute requires a span, but 'Order(String, int)' is not traced. Put @Traced on it",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.Traced;
              record Order(@SpanAttribute(^"order.id") String id, ^@SpanAttribute int count) {
                @Traced int twice() { return count * 2; }
              }
              """),
          InvalidSource.error(
              "overriding methods do not inherit annotations of class methods",
              Code.NOT_TRACED,
              "@SpanAttribute requires a span, but 'place(String)' is not traced.",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.Traced;
              class Orders {
                @Traced void place(@SpanAttribute String id) {}
                static class More extends Orders {
                  @Override void place(^@SpanAttribute String id) {}
                }
              }
              """),
          InvalidSource.error(
              "the message names the exception for accessors",
              Code.NOT_TRACED,
              " is not traced, because the annotation of its class or package does not apply to"
                  + " methods that only return or set a field, return a constant, or do nothing. Put",
              """
              package shop;
              import io.spanloom.*;
              @Traced class Orders {
                public String find(^@SpanAttribute String id) { return null; }
                public int find(^@SpanAttribute int id) { return id; }
              }
              """),
          InvalidSource.error(
              "the message names the exception for methods that are not public",
              Code.NOT_TRACED,
              "'open(String)' is not traced, because the annotation of its class or package does not"
                  + " apply to methods that are not public. Put",
              """
              package shop;
              import io.spanloom.*;
              @Traced class Orders {
                void open(^@SpanAttribute String id) { System.out.println(id); }
              }
              """),
          InvalidSource.error(
              "the message names the exception for methods of Object",
              Code.NOT_TRACED,
              "does not apply to methods that override those of Object. Put",
              """
              package shop;
              import io.spanloom.*;
              @Traced class Orders {
                @Override public boolean equals(@SpanAttribute(^"x") Object other) {
                  return this == other || other == null;
                }
              }
              """),
          InvalidSource.error(
              "the message names the exception for constructors",
              Code.NOT_TRACED,
              "'Orders(String)' is not traced, because the annotation of its class or package does not"
                  + " apply to constructors. Put @Traced on it",
              """
              package shop;
              import io.spanloom.*;
              @Traced class Orders {
                public Orders(^@SpanAttribute String id) { System.out.println(id); }
              }
              """),
          InvalidSource.error(
              "the message names the exception for methods without a body",
              Code.NOT_TRACED,
              "does not apply to methods without a Java body. Put",
              """
              package shop;
              import io.spanloom.*;
              @Traced abstract class Orders {
                public abstract void open(^@SpanAttribute String id);
                public native void store(^@SpanAttribute String id);
              }
              """),
          InvalidSource.error(
              "the message names the exception for generated methods",
              Code.NOT_TRACED,
              "does not apply to generated methods. Put",
              """
              package shop;
              import io.spanloom.*;
              @Traced class Orders {
                @interface Generated {}
                @Generated public void open(^@SpanAttribute String id) { System.out.println(id); }
              }
              """),
          InvalidSource.error(
              "the message names @NotTraced",
              Code.NOT_TRACED,
              "'open(String)' is not traced, because @NotTraced applies to it. Put",
              """
              package shop;
              import io.spanloom.*;
              @Traced class Orders {
                @NotTraced public void open(^@SpanAttribute String id) { System.out.println(id); }
              }
              """));

  private InvalidMethods() {}
}
