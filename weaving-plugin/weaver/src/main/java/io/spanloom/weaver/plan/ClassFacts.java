package io.spanloom.weaver.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the weaver has to know of a class file.
 *
 * @param name the binary name
 * @param hidden whether javac shows the class to no processor: a local or anonymous one
 * @param annotatedMethods those with a body that bear a span annotation themselves
 * @param methods name and descriptor of all methods with a body
 * @param annotations the binary names of the annotations on the class and on its methods
 * @param calls by method, the names of the methods of the class's own aspect that it calls
 * @param aspect what the class says of itself as an aspect, or null if it is none
 */
public record ClassFacts(
    String name,
    boolean hidden,
    List<String> annotatedMethods,
    Set<String> methods,
    Set<String> annotations,
    Map<String, Set<String>> calls,
    @Nullable AspectFacts aspect) {

  private static final String ASPECT_SUFFIX = "_Spans";

  /**
   * What an aspect says of itself.
   *
   * @param target the binary name of the class that it is woven into
   * @param methods name and descriptor of each method that it must reach
   * @param inherited of the methods that bear no span annotation themselves, where it is said
   * @param excluded annotated methods that the build was told to leave out
   * @param advice name and descriptor of its advice
   * @param ready whether it is woven itself, without which there is no instance of it
   */
  public record AspectFacts(
      String target,
      Set<String> methods,
      Map<String, Inherited> inherited,
      Set<String> excluded,
      Set<String> advice,
      boolean ready) {}

  /**
   * An annotation that holds for a method that does not bear it.
   *
   * @param annotation its binary name
   * @param holder the binary name of the class whose file shows it
   */
  record Inherited(String annotation, String holder) {

    private static final Pattern TEXT = Pattern.compile("(\\S+) by (\\S+) on (\\S+)");

    /**
     * Takes apart what an aspect says, such as {@code place()V by io.spanloom.Traced on shop.Api}.
     */
    static void read(String text, Map<String, Inherited> into) {
      Matcher matcher = TEXT.matcher(text);
      if (!matcher.matches()) {
        throw new IllegalArgumentException(text);
      }
      into.put(matcher.group(1), new Inherited(matcher.group(2), matcher.group(3)));
    }
  }

  /** The binary name of the aspect of a class. */
  public static String aspectOf(String binaryName) {
    return binaryName + ASPECT_SUFFIX;
  }

  /** Whether a file may be an aspect, by its name. */
  public static boolean isAspectFile(String path) {
    return path.endsWith(ASPECT_SUFFIX + ".class");
  }

  boolean isWoven() {
    return !calls.isEmpty();
  }
}
