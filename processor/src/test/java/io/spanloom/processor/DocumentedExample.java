package io.spanloom.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A block of Java in the documentation.
 *
 * <p>{@code ```java} starts a block that a user could write: a complete source if it has a package
 * declaration, a module declaration, class members, or statements. A comment {@code // SPL007}
 * expects that message in its line, and {@code { … }} is an arbitrary body. {@code ```java
 * generated} starts an excerpt of the code that is generated for the preceding block.
 *
 * @param file the document, relative to the project's root
 * @param line the number of the line that starts the block
 * @param text the lines of the block
 * @param input the block that the code is generated for, absent if this is not generated code
 */
record DocumentedExample(String file, int line, String text, Optional<DocumentedExample> input) {

  private static final Path PROJECT = Path.of("..");

  private static final List<String> DOCUMENTS =
      List.of(
          "README.md",
          "docs/ai-calls.md",
          "docs/attributes.md",
          "docs/diagnostics.md",
          "docs/build.md",
          "docs/migrating.md",
          "docs/spans.md",
          "docs/threads.md");

  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^ *```java( generated)?\\n(.*?)^ *```$");
  private static final Pattern EXPECTED = Pattern.compile("// (SPL\\d\\d\\d)");

  private static final Pattern WHOLE = Pattern.compile("(?m)^(package|module) ");

  /** Makes types available to members and statements, besides those of {@code docs/Shop.java}. */
  private static final String IMPORTS =
      Stream.of(
              "dev.langchain4j.model.chat.response.ChatResponse",
              "io.opentelemetry.api.common.*",
              "io.opentelemetry.api.trace.*",
              "io.opentelemetry.context.Context",
              "io.spanloom.*",
              "io.spanloom.SpanAttribute.Redact",
              "io.spanloom.runtime.Spans",
              "java.math.BigDecimal",
              "java.net.URI",
              "java.time.*",
              "java.lang.annotation.*",
              "java.util.*",
              "java.util.concurrent.*")
          .map(name -> "import " + name + "; ")
          .reduce("package shop; ", String::concat);

  /** Returns the blocks of all documents. */
  static Stream<DocumentedExample> all() {
    return DOCUMENTS.stream().flatMap(file -> of(file).stream());
  }

  /** Returns the blocks of a document. */
  static List<DocumentedExample> of(String file) {
    String document = text(PROJECT.resolve(file));
    List<DocumentedExample> result = new ArrayList<>();
    DocumentedExample last = null;
    Matcher block = BLOCK.matcher(document);
    while (block.find()) {
      int line = (int) document.substring(0, block.start()).lines().count() + 1;
      boolean generated = block.group(1) != null;
      DocumentedExample example =
          new DocumentedExample(
              file,
              line,
              block.group(2).stripTrailing().stripIndent(),
              generated ? Optional.ofNullable(last) : Optional.empty());
      last = generated ? last : example;
      result.add(example);
    }
    return result;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Returns whether the block declares a module. */
  boolean isModule() {
    return text.startsWith("module ");
  }

  /**
   * Returns the possible sources of the block: as it is, or else as members and as statements.
   * Their line numbers are those of the document.
   */
  List<String> possibleSources() {
    String body = text.replace("{ … }", "{ throw null; }");
    if (WHOLE.matcher(text).find()) {
      return List.of("\n".repeat(line) + body);
    }
    String before = "\n".repeat(line - 1) + IMPORTS + "class Example extends Shop { ";
    return List.of(
        before + "\n" + body + "\n}", before + "void run() throws Exception {\n" + body + "\n}}");
  }

  /** Returns summaries of the expected messages. */
  List<String> expectedSummaries() {
    List<String> lines = text.lines().toList();
    return IntStream.range(0, lines.size())
        .boxed()
        .flatMap(
            i ->
                EXPECTED
                    .matcher(lines.get(i))
                    .results()
                    .filter(code -> !code.group(1).startsWith("SPL2"))
                    .map((MatchResult code) -> summary(line + 1 + i, code.group(1))))
        .toList();
  }

  /** Returns the codes of the expected messages. */
  List<String> expectedCodes() {
    return EXPECTED.matcher(text).results().map(code -> code.group(1)).toList();
  }

  static String summary(long line, String code) {
    return "line " + line + ": " + code;
  }

  /** Returns the lines of generated code, without comments and ellipses. */
  List<String> generatedLines() {
    return text.lines()
        .map(DocumentedExample::normalize)
        .filter(each -> !each.isEmpty() && !each.equals("…"))
        .toList();
  }

  /** Returns a source without comments and white space. */
  static String normalize(String source) {
    return source.replaceAll("(?s)/\\*.*?\\*/|//[^\\n]*|\\s", "");
  }

  @Override
  public String toString() {
    return file + ":" + (line + 1);
  }
}
