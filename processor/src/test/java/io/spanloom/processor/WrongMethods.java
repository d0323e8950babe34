package io.spanloom.processor;

import io.spanloom.processor.check.Code;
import java.util.List;

/** Methods that cannot be traced as they ask for. */
final class WrongMethods {

  static final List<Wrong> ALL =
      Wrong.list(
          Wrong.error(
              "an abstract method has no body",
              Code.ABSTRACT_METHOD,
              "Put @Traced on the methods that implement it",
              """
              package shop;
              import io.spanloom.Traced;
              abstract class Orders {
                ^@Traced abstract void place(String id);
              }
              """),
          Wrong.error(
              "a method that an enum's constants implement has no body",
              Code.ABSTRACT_METHOD,
              "Put @AICall on the methods that implement it",
              """
              package shop;
              import io.spanloom.AICall;
              enum Level {
                LOW { @Override public String ask() { return ""; } };
                public ^@AICall(provider = "x", operation = AICall.Operation.EXECUTE_TOOL)
                abstract String ask();
              }
              """),
          Wrong.error(
              "a native method has a body that is not Java",
              Code.NATIVE_METHOD,
              "on a Java method that calls it",
              """
              package shop;
              import io.spanloom.Traced;
              import io.spanloom.WorkflowStep;
              class Orders {
                ^@Traced native int place();
                ^@WorkflowStep private static synchronized native void pack();
              }
              """),
          Wrong.error(
              "an annotation type's methods have no body",
              Code.ANNOTATION_TYPE,
              "Remove the annotation",
              """
              package shop;
              import io.spanloom.Traced;
              @interface Marker {
                ^@Traced String value();
                ^@Traced int count() default 1;
              }
              """),
          Wrong.error(
              "a run becomes one span, not two",
              Code.TWO_SPANS,
              "Remove one of the two",
              """
              package shop;
              import io.spanloom.*;
              class Orders {
                @Traced ^@WorkflowStep void place() {}
              }
              """),
          Wrong.error(
              "a run becomes one span, not three",
              Code.TWO_SPANS,
              "has @AICall and @",
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
          Wrong.error(
              "an attribute needs a span to go to",
              Code.STRAY_ATTRIBUTE,
              "Put @Traced, @WorkflowStep or @AICall on it",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              abstract class Orders {
                void place(String a, ^@SpanAttribute String b, @SpanAttribute(^"c") String... c) {}
                abstract void open(^@SpanAttribute Object a);
                interface Inner { void open(^@SpanAttribute long a); }
              }
              """),
          Wrong.error(
              "an attribute of a constructor needs a span too",
              Code.STRAY_ATTRIBUTE,
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
          Wrong.error(
              "a record's component is a parameter of its constructor",
              Code.STRAY_ATTRIBUTE,
              "because Order(String, int) is not traced. Put @Traced on it",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.Traced;
              record Order(@SpanAttribute(^"order.id") String id, ^@SpanAttribute int count) {
                @Traced int twice() { return count * 2; }
              }
              """),
          Wrong.error(
              "an attribute does not follow its method to the one that overrides it",
              Code.STRAY_ATTRIBUTE,
              "because place(String) is not traced",
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
              """));

  private WrongMethods() {}
}
