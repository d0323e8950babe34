package io.spanloom.processor.model;

import com.squareup.javapoet.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The values that generated code reads from an object of an AI client.
 *
 * @param type the object's type in the table of AI clients
 * @param nodes the code that reads it
 * @param missing the accessors that the table lists and the class path lacks, such as {@code
 *     ChatResponse.id()}
 * @param deprecated whether the code uses a deprecated accessor
 * @param tracing the library that traces the client's calls itself, if it is on the class path
 */
public record AiReading(
    TypeName type,
    List<AiNode> nodes,
    List<String> missing,
    boolean deprecated,
    Optional<ClientTracing> tracing) {

  /**
   * Returns the meanings of all values that are read.
   *
   * @return the fields
   */
  public Stream<AiField> fields() {
    return nodes.stream().flatMap(AiNode::fields);
  }

  /**
   * Returns the path of an attribute's value.
   *
   * @param attribute the attribute
   * @return the path from the object, such as {@code usage().inputTokens()}, or empty if the
   *     attribute is not read
   */
  public Optional<String> path(BuiltInAttribute attribute) {
    return path(nodes, attribute);
  }

  private static Optional<String> path(List<AiNode> nodes, BuiltInAttribute attribute) {
    for (AiNode node : nodes) {
      if (node instanceof AiNode.Value value && value.field().attribute() == attribute) {
        return Optional.of(value.accessor() + "()");
      }
      if (node instanceof AiNode.Count count && count.field().attribute() == attribute) {
        return Optional.of("");
      }
      Optional<String> inner = path(node.inner(), attribute);
      if (inner.isPresent()) {
        return Optional.of(
            prefix(node) + (inner.get().isEmpty() ? "" : separator(node)) + inner.get());
      }
    }
    return Optional.empty();
  }

  private static String prefix(AiNode node) {
    if (node instanceof AiNode.Member member) {
      return member.accessor() + "()";
    }
    if (node instanceof AiNode.If condition) {
      return condition.accessor() + "()";
    }
    return node instanceof AiNode.Each ? "[]" : "";
  }

  private static String separator(AiNode node) {
    return prefix(node).isEmpty() || node.inner().get(0) instanceof AiNode.Each ? "" : ".";
  }
}
