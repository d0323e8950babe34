package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
final class NamesTest {

  /** Names that pointcuts, patterns, advice and the generated aspect use. */
  private static final List<String> WORDS =
      List.of(
          "get set call args target within withincode execution handler initialization",
          "preinitialization staticinitialization adviceexecution cflow cflowbelow if_ new_",
          "returning throwing around before after proceed thisJoinPoint pointcut aspect privileged",
          "declare issingleton perthis pertarget percflow pertypewithin parents soft precedence",
          "warning error result start end fail noted body bodyOf read stem lock unlock annotation",
          "THROWING NEW GET AttributeKey SpanSite SpanStart String Object Throwable Long aspectOf",
          "hasAspect ajc ajcMightHaveAspect argNames value is has hasfield hasmethod record var",
          "yield sealed permits module open and or not",
          "thisJoinPointStaticPart thisEnclosingJoinPointStaticPart thisAspectInstance");

  private static List<String> words() {
    return WORDS.stream().flatMap(line -> List.of(line.split(" ")).stream()).toList();
  }

  @Test
  void supportsAspectjKeywordsAsMethodAndParameterNames() {
    String methods =
        words().stream()
            .map(
                word ->
                    """
                    @Traced static String W(@SpanAttribute(redact = NONE) char W) { return "W" + W; }
                    @Traced String W(@SpanAttribute(redact = NONE) String W, @SpanAttribute long other) { return "other"; }
                    """
                        .replace("W", word))
            .collect(Collectors.joining());
    String calls =
        words().stream()
            .map(word -> "Words." + word + "('c'), new Words()." + word + "(\"s\", 1)")
            .collect(Collectors.joining(", "));

    ComparedRun compared =
        ComparedRun.run(
            "execution.within.args.Words",
            """
            package execution.within.args;
            import static io.spanloom.SpanAttribute.Redact.NONE;
            import io.spanloom.SpanAttribute;
            import io.spanloom.Traced;
            import java.util.*;
            public class Words {
              METHODS
              public static Object run() { return Arrays.asList(CALLS); }
            }
            """
                .replace("METHODS", methods)
                .replace("CALLS", calls));

    assertThat(compared.spans())
        .extracting(SpanData::getName)
        .containsExactlyElementsOf(
            words().stream().flatMap(w -> List.of("Words." + w, "Words." + w).stream()).toList());
    for (int i = 0; i < words().size(); i++) {
      AttributeKey<String> key = AttributeKey.stringKey(words().get(i));
      assertThat(compared.spans().get(2 * i).getAttributes().get(key)).isEqualTo("c");
      assertThat(compared.spans().get(2 * i + 1).getAttributes().get(key)).isEqualTo("s");
    }
  }

  @Test
  void supportsAspectjKeywordsAsClassAndPackageNames() {
    ComparedRun compared =
        ComparedRun.run(
            "call.get.set.handler.target",
            """
            package call.get.set.handler;
            import io.spanloom.Traced;
            import java.util.*;
            public class target {
              static class args { @Traced args within(args[] args) { return this; } }
              static class call<execution> { @Traced execution call(execution call) { return call; } }
              interface aspect { @Traced default Aspect pointcut() { return new Aspect(); } }
              static class Aspect implements aspect { @Traced Aspect() {} }
              public static Object run() {
                return List.of(new args().within() != null, new call<>().call("c"),
                    new Aspect().pointcut() != null);
              }
            }
            """
                .replace("within(args[] args)", "within(args... args)"));

    assertThat(compared.tree())
        .isEqualTo(
            """
            args.within
            call.call
            Aspect.new
            aspect.pointcut
              Aspect.new
            """);
  }

