package io.spanloom.processor;

import io.spanloom.processor.check.Code;
import java.util.List;

/** Annotations that cannot hold for the methods that they are meant for. */
final class WrongBulk {

  static final List<Wrong> ALL =
      Wrong.list(
          Wrong.error(
              "an own annotation is kept in class files",
              Code.NOT_KEPT,
              "Give it @Retention(RetentionPolicy.CLASS)",
              """
              package shop;
              import io.spanloom.Traced;
              import java.lang.annotation.*;
              class Orders {
                @Traced @Retention(RetentionPolicy.SOURCE) @interface Lost {}
                @Traced @interface Kept {}
                ^@Lost void place() {}
                @Kept void find() {}
              }
              """),
          Wrong.error(
              "a member of an own annotation is one value",
              Code.NO_VALUE,
              "Make it a String, a primitive type or an enum",
              """
              package shop;
              import io.spanloom.*;
              class Orders {
                @Traced @interface Op {
                  @SpanAttribute("a") String[] names() default {"x", "y"};
                  @SpanAttribute("b") int level() default 1;
                }
                ^@Op void place() {}
              }
              """),
          Wrong.error(
              "a path in an own annotation is looked for in the method that bears it",
              Code.UNKNOWN_NAME,
              "It can begin with id, this.",
              """
              package shop;
              import io.spanloom.*;
              class Orders {
                @Traced @SpanAttribute(value = "k", from = "order.length()") @interface Op {}
                @Op void place(String order) {}
                ^@Op void find(String id) {}
              }
              """),
          Wrong.warning(
              "a body in a superclass without the interface is not reached",
              Code.UNREACHED,
              "Let it implement the interface, annotate its method, or override the method here",
              """
              package shop;
              import io.spanloom.*;
              interface Api { @Traced void place(); @Traced void find(); @Traced void own(); }
              class Base { public void place() {} @Traced public void find() {} }
              ^class Orders extends Base implements Api { @Override public void own() {} }
              """));

  private WrongBulk() {}
}
