package io.spanloom.support;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** Java sources as text. Their paths follow from the package and the first type in the text. */
public final class JavaSources {

  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.\\p{L}]+);");
  private static final Pattern TYPE =
      Pattern.compile(
          "(?m)^(?:[\\w@.()\"]+ )*?(?:class|interface|enum|record|@interface|module)"
              + " ([\\w.$\\p{L}]+)");

  private JavaSources() {}

  /**
   * Makes source files for a compiler.
   *
   * @param texts the source of a file each
   * @return the files
   */
  public static List<JavaFileObject> of(String... texts) {
    return Arrays.stream(texts).map(JavaSources::file).toList();
  }

  /**
   * Makes a source file for a compiler.
   *
   * @param text the file's content: types, a package or a module
   * @return the file
   */
  public static JavaFileObject file(String text) {
    return new SimpleJavaFileObject(
        URI.create("string:///" + path(text)), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  private static String path(String text) {
    Matcher packageName = PACKAGE.matcher(text);
    String folder = packageName.find() ? packageName.group(1).replace('.', '/') + "/" : "";
    return folder + name(text) + ".java";
  }

  private static String name(String text) {
    Matcher type = TYPE.matcher(text);
    if (!type.find()) {
      return "package-info";
    }
    return text.contains("module " + type.group(1) + " {") ? "module-info" : type.group(1);
  }
}