  @Test
  void supportsNonAsciiNames() {
    ComparedRun compared =
        ComparedRun.run(
            "größe.παράδειγμα.Übung",
            """
            package größe.παράδειγμα;
            import io.spanloom.SpanAttribute;
            import io.spanloom.Traced;
            import java.util.*;
            public class Übung {
              enum Größe { KLEIN, GROß }
              @Traced static String straße(@SpanAttribute String straße, @SpanAttribute Größe größe) { return straße; }
              @Traced static int ß(@SpanAttribute int ß) { return ß; }
              @Traced static String 注文(@SpanAttribute String 注文) { return 注文; }
              @Traced("İstanbul 🚀") static void ıi(@SpanAttribute("schlüssel.🔑") boolean istanbul) {}
              class Εσωτερική { @Traced Εσωτερική(@SpanAttribute long x) {} }
              public static Object run() {
                ıi(true);
                new Übung().new Εσωτερική(1);
                return List.of(straße("Allee", Größe.GROß), ß(1), 注文("注"));
              }
            }
            """);

    assertThat(compared.tree())
        .isEqualTo(
            """
            İstanbul 🚀 {schlüssel.🔑=true}
            Εσωτερική.new {x=1}
            Übung.straße {größe=GROß, straße=Allee}
            Übung.ß {ß=1}
            Übung.注文 {注文=注}
            """);
    assertThat(compared.functions()).contains("größe.παράδειγμα.Übung.straße");
  }

  @Test
  void supportsClassesNamedLikeJavaAndSpanloomTypes() {
    ComparedRun compared =
        ComparedRun.run(
            "shop.String",
            """
            package shop;
            import io.spanloom.AICall;
            import io.spanloom.SpanAttribute;
            import io.spanloom.Traced;
            public class String {
              enum Level { LOW }
              @Traced(kind = io.opentelemetry.api.trace.SpanKind.SERVER, expected = java.lang.IllegalStateException.class)
              static int f(@SpanAttribute java.lang.String a, @SpanAttribute char b,
                  @SpanAttribute long c, @SpanAttribute boolean d, @SpanAttribute double e,
                  @SpanAttribute Integer g, @SpanAttribute Level h, @SpanAttribute Character i) {
                throw new java.lang.IllegalStateException("expected");
              }
              public static java.lang.Object run() {
                try { return f("a", 'b', 1, true, 2.5, 3, Level.LOW, 'i'); }
                catch (java.lang.IllegalStateException e) { return e.getMessage(); }
              }
            }
            """,
            "package shop;\nclass Throwable {}",
            "package shop;\nclass Long {}",
            "package shop;\nclass Double {}",
            "package shop;\nclass Boolean {}",
            "package shop;\nclass Enum {}",
            "package shop;\nclass IllegalStateException {}",
            "package shop;\nclass SpanStart {}",
            "package shop;\nclass SpanSite {}",
            "package shop;\nclass SpanKind {}",
            "package shop;\nclass Aspect {}",
            "package shop;\nclass Before {}");

    assertThat(compared.outcome()).isEqualTo("returned expected");
    assertThat(compared.tree())
        .isEqualTo("String.f SERVER {a=a, b=b, c=1, d=true, e=2.5, g=3, h=LOW, i=i}\n");
  }

  @Test
  void supportsClassNamesUpToTheLimitOfFileSystems() throws Throwable {
    String name = "C".repeat(243); // The aspect's class file has 255 characters.
    Program program =
        Program.compile(
            """
            package shop;
            public class NAME { @io.spanloom.Traced public static String run() { return "x"; } }
            """
                .replace("NAME", name));

    assertThat(program.weave().run("shop." + name, "run")).isEqualTo("x");
  }

  @Test
  void supportsClassesThatObscurePackages() {
    ComparedRun compared =
        ComparedRun.run(
            "m.A",
            """
            package m;
            import io.spanloom.*;
            public class A {
              @Traced void a(@SpanAttribute String s, @SpanAttribute boolean b) {}
              @Traced void fail(@SpanAttribute(value = "size", from = "size()") Box box) {
                throw new IllegalArgumentException();
              }
              public static Object run() {
                new A().a("s", true);
                try {
                  new A().fail(new Box());
                } catch (IllegalArgumentException expected) {
                  return "failed";
                }
                return null;
              }
            }
            """,
            "package m;\nclass java {}",
            "package m;\nclass io {}",
            "package m;\nclass org {}",
            "package m;\nclass javax {}",
            "package m;\nclass m {}",
            "package m;\nclass Throwable {}",
            "package m;\nclass Override {}",
            "package m;\nclass Box { long size() { return 3; } }");

    assertThat(compared.spans()).extracting(SpanData::getName).containsExactly("A.a", "A.fail");
  }
}
