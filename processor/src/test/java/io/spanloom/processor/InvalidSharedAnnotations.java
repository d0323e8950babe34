package io.spanloom.processor;

import io.spanloom.processor.check.Code;
import java.util.List;

/** Invalid composed annotations and annotations of interfaces. */
final class InvalidSharedAnnotations {

  static final List<InvalidSource> ALL =
      InvalidSource.list(
          InvalidSource.error(
              "a composed annotation is kept in class files",
              Code.SOURCE_RETENTION,
              "Composed annotation @shop.Orders$Lost is not kept in class files (RetentionPolicy.SOURCE),"
                  + " but the weaver requires it there to detect methods that were not woven. Add"
                  + " @Retention(RetentionPolicy.CLASS) to it.",
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
          InvalidSource.error(
              "an attribute member of a composed annotation has a single value",
              Code.NO_VALUE,
              "Member 'names' of @shop.Orders.Op cannot be an attribute, because it has no single value."
                  + " Change its type to String, a primitive type or an enum.",
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
          InvalidSource.error(
              "a path in a composed annotation is resolved against the annotated method",
              Code.UNKNOWN_NAME,
              "'order' is neither a parameter of 'find(String)' nor a known type. The path can start with"
                  + " 'id', 'this'.",
              """
              package shop;
              import io.spanloom.*;
              class Orders {
                @Traced @SpanAttribute(value = "k", from = "order.length()") @interface Op {}
                @Op void place(String order) {}
                ^@Op void find(String id) {}
              }
              """),
          InvalidSource.warning(
              "an implementation from a superclass without the interface is not traced",
              Code.UNTRACED_IMPLEMENTATION,
              "Method 'place' of interface shop.Api is not traced in shop.Orders, which inherits its body"
                  + " from shop.Base, because shop.Base does not implement the interface. Add 'implements"
                  + " shop.Api' to shop.Base, annotate its method, or override it in shop.Orders.",
              """
              package shop;
              import io.spanloom.*;
              interface Api { @Traced void place(); @Traced void find(); @Traced void own(); }
              class Base { public void place() {} @Traced public void find() {} }
              ^class Orders extends Base implements Api { @Override public void own() {} }
              """),
          InvalidSource.warning(
              "a final implementation from a superclass without the interface is not traced",
              Code.UNTRACED_IMPLEMENTATION,
              "Method 'name' of interface shop.Named is not traced in shop.Color, which inherits its body"
                  + " from java.lang.Enum, because java.lang.Enum does not implement the interface. The"
                  + " method is final, so it cannot be traced: add @NotTraced to the interface's method.",
              """
              package shop;
              import io.spanloom.*;
              interface Named { @Traced String name(); @NotTraced int ordinal(); }
              ^enum Color implements Named { RED }
              """));

  private InvalidSharedAnnotations() {}
}
