package io.spanloom.processor.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * The context parameters of a method.
 *
 * @param parents the parameters annotated with {@code @ParentContext}; more than one is an error
 * @param links the parameters annotated with {@code @SpanLink}
 */
public record ContextParameters(List<ContextParameter> parents, List<ContextParameter> links) {

  /**
   * Returns all context parameters.
   *
   * @return the parents, then the links
   */
  public Stream<ContextParameter> all() {
    return Stream.concat(parents.stream(), links.stream());
  }
}
