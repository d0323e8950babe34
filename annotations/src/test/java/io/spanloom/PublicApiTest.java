package io.spanloom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
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

  private static final Path LISTING = Path.of("src/test/resources/api.txt");
  private static final String FLAG = "spanloom.api.write";

  @Test
  void thePublicApiIsTheCommittedOne() throws IOException, URISyntaxException {
    String api = publicTypes().map(PublicApiTest::text).collect(Collectors.joining("\n"));
    if (Boolean.getBoolean(FLAG)) {
      Files.writeString(LISTING, api);
    }

    assertThat(LISTING)
        .as("%s (if the change is meant, run the test with -D%s=true)", LISTING, FLAG)
        .hasContent(api);
  }

  private static Stream<Class<?>> publicTypes() throws IOException, URISyntaxException {
    Path classes =
        Path.of(Traced.class.getProtectionDomain().getCodeSource().getLocation().toURI());
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
