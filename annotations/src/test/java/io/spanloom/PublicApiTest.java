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
 * Sources and class files that were made with these annotations go on working: what they have said
 * once they do not take back. Where a change is meant, {@code -Dspanloom.api.write=true} writes the
 * listing anew.
 */
final class PublicApiTest {

  private static final GoldenFile LISTING =
      new GoldenFile(Path.of("src/test/resources/api.txt"), "spanloom.api.write");

  @Test
  void thePublicApiIsTheCommittedOne() throws IOException {
    String api = publicTypes().map(PublicApiTest::text).collect(Collectors.joining("\n"));

    LISTING.assertContent(api);
  }

  private static Stream<Class<?>> publicTypes() throws IOException {
    Path classes = ClassPath.of(Traced.class);
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .map(file -> classes.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
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
    } catch (ClassNotFoundException fault) {
      throw new IllegalStateException(fault);
    }
  }

  private static String text(Class<?> type) {
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
          .forEach(member -> text.append("  ").append(text(member)).append('\n'));
    }
    return text.toString();
  }

  private static String text(Method member) {
    Object value = member.getDefaultValue();
    return member.getGenericReturnType().getTypeName()
        + " "
        + member.getName()
        + "()"
        + (value == null ? "" : " default " + text(value));
  }

  private static String text(Object value) {
    if (value instanceof Object[] values) {
      return Arrays.toString(values);
    }
    return value instanceof String ? "\"" + value + "\"" : value.toString();
  }
}
