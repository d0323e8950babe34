package io.spanloom.weaver;

import io.spanloom.weaver.plan.ClassFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The parts of class files that reflection, debuggers and other tools see: members, generic types,
 * annotations, parameter names, line numbers, local variables. Weaving must not change them.
 */
final class ClassShape {

  private ClassShape() {}

  /** Returns the shapes of the classes in a folder, by path, without aspects. */
  static Map<String, String> ofFolder(Path folder) {
    Map<String, String> shapes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String path = folder.relativize(file).toString();
        if (path.endsWith(".class") && !ClassFacts.isAspectFile(path)) {
          shapes.put(path, of(Files.readAllBytes(file)));
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return shapes;
  }

  private static String of(byte[] classFile) {
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, 0);
    List<String> lines = new ArrayList<>();
    lines.add(type.version + " " + type.access + " " + type.name + " " + type.signature);
    lines.add(type.superName + " " + type.interfaces + " " + type.sourceFile);
    lines.add(type.outerClass + " " + type.nestHostClass + " " + type.nestMembers);
    lines.add(annotations(type.invisibleAnnotations) + annotations(type.visibleAnnotations));
    lines.add("permits " + type.permittedSubclasses);
    type.innerClasses.forEach(inner -> lines.add("inner " + inner.name + " " + inner.access));
    if (type.recordComponents != null) {
      type.recordComponents.forEach(
          component -> lines.add("component " + component.name + " " + component.signature));
    }
    type.fields.forEach(
        field -> lines.add(field.access + " " + field.name + " " + field.desc + field.signature));
    type.methods.forEach(method -> addMethod(method, lines));
    return String.join("\n", lines);
  }

  private static void addMethod(MethodNode method, List<String> lines) {
    lines.add(method.access + " " + method.name + method.desc + " " + method.signature);
    lines.add("  " + method.exceptions + " " + annotations(method.visibleAnnotations));
    lines.add("  " + annotations(method.invisibleAnnotations) + method.annotationDefault);
    lines.add("  " + parameterAnnotations(method.invisibleParameterAnnotations));
    lines.add("  " + parameterAnnotations(method.visibleParameterAnnotations));
    if (method.parameters != null) {
      method.parameters.forEach(parameter -> lines.add("  parameter " + parameter.name));
    }
    lines.add("  lines " + lineNumbers(method));
    if (method.localVariables != null) {
      method.localVariables.stream()
          .map(local -> "  " + local.index + " " + local.name + " " + local.desc + local.signature)
          .sorted()
          .forEach(lines::add);
    }
  }

  private static List<Integer> lineNumbers(MethodNode method) {
    List<Integer> numbers = new ArrayList<>();
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof LineNumberNode line
          && (numbers.isEmpty() || numbers.get(numbers.size() - 1) != line.line)) {
        numbers.add(line.line);
      }
    }
    return numbers;
  }

  private static String annotations(List<AnnotationNode> annotations) {
    return annotations == null
        ? ""
        : annotations.stream().map(ClassShape::text).collect(Collectors.joining(" "));
  }

  private static String text(AnnotationNode annotation) {
    return annotation.desc
        + (annotation.values == null
            ? ""
            : annotation.values.stream().map(ClassShape::value).toList().toString());
  }

  private static String value(Object value) {
    if (value instanceof AnnotationNode nested) {
      return text(nested);
    }
    if (value instanceof List<?> elements) {
      return elements.stream().map(ClassShape::value).toList().toString();
    }
    return value instanceof Object[] parts ? Arrays.toString(parts) : String.valueOf(value);
  }

  private static String parameterAnnotations(List<AnnotationNode>[] byParameter) {
    return byParameter == null
        ? ""
        : Arrays.stream(byParameter).map(ClassShape::annotations).toList().toString();
  }
}
