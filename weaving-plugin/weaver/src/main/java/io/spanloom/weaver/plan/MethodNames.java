package io.spanloom.weaver.plan;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.objectweb.asm.Type;

/** Formats the names of methods for messages. */
public final class MethodNames {

  private static final String CONSTRUCTOR = "<init>";

  private MethodNames() {}

  /**
   * Formats a method's name.
   *
   * @param method name and descriptor, such as {@code place(Lshop/Order;)V}
   * @param className the binary name of its class
   * @return name and simple parameter types, such as {@code place(Order)}
   */
  public static String of(String method, String className) {
    int parameters = method.indexOf('(');
    String name = method.substring(0, parameters);
    return (name.equals(CONSTRUCTOR) ? simple(className) : name)
        + Arrays.stream(Type.getArgumentTypes(method.substring(parameters)))
            .map(type -> simple(type.getClassName()))
            .collect(Collectors.joining(", ", "(", ")"));
  }

  /** Returns the last part of a binary name: {@code Order} for {@code shop.Book$1Order}. */
  private static String simple(String binaryName) {
    String name = binaryName.substring(binaryName.lastIndexOf('.') + 1);
    String last = name.substring(name.lastIndexOf('$') + 1).replaceFirst("^[0-9]+", "");
    return last.isEmpty() ? name : last;
  }
}
