package io.spanloom.processor.read.ai;

import io.spanloom.processor.model.AiField;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A type of an AI client, and the paths to the values that it has.
 *
 * <p>A path consists of accessors without arguments, separated by dots. Generated code skips values
 * that are null and unwraps each {@code Optional}. Three suffixes of an accessor:
 *
 * <ul>
 *   <li>{@code choices[]}: continues with each element of the collection
 *   <li>{@code isToolUse?}: continues, with the same object, if the condition is true
 *   <li>{@code tokenUsage<com.example.Usage>}: continues if the object is an instance of the type,
 *       which need not be on the class path; without an accessor, as the first segment, the object
 *       itself
 * </ul>
 *
 * @param name the canonical name
 * @param provider the provider, as in {@code gen_ai.provider.name}, or an empty string if the type
 *     is used for several
 * @param paths the paths
 * @param separateCache the providers for which the type does not include cached tokens in the input
 *     tokens, although it does for others
 */
record AiType(String name, String provider, List<Path> paths, Set<String> separateCache) {

  /**
   * The path to a value.
   *
   * @param field the meaning of the value
   * @param text the path
   * @param expected whether the newest version has all accessors, so that a missing one is reported
   */
  record Path(AiField field, String text, boolean expected) {}

  static AiType of(String name, String provider) {
    return new AiType(name, provider, List.of(), Set.of());
  }

  /** Adds a path. If the class path lacks one of its accessors, the processor reports it. */
  AiType with(AiField field, String path) {
    return with(new Path(field, path, true));
  }

  /** Adds a path that not all versions have. If its accessors are missing, so is the value. */
  AiType withOptional(AiField field, String path) {
    return with(new Path(field, path, false));
  }

  /** Returns another type with the same paths. */
  AiType named(String other) {
    return new AiType(other, provider, paths, separateCache);
  }

  /** Removes the paths to a value. */
  AiType without(AiField field) {
    return new AiType(
        name,
        provider,
        paths.stream().filter(path -> path.field() != field).toList(),
        separateCache);
  }

  private AiType with(Path path) {
    List<Path> all = new ArrayList<>(paths);
    all.add(path);
    return new AiType(name, provider, List.copyOf(all), separateCache);
  }

  /** Adds the paths of another type to which an accessor leads. */
  AiType with(String accessor, AiType other) {
    List<Path> all = new ArrayList<>(paths);
    other.paths.forEach(
        path -> all.add(new Path(path.field, accessor + "." + path.text, path.expected)));
    return new AiType(name, provider, List.copyOf(all), other.separateCache);
  }

  AiType separateCache(String... providers) {
    return new AiType(name, provider, paths, Set.of(providers));
  }
}
