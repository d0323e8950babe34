package io.spanloom.processor.model;

import com.squareup.javapoet.TypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The source of an attribute's value. */
public sealed interface AttributeSource {

  /**
   * A value that is read through a path.
   *
   * @param root the start of the path
   * @param steps the members to follow from there, empty for the root itself
   * @param text the path for messages, root included
   */
  record Path(Root root, List<Step> steps, String text) implements AttributeSource {

    /**
     * Returns whether the value is only known when the method ends.
     *
     * @return true for a path that starts at the result, or at an instance under construction
     */
    public boolean atEnd() {
      return root instanceof Result || (root instanceof This self && self.atEnd());
    }
  }

  /**
   * A constant value.
   *
   * @param value a string, a boxed primitive, or the name of an enum constant
   */
  record Literal(Object value) implements AttributeSource {}

  /**
   * The value of a baggage entry.
   *
   * @param entry the entry's name
   */
  record Baggage(String entry) implements AttributeSource {}

  /**
   * Several sources or none, where exactly one is required.
   *
   * @param members the members of the annotation that set a source
   */
  record Unclear(List<String> members) implements AttributeSource {}

  /**
   * A path that cannot be resolved.
   *
   * @param fault the reason
   * @param text the path as the source code writes it
   * @param name the invalid segment of the path
   * @param typeText the type in which the segment was looked up, or the type that causes the fault
   * @param choices the valid alternatives to the segment
   */
  record Broken(Fault fault, String text, String name, String typeText, List<String> choices)
      implements AttributeSource {}

  /** The reason why a path cannot be resolved. */
  enum Fault {
    /** The path is not a dot-separated list of names and calls without arguments. */
    SYNTAX,
    /** The first name is not a parameter, {@code this}, {@code result} or a type. */
    UNKNOWN_ROOT,
    /** The type has no such member. */
    UNKNOWN_MEMBER,
    /** The aspect cannot access the member. */
    INACCESSIBLE,
    /** The aspect cannot name a type that the path uses. */
    UNNAMEABLE,
    /** The method requires arguments. */
    REQUIRES_ARGUMENTS,
    /** The method returns {@code void}. */
    VOID,
    /** A primitive value has no members. */
    PRIMITIVE,
    /** {@code this} is not available in a static method. */
    NO_INSTANCE,
    /** {@code result} is not available, because the method returns {@code void}. */
    NO_RESULT,
    /** {@code result} is a deferred result with several values or none, such as a {@code Flux}. */
    NO_SINGLE_VALUE,
    /** The member of a composed annotation is not a single value. */
    NO_CONSTANT,
    /** A type that the path uses is not on the class path. */
    MISSING_TYPE,
    /** A type that the path uses does not exist; another processor may still generate it. */
    NOT_YET_GENERATED
  }

  /** The start of a path. */
  sealed interface Root {

    /**
     * Returns the type with which generated code declares the root.
     *
     * @return the type, or null if the path starts at a type
     */
    @Nullable TypeName type();
  }

  /**
   * A parameter.
   *
   * @param name the name in the source
   * @param index the position in the source, from 0
   * @param type the type with which advice declares it
   */
  record Parameter(String name, int index, TypeName type) implements Root {}

  /**
   * The instance whose method is called.
   *
   * @param type the type with which advice declares it
   * @param atEnd whether it is read when the method ends, as for a constructor
   */
  record This(TypeName type, boolean atEnd) implements Root {}

  /**
   * The method's result.
   *
   * @param type the type with which advice declares it
   * @param completed whether it is the value with which a deferred result completes
   */
  record Result(TypeName type, boolean completed) implements Root {}

  /** A type; the first step is a static member of it. */
  record Static() implements Root {
    @Override
    public @Nullable TypeName type() {
      return null;
    }
  }

  /**
   * A step of a path.
   *
   * @param form the kind of access
   * @param name the member's name
   * @param type the type of the resulting value, as a local variable of generated code declares it
   * @param cast whether generated code must cast to that type
   * @param on the type that declares the member if the value's type does not: the class of a static
   *     member, a second bound of a type variable, or null
   * @param deprecated whether the member is deprecated
   */
  record Step(
      Form form,
      String name,
      TypeName type,
      boolean cast,
      @Nullable TypeName on,
      boolean deprecated) {}

  /** The kind of access of a step. */
  enum Form {
    /** Calls a method without arguments. */
    CALL,
    /** Reads a field, or the length of an array. */
    FIELD,
    /** Calls a static method without arguments. */
    STATIC_CALL,
    /** Reads a static field. */
    STATIC_FIELD,
    /** Reads the value of an {@code Optional}. */
    UNWRAP
  }
}
