package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Methods that are traced by an annotation of their type, package or interface, or by a composed
 * annotation.
 */
@Tag("slow")
final class SharedAnnotationsTest {

  private static final String SERVICE =
      """
      package shop;
      import io.spanloom.*;
      import java.util.*;
      MARK
      public class Service implements Api {
        private String region = "eu";
        public String getRegion() { return region; }
        public void setRegion(String region) { this.region = region; }
        public String find(String text) { return inner(text) + getRegion(); }
        public static int twice(int n) { return 2 * n; }
        @NotTraced public String excluded() { return "x" + region; }
        String inner(String text) { return text + 1; }
        private String hidden() { return "" + region; }
        @Override public int hashCode() { return 1 + region.length(); }
        public static Object run() {
          Service service = new Service();
          service.setRegion("us");
          return List.of(service.find("a"), twice(2), service.excluded(), service.hidden(), service.hashCode());
        }
      }
      """;

  private static final String API =
      """
      package shop;
      import io.spanloom.*;
      public interface Api {
        MARK String find(@SpanAttribute String text);
      }
      """;

  @Test
  void tracesPublicMethodsOfAnnotatedType() {
    ComparedRun compared =
        ComparedRun.run(
            "shop.Service",
            SERVICE.replace("MARK", "@Traced(kind = io.opentelemetry.api.trace.SpanKind.CLIENT)"),
            API.replace("MARK ", "").replace("@SpanAttribute ", ""));

    assertThat(compared.tree())
        .isEqualTo(
            """
            Service.run CLIENT
              Service.find CLIENT
              Service.twice CLIENT
            """);
  }

  @Test
  void tracesPublicMethodsInAnnotatedPackage() {
    Program program =
        Program.compile(
            SERVICE.replace("MARK", ""),
            API.replace("MARK ", "").replace("@SpanAttribute ", ""),
            "@io.spanloom.Traced\npackage shop;",
            """
            package shop;
            @io.spanloom.NotTraced
            public class Other { public int work() { return 1 + hashCode(); } }
            """);

    ComparedRun compared = ComparedRun.run("shop.Service", program);

    assertThat(compared.tree())
        .isEqualTo(
            """
            Service.run
              Service.find
              Service.twice
            """);
  }

  @Test
  void tracesImplementationOfAnnotatedInterfaceMethod() {
    ComparedRun compared =
        ComparedRun.run(
            "shop.Service",
            SERVICE.replace("MARK", ""),
            API.replace("MARK", "@Traced(\"api.find\")"));

    assertThat(compared.tree()).isEqualTo("api.find {text=a}\n");
  }

  @Test
  void implementationAddsAttributes() {
    ComparedRun compared =
        ComparedRun.run(
            "shop.Service",
            SERVICE
                .replace("MARK", "")
                .replace(
                    "public String find(String text)",
                    "public String find(@SpanAttribute(value = \"length\", from = \"length()\") String text)"),
            API.replace("MARK", "@Traced(\"api.find\")"));

    assertThat(compared.tree()).isEqualTo("api.find {length=1, text=a}\n");
  }

  @Test
  void tracesImplementationOfAnnotatedLibraryInterface() {
    Program program = Program.compile(API.replace("MARK", "@Traced(\"api.find\")"));
    program.add(List.of(), true, SERVICE.replace("MARK", ""));

    assertThat(ComparedRun.run("shop.Service", program).tree()).isEqualTo("api.find {text=a}\n");
  }

  @Test
  void methodAnnotationOverridesInterfaceAnnotation() {
    ComparedRun compared =
        ComparedRun.run(
            "shop.Service",
            SERVICE
                .replace("MARK", "@Traced")
                .replace("public String find", "@Traced(\"own\") public String find"),
            API.replace("MARK", "@Traced(\"api.find\")"));

    assertThat(compared.tree())
        .isEqualTo(
            """
            Service.run
              own
              Service.twice
            """);
  }

  @Test
  void composedAnnotationAppliesItsAnnotations() {
    ComparedRun compared =
        ComparedRun.run(
            "shop.Service",
            SERVICE
                .replace("MARK", "")
                .replace("public String find", "@Find(\"x\") public String find"),
            API.replace("MARK", "").replace("@SpanAttribute ", ""),
            """
            package shop;
            import io.spanloom.*;
            @Operation(5)
            public @interface Find {
              @SpanAttribute("find.name") String value();
              @SpanAttribute(value = "find.length", from = SpanAttribute.PATH) String length() default "text.length()";
            }
            """,
            """
            package shop;
            import io.spanloom.*;
            @Traced("operation")
            @SpanAttribute(value = "region", from = "this.region")
            public @interface Operation {
              @SpanAttribute("level") int value();
            }
            """
                .replace("this.region", "this.getRegion()"));

    assertThat(compared.tree())
        .isEqualTo("operation {find.length=1, find.name=x, level=5, region=us}\n");
  }

  @Test
  void cyclicComposedAnnotationsCreateNoSpan() {
    Program program =
        Program.compile(
            SERVICE.replace("MARK", "@A"),
            API.replace("MARK", "@B").replace("@SpanAttribute ", ""),
            "package shop;\n@B public @interface A {}",
            "package shop;\n@A public @interface B {}");

    assertThat(program.weaveResult().wovenClasses()).isEmpty();
  }
}
