package io.spanloom.processor;

import io.spanloom.processor.check.Code;
import java.util.List;

/** Paths that do not lead to an accessible value. */
final class InvalidPaths {

  private static final String LIBRARY =
      """
      package lib;
      public class Client {
        public String name;
        protected String shielded;
        String inside;
        private String hidden;
        protected String shielded() { return ""; }
        String inside() { return ""; }
        public Hidden hidden() { return null; }
        static class Hidden { public String text() { return ""; } }
      }
      """;

  static final List<InvalidSource> ALL =
      InvalidSource.list(
          InvalidSource.error(
              "a path is a list of names and calls",
              Code.INVALID_PATH,
              "is not a valid path. A path is a dot-separated list of fields, properties and no-argument"
                  + " calls, such as customer().address().city.",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.Traced;
              class Orders {
                @Traced void a(@SpanAttribute(from = ^"length(") String a) {}
                @Traced void b(@SpanAttribute(from = ^".length()") String a) {}
                @Traced void c(@SpanAttribute(from = ^"charAt(0)") String a) {}
                @Traced void d(@SpanAttribute(from = ^"a b") String a) {}
                @Traced void e(@SpanAttribute(from = ^" ") String a) {}
                @Traced @SpanAttribute(value = "k", from = ^"a + a") void f(String a) {}
                @Traced @SpanAttribute(value = "k", from = ^"a[0]") void g(int[] a) {}
                @Traced void valid(@SpanAttribute(from = " trim() . length ( ) ") String a) {}
              }
              """),
          InvalidSource.error(
              "a path cannot start at several values",
              Code.NO_SINGLE_VALUE,
              "'result' of 'a()' cannot be read, because java.util.concurrent.Flow.Publisher"
                  + "<java.lang.String> does not complete with one value. Start the path with a"
                  + " parameter or with this, or move the attribute to a method that handles one of"
                  + " the values.",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.Traced;
              import java.util.concurrent.Flow;
              class Orders {
                @Traced @SpanAttribute(value = "k", from = ^"result.length()")
                Flow.Publisher<String> a() { return null; }
              }
              """),
          InvalidSource.error(
              "a path starts with a known name",
              Code.UNKNOWN_NAME,
              "The path can start with 'order', 'customer', 'this', 'result'.",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.Traced;
              class Orders {
                @Traced @SpanAttribute(value = "k", from = ^"banana.length()")
                String a(String order, String customer) { return ""; }
                @Traced @SpanAttribute(value = "k", from = ^"banana")
                String b(String order, String customer) { return ""; }
                @Traced @SpanAttribute(value = "k", from = ^"banana()")
                String c(String order, String customer) { return ""; }
              }
              """),
          InvalidSource.error(
              "the message suggests the nearest parameter",
              Code.UNKNOWN_NAME,
              "Did you mean 'customer'?",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.Traced;
              class Orders {
                @Traced @SpanAttribute(value = "k", from = ^"custmer.length()")
                void a(String order, String customer) {}
                @Traced @SpanAttribute(value = "k", from = ^"Customer.length()")
                void b(String order, String customer) {}
              }
              """),
          InvalidSource.error(
              "the message names the type and suggests the nearest member",
              Code.UNKNOWN_NAME,
              "Type shop.Orders.Address has no member 'ctiy'. Did you mean 'city'?",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.Traced;
              import java.util.*;
              class Orders {
                record Customer(Address address, Optional<Address> second) {}
                static class Address { String city; }
                @Traced void a(@SpanAttribute(from = ^"address().ctiy") Customer a) {}
                @Traced void b(@SpanAttribute(from = ^"second().ctiy") Customer a) {}
                @Traced <C extends Customer> void c(@SpanAttribute(from = ^"address().ctiy") C a) {}
                @Traced void d(@SpanAttribute(from = ^"get().ctiy") Optional<? extends Address> a) {}
                @Traced @SpanAttribute(value = "k", from = ^"this.own.ctiy") void e() {}
                @Traced
                @SpanAttribute(value = "k", from = "this.own.city")
                @io.spanloom.SpanAttribute(value = "l", from = ^"this.own.ctiy")
                void f(@SpanAttribute(value = "m", from = "city") @SpanAttribute(value = "n", from = ^"ctiy") Address x) {}
                Address own;
              }
              """),
          InvalidSource.error(
              "the message lists all members if none has a similar name",
              Code.UNKNOWN_NAME,
              "Type shop.Orders.Address has no member 'banana()'. Its accessible members are 'city',"
                  + " 'street()', 'toString()'.",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.Traced;
              class Orders {
                static class Address {
                  String city;
                  private String hidden;
                  String street() { return ""; }
                  void move() {}
                  String at(int x) { return ""; }
                }
                @Traced void a(@SpanAttribute(from = ^"banana()") Address a) {}
              }
              """),
          InvalidSource.error(
              "members are accessible to the aspect",
              Code.INACCESSIBLE_MEMBER,
              "is not accessible to the generated aspect, which is a separate class in the package of the"
                  + " traced class. Make it package-private, or public if it is in another package, or"
                  + " choose another path.",
              LIBRARY,
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.Traced;
              class Orders extends lib.Client {
                private String region;
                private String region() { return region; }
                @Traced @SpanAttribute(value = "k", from = ^"this.region") void a() {}
                @Traced @SpanAttribute(value = "k", from = ^"this.region()") void b() {}
                @Traced @SpanAttribute(value = "k", from = ^"this.shielded()") void c() {}
                @Traced @SpanAttribute(value = "k", from = ^"this.shielded") void d() {}
                @Traced void e(@SpanAttribute(from = ^"inside") lib.Client a) {}
                @Traced void valid(@SpanAttribute(value = "n", from = "name") lib.Client a) {}
              }
              """),
          InvalidSource.error(
              "types in a path are accessible to the aspect",
              Code.INACCESSIBLE_TYPE,
              "is not accessible to the generated aspect, which is a separate class in the package of the"
                  + " traced class. Make it package-private, or public if it is in another package, or"
                  + " choose another path.",
              LIBRARY,
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.Traced;
              class Orders {
                private static class Secret { String text() { return ""; } }
                @Traced void a(@SpanAttribute(from = ^"text()") Secret a) {}
                @Traced void b(@SpanAttribute(from = ^"hidden().text()") lib.Client a) {}
              }
              """),
          InvalidSource.error(
              "a path calls methods without parameters",
              Code.NO_VALUE,
              "of java.lang.String requires arguments; paths can only call methods without parameters."
                  + " Choose such a method.",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.Traced;
              class Orders {
                @Traced void a(@SpanAttribute(from = ^"charAt()") String a) {}
                @Traced void b(@SpanAttribute(from = ^"substring()") String a) {}
                @Traced void valid(@SpanAttribute(value = "k", from = "trim()") String a) {}
              }
              """),
          InvalidSource.error(
              "a path ends with a value",
              Code.NO_VALUE,
              "returns no value",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.Traced;
              import java.util.List;
              class Orders {
                @Traced void a(@SpanAttribute(from = ^"clear()") List<String> a) {}
                @Traced @SpanAttribute(value = "k", from = ^"result.length()") void b() {}
                @Traced @SpanAttribute(value = "k", from = ^"result") Orders() {}
              }
              """),
          InvalidSource.error(
              "primitive values have no members",
              Code.NO_VALUE,
              "cannot be read from a value of type int, because primitive types have no members. End the"
                  + " path before it.",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.Traced;
              class Orders {
                @Traced void a(@SpanAttribute(from = ^"length().value") String a) {}
                @Traced void b(@SpanAttribute(from = ^"toString()") int a) {}
              }
              """),
          InvalidSource.error(
              "a static method has no instance",
              Code.NO_VALUE,
              "'this' is not available in static method 'a()'. Start the path with a parameter or with"
                  + " result.",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.Traced;
              class Orders {
                static int LIMIT = 5;
                String region;
                @Traced @SpanAttribute(value = "k", from = ^"this.region") static void a() {}
                @Traced @SpanAttribute(value = "k", from = "this.LIMIT") static void valid() {}
              }
              """));

  private InvalidPaths() {}
}
