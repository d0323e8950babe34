package io.spanloom;

import io.spanloom.support.ClassPath;
import io.spanloom.support.GoldenFile;
import java.io.IOException;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Compares the annotations with the committed listing, so that existing sources and class files
 * stay valid. After an intended change, {@code -Dspanloom.api.write=true} rewrites the listing.
 */
final class PublicApiTest {

  private static final GoldenFile LISTING =
      new GoldenFile(Path.of("src/test/resources/api.txt"), "spanloom.api.write");

  @Test
  void publicApiMatchesCommittedListing() throws IOException {
    String api = publicTypes().map(PublicApiTest::describe).collect(Collectors.joining("\n"));

    LISTING.assertContent(api);
  }

  private static Stream<Class<?>> publicTypes() throws IOException {
    Path classes = ClassPath.of(Traced.class);
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .map(file -> classes.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          .filter(name -> !Path.of(name).startsWith(Path.of("io", "spanloom", "internal")))
          .sorted()
          .toList()
          .stream()
          .<Class<?>>map(PublicApiTest::load)
          .filter(type -> Modifier.isPublic(type.getModifiers()));
    }
  }

  private static Class<?> load(String file) {
    try {
      return Class.forName(file.replace(".class", "").replace('/', '.').replace('\\', '.'));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String describe(Class<?> type) {
    StringBuilder text = new StringBuilder();
    Stream.of(
            type.getAnnotation(Documented.class),
            type.getAnnotation(Retention.class),
            type.getAnnotation(Target.class))
        .filter(annotation -> annotation != null)
        .forEach(annotation -> text.append(annotation).append('\n'));
    text.append(type.toGenericString()).append('\n');
    if (type.isEnum()) {
      Stream.of(type.getEnumConstants())
          .forEach(each -> text.append("  ").append(each).append('\n'));
    } else {
      Arrays.stream(type.getDeclaredMethods())
          .sorted(Comparator.comparing(Method::getName))
          .forEach(member -> text.append("  ").append(describe(member)).append('\n'));
    }
    return text.toString();
  }

  private static String describe(Method member) {
    Object value = member.getDefaultValue();
    return member.getGenericReturnType().getTypeName()
        + " "
        + member.getName()
        + "()"
        + (value == null ? "" : " default " + describe(value));
  }

  private static String describe(Object value) {
    if (value instanceof Object[] values) {
      return Arrays.toString(values);
    }
    return value instanceof String ? "\"" + value + "\"" : value.toString();
  }
}
