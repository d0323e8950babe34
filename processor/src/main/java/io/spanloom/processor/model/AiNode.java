package io.spanloom.processor.model;

import com.squareup.javapoet.TypeName;
import java.util.List;
import java.util.stream.Stream;

/** A part of the code that reads the values of an AI client's object: a tree of accessor calls. */
public sealed interface AiNode {

  /**
   * Passes a value to the runtime.
   *
   * @param field the meaning of the value
   * @param accessor the accessor that returns it
   * @param optional whether the accessor returns an {@code Optional}
   */
  record Value(AiField field, String accessor, boolean optional) implements AiNode {}

  /**
   * Counts an occurrence.
   *
   * @param field the meaning of the count
   */
  record Count(AiField field) implements AiNode {}

  /**
   * Reads from an object that may be missing.
   *
   * @param type the object's type
   * @param variable the name of the local variable that holds it
   * @param accessor the accessor that returns it
   * @param optional whether the accessor returns an {@code Optional}
   * @param children the code that reads from it
   */
  record Member(
      TypeName type, String variable, String accessor, boolean optional, List<AiNode> children)
      implements AiNode {}

  /**
   * Reads from each element of a collection.
   *
   * @param type the elements' type
   * @param variable the name of the local variable that holds an element
   * @param children the code that reads from an element
   */
  record Each(TypeName type, String variable, List<AiNode> children) implements AiNode {}

  /**
   * Reads from an object if it is an instance of a subtype.
   *
   * @param type the subtype
   * @param variable the name of the local variable of that type
   * @param children the code that reads from it
   */
  record Cast(TypeName type, String variable, List<AiNode> children) implements AiNode {}

  /**
   * Reads from an object that satisfies a condition.
   *
   * @param accessor the accessor that returns the condition
   * @param children the code that reads from the object
   */
  record If(String accessor, List<AiNode> children) implements AiNode {}

  /**
   * Returns the nodes inside this one.
   *
   * @return the nodes, empty for a value or a count
   */
  default List<AiNode> inner() {
    if (this instanceof Member member) {
      return member.children();
    }
    if (this instanceof Each each) {
      return each.children();
    }
    if (this instanceof Cast cast) {
      return cast.children();
    }
    return this instanceof If condition ? condition.children() : List.of();
  }

  /**
   * Returns the meanings of all values that this node reads.
   *
   * @return the fields, in the order of the code
   */
  default Stream<AiField> fields() {
    if (this instanceof Value value) {
      return Stream.of(value.field());
    }
    return this instanceof Count count
        ? Stream.of(count.field())
        : inner().stream().flatMap(AiNode::fields);
  }
}
