package io.spanloom.weaver;

import io.spanloom.weaver.plan.ClassFacts;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The class files of one compilation and the classes that it was compiled against, by binary name.
 * {@code module-info} counts as a class. Used by several threads at once; only one of them prepares
 * and replaces.
 */
public interface ClassFiles extends ClassFinder {

  /**
   * Returns the name of a class's aspect.
   *
   * @param name the binary name of the class
   * @return the binary name of its aspect, whether or not it has one
   */
  static String aspectOf(String name) {
    return ClassFacts.aspectOf(name);
  }

  /**
   * Returns the classes that the weaver looks at: those of the class folder, or those that the
   * compilation wrote.
   *
   * @return their names, sorted
   * @throws IOException if they cannot be listed
   */
  Collection<String> names() throws IOException;

  /**
   * Reads one of the class files.
   *
   * @param name the binary name of a class of the compilation, listed or not
   * @return its bytes, or null if there is no such class file
   * @throws IOException if it cannot be read
   */
  byte @Nullable [] read(String name) throws IOException;

  /**
   * Reads a class file of the compilation or, if it has none of that name, of the class path or
   * module path.
   *
   * @param name a binary name; not that of a JDK type
   * @return its bytes, or null if the class is missing
   * @throws IOException if it cannot be read
   */
  @Override
  byte @Nullable [] find(String name) throws IOException;

  /**
   * Returns the location of a class file, for messages.
   *
   * @param name the binary name of a class of the compilation
   * @return a path or URI
   */
  String location(String name);

  /**
   * Stores the new bytes of a class file without replacing it yet.
   *
   * @param name the binary name of a listed class
   * @param content its new bytes
   * @throws IOException if they cannot be stored
   */
  void prepare(String name, byte[] content) throws IOException;

  /**
   * Replaces all class files that new bytes were prepared for.
   *
   * @param order the order of replacing, by name
   * @throws IOException if one of them cannot be replaced; then all are as before
   * @throws WeaveException if, after a failure, one of the others cannot be restored
   */
  void replace(Comparator<String> order) throws IOException, WeaveException;

  /** Discards what was prepared and has replaced nothing. Does nothing after {@link #replace}. */
  void cancel();

  /**
   * Deletes a class file, so that an incremental build compiles it again.
   *
   * @param name the binary name of a class of the compilation
   * @throws IOException if it cannot be deleted
   */
  void delete(String name) throws IOException;
}
