package io.spanloom.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.runtime.Spans;
import io.spanloom.support.InMemorySdk;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code spans.json}, the manifest for programs. */
final class ManifestTest {

  private static final String ORDERS =
      "class Orders { @io.spanloom.Traced(\"order.place\") void place() {} }";

  @Test
  void conformsToSchema(@TempDir Path folder) throws Exception {
    String json =
        Build.of(folder, Shop.SOURCE, ORDERS.replace("Orders", "Other")).report("spans.json");

    Validator.Result result = validate(json);

    assertThat(result.getErrors()).as(json).isEmpty();
    assertThat(result.isValid()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "format": 1              | "format": 2
          "form": "span"           | "form": "spam"
          "form": "span"           | "form": "current span"
          "kind": "INTERNAL",      |
          "name": "order.place",   |
          "from": "spanloom"       | "from": "path"
          "root": false            | "rooted": false
          shop/Orders_Spans.java   | /shop/Orders_Spans.java
          """)
  void schemaRejectsInvalidManifest(String right, String wrong, @TempDir Path folder)
      throws Exception {
    String json = Build.of(folder, ORDERS).report("spans.json");

    assertThat(json).contains(right);
    assertThat(validate(json.replace(right, wrong == null ? "" : wrong)).isValid()).isFalse();
  }

  private static Validator.Result validate(String json) throws Exception {
    Validator validator =
        new ValidatorFactory().withJsonNodeFactory(new GsonNode.Factory()).createValidator();
    URI schema =
        validator.registerSchema(Files.readString(Path.of("../../docs/spans.schema.json")));
    return validator.validate(schema, json);
  }

  @Test
  void describesSpansOfActualRun(@TempDir Path folder) throws Exception {
    Build build = Build.of(folder, Shop.SOURCE).weave();
    Map<String, Set<String>> described = new TreeMap<>();
    for (DescribedClass type : ManifestJson.read(build.report("spans.json")).classes()) {
      for (DescribedSpan span : type.spans()) {
        described.put(
            span.form().equals("step events") ? "outer" : span.name() + " " + span.kind(),
            span.attributes().stream()
                .filter(attribute -> isSetInRun(attribute, span))
                .map(attribute -> attribute.key() + " " + attribute.type())
                .collect(Collectors.toCollection(TreeSet::new)));
      }
    }

    assertThat(run(build)).isEqualTo(described);
  }

  private static boolean isSetInRun(DescribedAttribute attribute, DescribedSpan span) {
    return switch (attribute.when()) {
      case "failure" -> span.method().startsWith("refuse");
      case "run" -> false; // the shop runs no workflow
      default -> !attribute.key().equals("spanloom.cancelled"); // the shop cancels nothing
    };
  }

  /** Runs the shop and returns the attributes of its spans, by name and kind. */
  private static Map<String, Set<String>> run(Build build) throws Exception {
    InMemorySdk sdk = new InMemorySdk();
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {build.classes().toUri().toURL()}, ManifestTest.class.getClassLoader())) {
      Spans.install(sdk.sdk(), true);
      loader.loadClass("shop.Orders").getMethod("run").invoke(null);
    } finally {
      Spans.uninstall();
    }
    Map<String, Set<String>> recorded = new TreeMap<>();
    for (SpanData span : sdk.spans()) {
      if (span.getName().equals("outer")) {
        Set<String> keys = new HashSet<>();
        span.getEvents().forEach(event -> keys.addAll(keys(event.getAttributes())));
        recorded.put("outer", keys);
      } else {
        recorded.put(span.getName() + " " + span.getKind(), keys(span.getAttributes()));
      }
    }
    return recorded;
  }

  private static Set<String> keys(Attributes attributes) {
    return attributes.asMap().keySet().stream()
        .map(key -> key.getKey() + " " + type(key))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String type(AttributeKey<?> key) {
    return key.getType().name().toLowerCase(Locale.ROOT).replace("_array", "[]");
  }

  @Test
  void isReproducibleInAnotherFolder(@TempDir Path folder) throws Exception {
    String other = ORDERS.replace("Orders", "Bills");
    Build here =
        Build.of(folder.resolve("here"), ORDERS, Shop.SOURCE.replace("Orders", "Shop"), other);
    Build there =
        Build.of(
            folder.resolve("there/deeper"), other, Shop.SOURCE.replace("Orders", "Shop"), ORDERS);

    for (String file : List.of("spans.json", "spans.html")) {
      assertThat(here.report(file))
          .isEqualTo(there.report(file))
          .isEqualTo(here.report(file))
          .doesNotContain(folder.toString());
    }
  }

  @Test
  void showsWeavingStateOfEachMethod(@TempDir Path folder) throws Exception {
    Build build = Build.of(folder, ORDERS);
    String before = build.report("spans.json");
    String summaryBefore = build.manifest().summary();

    String after = build.weave().report("spans.json");

    assertThat(before).contains("\"woven\": false");
    assertThat(summaryBefore).isEqualTo("1 span in 1 class, 1 not woven");
    assertThat(after).isEqualTo(before.replace("\"woven\": false", "\"woven\": true"));
    assertThat(build.manifest().summary()).isEqualTo("1 span in 1 class, all woven");
  }

  @Test
  void ignoresDescriptionsOfEarlierBuilds(@TempDir Path folder) throws Exception {
    Build build = Build.of(folder, ORDERS, ORDERS.replace("Orders", "Gone"));
    String both = build.report("spans.json");
    Files.delete(build.classes().resolve("shop/Gone.class"));
    Files.delete(build.classes().resolve("shop/Gone_Spans.class"));

    assertThat(both).contains("shop.Gone");
    assertThat(build.report("spans.json")).contains("shop.Orders").doesNotContain("shop.Gone");
  }

  @Test
  void isEmptyWithoutSpans(@TempDir Path folder) throws Exception {
    Build build = Build.of(folder, "class Orders {}");

    assertThat(validate(build.report("spans.json")).isValid()).isTrue();
    assertThat(build.manifest().isEmpty()).isTrue();
    assertThat(build.manifest().summary()).isEqualTo("0 spans in 0 classes");
  }
}
