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
 * The weaver on the command line, for builds that are not Maven's: {@code java -cp …
 * io.spanloom.weaver.Main --classes DIR --class-path CP}.
 *
 * <p>Ends with 0 if the folder is woven, with 1 if it cannot be, and with 2 for words it does not
 * know.
 */
public final class Main {

  private static final String CLASSES = "--classes";
  private static final String CLASS_PATH = "--class-path";
  private static final Set<String> OPTIONS = Set.of(CLASSES, CLASS_PATH);
  private static final String USAGE =
      "usage: io.spanloom.weaver.Main " + CLASSES + " DIR " + CLASS_PATH + " CP";

  private Main() {}

  /**
   * Weaves a folder and ends the JVM.
   *
   * @param arguments as above
   */
  public static void main(String[] arguments) {
    System.exit(run(arguments, System.out, System.err));
  }

  static int run(String[] arguments, PrintStream out, PrintStream err) {
    @Nullable Path classes = null;
    List<Path> classPath = new ArrayList<>();
    for (int i = 0; i < arguments.length; i += 2) {
      String option = arguments[i];
      if (!OPTIONS.contains(option)) {
        return usage(err, option + " is not known");
      }
      if (i + 1 == arguments.length || (arguments[i + 1].isBlank() && option.equals(CLASSES))) {
        return usage(err, option + " wants a value");
      }
      try {
        if (option.equals(CLASS_PATH)) {
          classPath.addAll(paths(arguments[i + 1]));
        } else if (classes == null) {
          classes = Path.of(arguments[i + 1]);
        } else {
          return usage(err, CLASSES + " is there twice");
        }
      } catch (InvalidPathException invalid) {
        return usage(err, option + " has a value that names no file: " + invalid.getReason());
      }
    }
    return classes == null
        ? usage(err, CLASSES + " is missing")
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
   * Says in one line what a run did.
   *
   * @param result of the run
   * @return the line
   */
  public static String summary(WeaveResult result) {
    return "Spanloom: wove "
        + count(result.wovenMethods(), "method", "methods")
        + " in "
        + count(result.wovenClasses().size(), "class", "classes")
        + "; "
        + count(result.unchangedClasses(), "class", "classes")
        + " woven already.";
  }

  private static String count(int number, String one, String more) {
    return number + " " + (number == 1 ? one : more);
  }

  private static int usage(PrintStream err, String wrong) {
    err.println(new Problem(Problem.Code.USAGE, wrong + "; " + USAGE));
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
