package io.spanloom.weaver;

import io.spanloom.weaver.plan.ClassFacts;
import io.spanloom.weaver.plan.CompiledClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * An aspect in a class folder and its weaving state.
 *
 * @param name the aspect's binary name
 * @param target the binary name of the class that the aspect advises
 * @param methods name and descriptor of each method that the aspect advises
 * @param woven the advised methods that call the aspect
 */
public record AspectState(String name, String target, Set<String> methods, Set<String> woven) {

  /**
   * Copies the sets.
   *
   * @param name the aspect's binary name
   * @param target the binary name of the class that the aspect advises
   * @param methods name and descriptor of each method that the aspect advises
   * @param woven the advised methods that call the aspect
   */
  public AspectState {
    methods = Set.copyOf(methods);
    woven = Set.copyOf(woven);
  }

  /**
   * Reads the aspects in a class folder without changing it.
   *
   * @param classes javac's output folder
   * @return the aspects, sorted by name
   * @throws WeaveException if the folder or one of its class files cannot be read
   */
  public static List<AspectState> read(Path classes) throws WeaveException {
    try {
      CompiledClasses compiled = CompiledClasses.read(ClassFolder.of(classes));
      List<AspectState> result = new ArrayList<>();
      for (ClassFacts type : compiled.facts().values()) {
        if (type.aspect() != null) {
          result.add(of(type.name(), type.aspect(), compiled));
        }
      }
      return result;
    } catch (UncheckedIOException failure) {
      throw unreadable(classes, Objects.requireNonNull(failure.getCause()));
    } catch (IOException failure) {
      throw unreadable(classes, failure);
    }
  }

  private static AspectState of(
      String name, ClassFacts.AspectFacts aspect, CompiledClasses compiled) {
    ClassFacts target = compiled.facts().get(aspect.target());
    Set<String> woven = target == null ? Set.of() : target.calls().keySet();
    if (aspect.reduced()) {
      return new AspectState(name, aspect.target(), woven, woven);
    }
    Set<String> advised = new TreeSet<>(woven);
    advised.retainAll(aspect.methods());
    return new AspectState(name, aspect.target(), aspect.methods(), advised);
  }

  private static WeaveException unreadable(Path classes, IOException failure) {
    return new WeaveException(
        WeaverCode.FOLDER_ACCESS,
        "Class folder " + classes + " could not be read: " + failure + ".",
        failure);
  }
}
