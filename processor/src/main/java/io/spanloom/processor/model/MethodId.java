package io.spanloom.processor.model;

/**
 * The names that identify a method in messages, stack traces, class files and pointcuts.
 *
 * @param name the name in the JVM, {@code <init>} for a constructor
 * @param signature the simple name and parameter types for messages, such as {@code place(Order)}
 * @param function the value of {@code code.function.name}: the class's binary name and the method's
 *     name, as in a stack trace
 * @param descriptor the name and descriptor in the JVM, such as {@code place(Lshop/Order;)V}
 * @param pattern the pattern that matches the method in an {@code execution} pointcut
 * @param leadingParameters the number of parameters that javac inserts before those of the source:
 *     two for an enum's constructor, one for an inner class's
 * @param parameterCount the number of parameters in the source
 */
public record MethodId(
    String name,
    String signature,
    String function,
    String descriptor,
    String pattern,
    int leadingParameters,
    int parameterCount) {}
