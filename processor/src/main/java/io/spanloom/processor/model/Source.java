package io.spanloom.processor.model;

import com.squareup.javapoet.TypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the value of an attribute comes from. */
public sealed interface Source {

  /**
   * A value that a path leads to.
   *
   * @param root where the path begins
   * @param steps the way from there, empty for the root itself
   * @param text the path for people, its root included
   */
  record Path(Root root, List<Step> steps, String text) implements Source {

    /**
     * Returns whether the value is known only when the method has ended.
     *
     * @return true for a path that begins at the result
     */
    public boolean atEnd() {
      return root instanceof Result || (root instanceof This self && self.atEnd());
    }
  }

  /**
   * A value that never changes.
   *
   * @param value the value: a string, a boxed primitive, or the name of an enum's constant
   */
  record Literal(Object value) implements Source {}

  /**
   * The value of a baggage entry.
   *
   * @param entry the entry's name
   */
  record Baggage(String entry) implements Source {}

  /**
   * Several sources, or none, where there has to be one.
   *
   * @param members the members of the annotation that say a source
   */
  record Unclear(List<String> members) implements Source {}

  /**
   * A path that leads nowhere.
   *
   * @param fault why
   * @param text the path as the source has it
   * @param name the part that is at fault
   * @param typeText the type that it was looked for in, or what else it is about
   * @param choices what could stand in place of that part
   */
  record Broken(Fault fault, String text, String name, String typeText, List<String> choices)
      implements Source {}

  /** Why a path leads nowhere. */
  enum Fault {
    /** It is not names and calls without arguments, joined by dots. */
    SYNTAX,
    /** Its first name is no parameter, nor {@code this}, {@code result} or a type. */
    UNKNOWN_ROOT,
    /** A type has no such member. */
    UNKNOWN_MEMBER,
    /** The aspect may not use the member. */
    INACCESSIBLE,
    /** The aspect cannot name the type of a value on the way. */
    UNNAMEABLE,
    /** A method wants arguments. */
    WANTS_ARGUMENTS,
    /** A method returns nothing. */
    VOID,
    /** A primitive value has no members. */
    PRIMITIVE,
    /** A static method has no instance. */
    NO_INSTANCE,
    /** The method has no result. */
    NO_RESULT,
    /** A member of an own annotation is no single value. */
    NO_CONSTANT,
    /** A type on the way is not on the class path. */
    MISSING_TYPE,
    /** A type on the way is yet to be written by another processor, or never will be. */
    NOT_YET
  }

  /** Where a path begins. */
  sealed interface Root {}

  /**
   * A parameter.
   *
   * @param name its name in the source
   * @param index its position in the source, from 0
   * @param type its type as advice declares it
   */
  record Parameter(String name, int index, TypeName type) implements Root {}

  /**
   * The instance that the method runs on.
   *
   * @param type its type as advice declares it
   * @param atEnd whether it is looked at when the method has ended, as after a constructor
   */
  record This(TypeName type, boolean atEnd) implements Root {}

  /**
   * What the method returns.
   *
   * @param type its type as advice declares it
   * @param completed whether it is what the returned stage completes with
   */
  record Result(TypeName type, boolean completed) implements Root {}

  /** A type, whose static member is the first step. */
  record Static() implements Root {}

  /**
   * A step of a path.
   *
   * @param form what it does
   * @param name the member's name
   * @param type the type of what it gives, as a local variable of generated code declares it
   * @param cast whether generated code has to cast to that type
   * @param on the type that the member is looked up on where the value's own does not have it: of a
   *     static member its class, and null otherwise
   * @param deprecated whether the member is
   */
  record Step(
      Form form,
      String name,
      TypeName type,
      boolean cast,
      @Nullable TypeName on,
      boolean deprecated) {}

  /** What a step does. */
  enum Form {
    /** Calls a method without arguments. */
    CALL,
    /** Reads a field, or the length of an array. */
    FIELD,
    /** Calls a static method without arguments. */
    STATIC_CALL,
    /** Reads a static field. */
    STATIC_FIELD,
    /** Takes what is in an {@code Optional}. */
    UNWRAP
  }
}
