package io.spanloom.aiclients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The table of clients in the documentation is that of the methods with {@code @AICall} in these
 * tests, with the versions of the POM. {@code -Dspanloom.docs.write=true} writes it.
 */
final class DocumentedClientsTest {

  private static final Path DOCUMENT = Path.of("..", "docs", "ai-calls.md");
  private static final Path DESCRIPTIONS =
      Path.of(
          "target", "generated-test-sources", "test-annotations", "io", "spanloom", "aiclients");
  private static final String START = "<!-- clients: written by DocumentedClientsTest -->\n";
  private static final String END = "<!-- end of clients -->";

  private static final Pattern CLASS = Pattern.compile("\"class\": \"([^\"]+)\"");
  private static final Pattern METHOD = Pattern.compile("\"descriptor\": \"(\\w+)\\(");
  private static final Pattern NAME = Pattern.compile("[\\w.$]+");

  /**
   * A client: its name with placeholders for versions, the placeholder of an older version, and the
   * packages of its types.
   */
  private record Client(String name, String older, String... packages) {

    boolean owns(String type) {
      return Arrays.stream(packages).anyMatch(type::startsWith);
    }
  }

  private static final List<Client> CLIENTS =
      List.of(
          new Client("openai-java ${openai.version}", "${openai.older.version}", "com.openai."),
          new Client(
              "anthropic-java ${anthropic.version}",
              "${anthropic.older.version}",
              "com.anthropic."),
          new Client(
              "google-genai ${google.genai.version}",
              "${google.genai.older.version}",
              "com.google.genai."),
          new Client(
              "AWS SDK ${aws.version}, Bedrock",
              "${aws.older.version}",
              "software.amazon.awssdk.services.bedrockruntime."),
          new Client(
              "LangChain4j: core ${langchain4j.version}, openai, anthropic and gemini"
                  + " ${langchain4j.modules.version}, bedrock ${langchain4j.bedrock.version}",
              "${langchain4j.older.version}",
              "dev.langchain4j."),
          new Client(
              "Spring AI ${spring.ai.version}",
              "${spring.ai.older.version}",
              "org.springframework.ai."));

  /** The form in which a method delivers its result. */
  private enum Form {
    SYNC,
    ASYNC("java.util.concurrent.CompletableFuture", "java.util.concurrent.CompletionStage"),
    REACTIVE("reactor.core.publisher.Mono", "io.smallrye.mutiny.Uni"),
    STREAMING(
        "reactor.core.publisher.Flux",
        "io.smallrye.mutiny.Multi",
        "java.util.concurrent.Flow",
        "java.util.stream.",
        "java.util.Iterator",
        "com.openai.core.http.",
        "com.anthropic.core.http.",
        "com.google.genai.ResponseStream",
        "dev.langchain4j.service.TokenStream");

    private final List<String> types;

    Form(String... types) {
      this.types = List.of(types);
    }

    static Form of(Method method) {
      String type = method.getGenericReturnType().getTypeName();
      if (Arrays.stream(method.getParameterTypes())
          .anyMatch(parameter -> parameter.getSimpleName().endsWith("Handler"))) {
        return STREAMING;
      }
      return Arrays.stream(values())
          .filter(form -> form.types.stream().anyMatch(type::startsWith))
          .findFirst()
          .orElse(SYNC);
    }
  }

  @Test
  void tableListsTestedClients() throws Exception {
    String text = Files.readString(DOCUMENT);
    int start = text.indexOf(START) + START.length();
    String documented = text.substring(start, text.indexOf(END));
    String expected = table();
    if (Boolean.getBoolean("spanloom.docs.write")) {
      Files.writeString(
          DOCUMENT, text.substring(0, start) + expected + text.substring(text.indexOf(END)));
    } else {
      assertThat(documented)
          .as("write the table with -Dspanloom.docs.write=true")
          .isEqualTo(expected);
    }
  }

  private static String table() throws Exception {
    List<Method> methods = tracedMethods();
    StringBuilder table =
        new StringBuilder(
                "| client | older | direct | `CompletionStage` | `Mono`, `Uni` | streaming |\n")
            .append("| --- | --- | --- | --- | --- | --- |\n");
    for (Client client : CLIENTS) {
      table
          .append("| ")
          .append(withVersions(client.name))
          .append(" | ")
          .append(withVersions(client.older));
      for (Form form : Form.values()) {
        table.append(" | ").append(types(client, form, methods));
      }
      table.append(" |\n");
    }
    return table.toString();
  }

  /** Returns the result types of a client's methods, or a dash if there are none. */
  private static String types(Client client, Form form, List<Method> methods) {
    SortedSet<String> types = new TreeSet<>();
    for (Method method : methods) {
      if (Form.of(method) == form) {
        Stream<String> names =
            form == Form.STREAMING
                ? Stream.concat(
                    names(method.getGenericReturnType().getTypeName()),
                    Arrays.stream(method.getParameterTypes())
                        .map(Class::getName)
                        .filter(name -> name.endsWith("Handler")))
                : names(method.getGenericReturnType().getTypeName());
        names
            .filter(client::owns)
            .limit(1)
            .forEach(name -> types.add("`" + name.replaceFirst(".*[.$]", "") + "`"));
      }
    }
    return types.isEmpty() ? "–" : String.join(", ", types);
  }

  private static Stream<String> names(String type) {
    return NAME.matcher(type).results().map(found -> found.group());
  }

  /** Returns the methods with {@code @AICall} in the classes of these tests. */
  private static List<Method> tracedMethods() throws Exception {
    List<Path> descriptions;
    try (Stream<Path> files = Files.list(DESCRIPTIONS)) {
      descriptions =
          files.filter(file -> file.toString().endsWith("_Spans.json")).sorted().toList();
    }
    assertThat(descriptions).hasSizeGreaterThan(5);
    return descriptions.stream().flatMap(DocumentedClientsTest::tracedMethods).toList();
  }

  private static Stream<Method> tracedMethods(Path description) {
    try {
      String json = Files.readString(description);
      Matcher type = CLASS.matcher(json);
      assertThat(type.find()).isTrue();
      List<String> names =
          METHOD.matcher(json).results().map(found -> found.group(1)).collect(Collectors.toList());
      return Arrays.stream(Class.forName(type.group(1)).getDeclaredMethods())
          .filter(method -> names.contains(method.getName()));
    } catch (IOException | ClassNotFoundException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Replaces properties by their values in the POMs. */
  private static String withVersions(String text) throws IOException {
    String poms = Files.readString(Path.of("pom.xml")) + Files.readString(Path.of("..", "pom.xml"));
    return Pattern.compile("\\$\\{([\\w.]+)}")
        .matcher(text)
        .replaceAll(
            property -> {
              Matcher value =
                  Pattern.compile("<" + Pattern.quote(property.group(1)) + ">([^<$]+)<")
                      .matcher(poms);
              assertThat(value.find()).as(property.group(1)).isTrue();
              return value.group(1);
            });
  }
}
