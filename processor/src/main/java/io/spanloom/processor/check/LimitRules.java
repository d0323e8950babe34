package io.spanloom.processor.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.squareup.javapoet.TypeName;
import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.AttributeSource;
import io.spanloom.processor.model.TracedMethod;
import io.spanloom.processor.model.TracedType;
import java.util.Map;
import java.util.TreeMap;

/** Rules for the limits of Java and of file systems that a generated aspect must not exceed. */
final class LimitRules {

  /** The maximum that common file systems support. */
  private static final int MAX_FILE_NAME_BYTES = 255;

  /** JVMS 4.3.3: a long and a double take two, and so does the instance of an instance method. */
  private static final int MAX_PARAMETER_SLOTS = 255;

  private static final String ASPECT_FILE = "_Spans.class";

  private LimitRules() {}

  static void aspectHasFileName(TracedType type, Report report) {
    String name = type.binaryName().substring(type.binaryName().lastIndexOf('.') + 1);
    int bytes = (name + ASPECT_FILE).getBytes(UTF_8).length;
    if (bytes > MAX_FILE_NAME_BYTES && !type.traced().isEmpty()) {
      report.error(
          Code.ASPECT_TOO_LARGE,
          type.location(),
          """
          The aspect of this class cannot be stored, because the name of its class file would have \
          %d bytes and file systems allow %d. Shorten the name of the class.\
          """
              .formatted(bytes, MAX_FILE_NAME_BYTES));
    }
  }

  static void adviceHasParameters(TracedMethod method, Report report) {
    Map<Integer, TypeName> parameters = new TreeMap<>();
    int instances = 1;
    for (Attribute attribute : method.attributes()) {
      if (attribute.source() instanceof AttributeSource.Path path && !path.atEnd()) {
        if (path.root() instanceof AttributeSource.Parameter parameter) {
          parameters.put(parameter.index(), parameter.type());
        } else if (path.root() instanceof AttributeSource.This) {
          instances = 2;
        }
      }
    }
    method
        .contextParameters()
        .all()
        .forEach(each -> parameters.put(each.parameter().index(), each.parameter().type()));
    int slots = instances + parameters.values().stream().mapToInt(LimitRules::slots).sum();
    if (slots > MAX_PARAMETER_SLOTS) {
      report.error(
          Code.ASPECT_TOO_LARGE,
          method.span().location(),
          """
          The advice of method '%s' would have %d parameter slots: one for each annotated parameter, \
          two if it is a long or a double, and one for each instance. Java allows %d. Remove the \
          annotation from some parameters.\
          """
              .formatted(method.id().name(), slots, MAX_PARAMETER_SLOTS));
    }
  }

  private static int slots(TypeName type) {
    return type.equals(TypeName.LONG) || type.equals(TypeName.DOUBLE) ? 2 : 1;
  }
}
