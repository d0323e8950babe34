package io.spanloom.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.runtime.woven.SpanSite;
import io.spanloom.support.ClassPath;
import io.spanloom.support.GoldenFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Compares the public API with the committed listing: woven classes may run with a newer runtime
 * than they were woven for, so members must not be removed. After an intended change, {@code
 * -Dspanloom.api.write=true} rewrites the listing.
 */
final class PublicApiTest {

  private static final GoldenFile LISTING =
      new GoldenFile(Path.of("src/test/resources/api.txt"), "spanloom.api.write");

  @Test
  void publicApiMatchesCommittedListing() throws IOException {
    String api = publicApi();

    LISTING.assertContent(api);
  }

  /** Returns the public and protected members, with the descriptors that woven code links to. */
  private static String publicApi() throws IOException {
    Path classes = ClassPath.of(SpanSite.class);
    List<String> arguments =
        new ArrayList<>(List.of("-protected", "-s", "-constants", "-cp", classes.toString()));
    try (Stream<Path> files = Files.walk(classes)) {
      files
          .map(file -> classes.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          .map(name -> name.replace(".class", "").replace('/', '.').replace('\\', '.'))
          .filter(PublicApiTest::isPublic)
          .sorted()
          .forEach(arguments::add);
    }
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    int exit =
        ToolProvider.findFirst("javap")
            .orElseThrow()
            .run(writer, writer, arguments.toArray(String[]::new));
    assertThat(exit).as(out.toString()).isZero();
    return out.toString().replaceAll("Compiled from .*\\R", "");
  }

  private static boolean isPublic(String name) {
    try {
      Class<?> type = Class.forName(name, false, PublicApiTest.class.getClassLoader());
      return Modifier.isPublic(type.getModifiers());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
