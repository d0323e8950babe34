package io.spanloom.processor;

import io.spanloom.processor.check.Code;
import java.util.List;

/** Paths that lead nowhere. */
final class WrongPaths {

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
        public Shy shy() { return null; }
        static class Shy { public String text() { return ""; } }
      }
      """;

  static final List<Wrong> ALL =
      Wrong.list(
          Wrong.error(
              "a path is names and calls joined by dots",
              Code.PATH_SYNTAX,
              "A path is names of fields and properties and calls without arguments, joined by dots,"
                  + " such as customer().address().city",
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
                @Traced void right(@SpanAttribute(from = " trim() . length ( ) ") String a) {}
              }
              """),
          Wrong.error(
              "a path begins with something that is there",
              Code.UNKNOWN_NAME,
              "It can begin with order, customer, this, result.",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.Traced;
              class Orders {
                @Traced @SpanAttribute(value = "k", from = ^"banana.length()")
                String a(String order, String customer) { return ""; }
                @Traced @SpanAttribute(value = "k", from = ^"banana")
                String b(String order, String customer) { return ""; }
                @Traced @SpanAttribute(value = "k", from = ^"order()")
                String c(String orders, String customer) { return ""; }
              }
              """
                  .replace("order()\"", "banana()\"")
                  .replace("orders,", "order,")),
          Wrong.error(
              "the nearest name to begin with is said",
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
          Wrong.error(
              "the nearest member is said, and the type that was looked in",
              Code.UNKNOWN_NAME,
              "shop.Orders.Address has no 'ctiy'. Did you mean 'city'?",
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
          Wrong.error(
              "where no name is near, those that there are are said",
              Code.UNKNOWN_NAME,
              "shop.Orders.Address has no 'banana()'. It has city, street(), toString().",
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
          Wrong.error(
              "a member that only the class itself may use is not taken",
              Code.INACCESSIBLE_MEMBER,
              "Make it package-private there if that is the same package, or else public",
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
                @Traced void right(@SpanAttribute("client") @SpanAttribute(value = "n", from = "name") lib.Client a) {}
              }
              """
                  .replace("@SpanAttribute(\"client\") ", "")),
          Wrong.error(
              "a type on the way can be named",
              Code.UNNAMEABLE_TYPE,
              "Make it visible there, or take another way",
              LIBRARY,
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.Traced;
              class Orders {
                private static class Secret { String text() { return ""; } }
                @Traced void a(@SpanAttribute(from = ^"text()") Secret a) {}
                @Traced void b(@SpanAttribute(from = ^"shy().text()") lib.Client a) {}
              }
              """),
          Wrong.error(
              "a path has no arguments to give",
              Code.NO_VALUE,
              "wants arguments, and a path has none to give. Take a method without parameters",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.Traced;
              class Orders {
                @Traced void a(@SpanAttribute(from = ^"charAt()") String a) {}
                @Traced void b(@SpanAttribute(from = ^"substring()") String a) {}
                @Traced void right(@SpanAttribute(value = "k", from = "trim()") String a) {}
              }
              """),
          Wrong.error(
              "a path does not end in nothing",
              Code.NO_VALUE,
              "returns nothing",
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
          Wrong.error(
              "a primitive value has no members",
              Code.NO_VALUE,
              "which has no members. End the path before it",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.Traced;
              class Orders {
                @Traced void a(@SpanAttribute(from = ^"length().value") String a) {}
                @Traced void b(@SpanAttribute(from = ^"toString()") int a) {}
              }
              """),
          Wrong.error(
              "a static method has no instance",
              Code.NO_VALUE,
              "runs on no instance, so there is no 'this'",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.Traced;
              class Orders {
                static int LIMIT = 5;
                String region;
                @Traced @SpanAttribute(value = "k", from = ^"this.region") static void a() {}
                @Traced @SpanAttribute(value = "k", from = "this.LIMIT") static void right() {}
              }
              """));

  private WrongPaths() {}
}
