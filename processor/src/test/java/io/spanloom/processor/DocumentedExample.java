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
 * <p>{@code ```java} begins what a user may write: a whole source if it has a package, a module's
 * declaration, members of a class, or statements. A comment {@code // SPL007} says what the
 * compiler says of its line, and {@code { … }} is a body that does not matter. {@code ```java
 * generated} begins lines of what is generated for the block before.
 *
 * @param file the document, below the project's folder
 * @param line the line of the document after which the block begins
 * @param text its lines
 * @param written the block that it is generated for, or nothing for one that a user writes
 */
record DocumentedExample(String file, int line, String text, Optional<DocumentedExample> written) {

  private static final Path PROJECT = Path.of("..");

  private static final List<String> DOCUMENTS =
      List.of(
          "README.md",
          "docs/attributes.md",
          "docs/diagnostics.md",
          "docs/maven.md",
          "docs/migrating.md",
          "docs/spans.md");

  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^ *```java( generated)?\\n(.*?)^ *```$");
  private static final Pattern EXPECTED = Pattern.compile("// (SPL[01]\\d\\d)");
  private static final Pattern WHOLE = Pattern.compile("(?m)^(package|module) ");

  /** What members and statements see, beside what {@code docs/Shop.java} of the tests has. */
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

  /** Reads the blocks of all documents. */
  static Stream<DocumentedExample> all() {
    return DOCUMENTS.stream().flatMap(file -> of(file).stream());
  }

  /** Reads the blocks of a document. */
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

  /** Whether it declares a module. */
  boolean isModule() {
    return text.startsWith("module ");
  }

  /**
   * The sources that a compiler could take it for, whose lines have the numbers that they have in
   * the document.
   */
  List<String> sources() {
    String body = text.replace("{ … }", "{ throw null; }");
    if (WHOLE.matcher(text).find()) {
      return List.of("\n".repeat(line) + body);
    }
    String before = "\n".repeat(line - 1) + IMPORTS + "class Example extends Shop { ";
    return List.of(
        before + "\n" + body + "\n}", before + "void run() throws Exception {\n" + body + "\n}}");
  }

  /** What the compiler must say, as line of the document and code. */
  List<String> expected() {
    List<String> lines = text.lines().toList();
    return IntStream.range(0, lines.size())
        .boxed()
        .flatMap(
            i ->
                EXPECTED
                    .matcher(lines.get(i))
                    .results()
                    .map((MatchResult code) -> said(line + 1 + i, code.group(1))))
        .toList();
  }

  static String said(long line, String code) {
    return "line " + line + ": " + code;
  }

  /** Returns the lines that generated source has, but for comments and what is left out. */
  List<String> generatedLines() {
    return text.lines()
        .map(DocumentedExample::withoutSpace)
        .filter(each -> !each.isEmpty() && !each.equals("…"))
        .toList();
  }

  /** Generated source without what a reader does not need to see the same. */
  static String withoutSpace(String source) {
    return source.replaceAll("(?s)/\\*.*?\\*/|//[^\\n]*|\\s", "");
  }

  @Override
  public String toString() {
    return file + ":" + (line + 1);
  }
}
