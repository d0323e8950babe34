package io.spanloom.weaver;

import java.io.File;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The command line of the weaver, for builds without Maven: {@code java -jar
 * spanloom-weaver-…-all.jar --classes DIR --class-path CP}.
 *
 * <p>Exit status: 0 success, 1 weaving failed (folder unchanged), 2 invalid arguments.
 */
public final class Main {

  private static final String CLASSES = "--classes";
  private static final String CLASS_PATH = "--class-path";
  private static final String HELP = "--help";
  private static final Set<String> OPTIONS = Set.of(CLASSES, CLASS_PATH);
  private static final String ARGUMENTS = CLASSES + " DIR " + CLASS_PATH + " CP";
  private static final String USAGE = "usage: io.spanloom.weaver.Main " + ARGUMENTS;
  private static final String HELP_TEXT =
      """
      Usage: java -jar spanloom-weaver-VERSION-all.jar %s

      Weaves the aspects that Spanloom's annotation processor generates into compiled classes.

        --classes DIR    the compiler's output folder, which is woven in place
        --class-path CP  the class path of the compilation; may be given in several parts
        --help           prints this text

      Exit status: 0 success, 1 weaving failed (folder unchanged), 2 invalid arguments.
      """
          .formatted(ARGUMENTS);

  private Main() {}

  /**
   * Weaves a class folder, or prints the usage, and exits the JVM.
   *
   * @param arguments {@code --classes DIR --class-path CP}, in any order; the class path may be
   *     given in several parts; or {@code --help}
   */
  public static void main(String[] arguments) {
    System.exit(run(arguments, System.out, System.err));
  }

  static int run(String[] arguments, PrintStream out, PrintStream err) {
    if (List.of(arguments).contains(HELP)) {
      out.print(HELP_TEXT);
      return 0;
    }
    @Nullable Path classes = null;
    List<Path> classPath = new ArrayList<>();
    for (int i = 0; i < arguments.length; i += 2) {
      String option = arguments[i];
      if (!OPTIONS.contains(option)) {
        return usage(err, "unknown argument " + option);
      }
      if (i + 1 == arguments.length || (arguments[i + 1].isBlank() && option.equals(CLASSES))) {
        return usage(err, option + " requires a value");
      }
      try {
        if (option.equals(CLASS_PATH)) {
          classPath.addAll(paths(arguments[i + 1]));
        } else if (classes == null) {
          classes = Path.of(arguments[i + 1]);
        } else {
          return usage(err, CLASSES + " given twice");
        }
      } catch (InvalidPathException invalid) {
        return usage(err, option + " has an invalid path: " + invalid.getReason());
      }
    }
    return classes == null
        ? usage(err, CLASSES + " is required")
        : weave(classes, classPath, out, err);
  }

  private static int weave(Path classes, List<Path> classPath, PrintStream out, PrintStream err) {
    try {
      WeaveResult result = Weaver.weave(classes, classPath);
      result.warnings().forEach(err::println);
      out.println(summary(result));
      return 0;
    } catch (WeaveException failure) {
      failure.problems().forEach(err::println);
      return 1;
    }
  }

  /**
   * Summarizes a run in one line.
   *
   * @param result the result of the run
   * @return such as {@code Spanloom: wove 3 methods in 1 class; 2 classes already woven.}, with the
   *     number of calls that this run changed to carry the context, if there are any
   */
  public static String summary(WeaveResult result) {
    return "Spanloom: wove "
        + count(result.wovenMethods(), "method", "methods")
        + " in "
        + count(result.wovenClasses().size(), "class", "classes")
        + "; "
        + count(result.unchangedClasses(), "class", "classes")
        + " already woven"
        + propagatingCalls(result.propagatingCalls())
        + ".";
  }

  private static String propagatingCalls(int calls) {
    return calls == 0
        ? ""
        : "; " + count(calls, "call propagates", "calls propagate") + " the context";
  }

  private static String count(int number, String singular, String plural) {
    return number + " " + (number == 1 ? singular : plural);
  }

  private static int usage(PrintStream err, String problem) {
    err.println(new Problem(WeaverCode.INVALID_ARGUMENT, problem + "; " + USAGE));
    err.println("Run with " + HELP + " for details.");
    return 2;
  }

  private static List<Path> paths(String classPath) {
    List<Path> result = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      if (!entry.isBlank()) {
        result.add(Path.of(entry));
      }
    }
    return result;
  }
}
