package io.spanloom.weaver.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.spanloom.weaver.ClassFiles;
import io.spanloom.weaver.Problem;
import io.spanloom.weaver.WeaveException;
import io.spanloom.weaver.WeaverCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.ModuleNode;

/** The classes of a compilation that the weaver needs, by binary name. */
public final class CompiledClasses {

  private static final byte[] SPANLOOM_PACKAGE = "Lio/spanloom/".getBytes(UTF_8);
  private static final String MODULE_INFO = "module-info";

  /** The difference between a class file's major version and its Java version. */
  private static final int VERSION_OFFSET = 44;

  private final ClassFiles files;
  private final Map<String, ClassFacts> facts = new TreeMap<>();
  private final List<Problem> warnings = new ArrayList<>();
  private @Nullable ModuleNode module;

  private CompiledClasses(ClassFiles files) {
    this.files = files;
  }

  /**
   * Reads the class files of a compilation.
   *
   * @throws WeaveException if a class file that the weaver needs cannot be parsed
   * @throws IOException if a file cannot be listed or read
   */
  public static CompiledClasses read(ClassFiles files) throws WeaveException, IOException {
    CompiledClasses result = new CompiledClasses(files);
    Collection<String> names = files.names();
    Set<String> all = new HashSet<>(names);
    for (String name : names) {
      byte[] bytes = files.read(name);
      if (bytes == null) {
        continue; // deleted since it was listed
      }
      if (name.equals(MODULE_INFO)) {
        result.module = result.parse(name, bytes, CompiledClasses::module);
      } else if (mentionsSpanloom(bytes) || isAspectOrTarget(name, all)) {
        result.add(name, bytes);
      }
    }
    result.addAnnotatedTypes();
    return result;
  }

  /**
   * Adds the types whose annotations apply to methods of other classes, and the classes of aspects
   * that were compiled without them.
   */
  private void addAnnotatedTypes() throws WeaveException, IOException {
    Set<String> annotatedTypes = new TreeSet<>();
    for (ClassFacts type : facts.values()) {
      if (type.aspect() != null) {
        annotatedTypes.add(type.aspect().target());
        for (InheritedAnnotation inherited : type.aspect().inherited().values()) {
          annotatedTypes.add(inherited.annotatedType());
        }
      }
    }
    annotatedTypes.removeAll(facts.keySet());
    for (String name : annotatedTypes) {
      byte[] bytes = files.read(name);
      if (bytes != null) {
        add(name, bytes);
      }
    }
  }

  /** Returns whether a class file mentions a Spanloom type; most do not and need no parsing. */
  private static boolean mentionsSpanloom(byte[] classFile) {
    int last = classFile.length - SPANLOOM_PACKAGE.length;
    for (int start = 0; start <= last; start++) {
      int i = 0;
      while (i < SPANLOOM_PACKAGE.length && classFile[start + i] == SPANLOOM_PACKAGE[i]) {
        i++;
      }
      if (i == SPANLOOM_PACKAGE.length) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a class must be parsed even if it is truncated before it mentions Spanloom. */
  private static boolean isAspectOrTarget(String name, Set<String> all) {
    return ClassFacts.isAspect(name) || all.contains(ClassFacts.aspectOf(name));
  }

  private static ModuleNode module(byte[] classFile) {
    ClassNode node = new ClassNode();
    ClassReader reader = new ClassReader(classFile);
    TruncationCheck.require(reader, classFile.length);
    reader.accept(node, ClassReader.SKIP_DEBUG);
    return node.module;
  }

  private <T> T parse(String name, byte[] bytes, Function<byte[], T> reader) throws WeaveException {
    try {
      return reader.apply(bytes);
    } catch (RuntimeException broken) {
      int version = version(bytes);
      String file = files.location(name);
      throw new WeaveException(
          WeaverCode.BROKEN_CLASS,
          version > Opcodes.V28
              ? file
                  + " was compiled for Java "
                  + (version - VERSION_OFFSET)
                  + ", which this version of Spanloom does not support, so nothing was woven;"
                  + " compile it with a lower --release."
              : file
                  + " is not a complete class file, so nothing was woven; delete it and recompile.");
    }
  }

  /** Returns the major version of a class file, or 0 if the bytes are not a class file. */
  private static int version(byte[] bytes) {
    boolean isClassFile =
        bytes.length > 7
            && bytes[0] == (byte) 0xCA
            && bytes[1] == (byte) 0xFE
            && bytes[2] == (byte) 0xBA
            && bytes[3] == (byte) 0xBE;
    return isClassFile ? Byte.toUnsignedInt(bytes[6]) << 8 | Byte.toUnsignedInt(bytes[7]) : 0;
  }

  private void add(String name, byte[] bytes) throws WeaveException {
    ClassFacts read = parse(name, bytes, ClassFactsReader::read);
    if (name.equals(read.name())) {
      facts.put(read.name(), read);
    } else if (!read.annotatedMethods().isEmpty() && !read.isWoven()) {
      warnings.add(
          new Problem(
              WeaverCode.MISPLACED_CLASS,
              "Class file "
                  + name.replace('.', '/')
                  + ".class has traced methods but was not woven, because it contains class "
                  + read.name()
                  + ", which class loaders do not look for there; run the weaver on the output"
                  + " folder of javac."));
    }
  }

  /**
   * Returns whether a class that this compilation lacks is on its class path.
   *
   * @throws IOException if the class path cannot be read
   */
  boolean isElsewhere(String name) throws IOException {
    return files.find(name) != null;
  }

  /** Returns the classes that mention a Spanloom type, sorted by binary name. */
  public Map<String, ClassFacts> facts() {
    return facts;
  }

  /**
   * Returns the texts that identify the calls to an aspect in a woven class, as in {@link
   * ClassFacts#calls}.
   *
   * @param name the binary name of an aspect
   * @throws IOException if its file cannot be read
   */
  Set<String> possibleCalls(String name, ClassFacts.AspectFacts aspect) throws IOException {
    Set<String> result = new HashSet<>(aspect.members());
    byte[] bytes = files.read(name);
    if (bytes != null) {
      ClassNode node = new ClassNode();
      new ClassReader(bytes).accept(node, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      DirectCall.of(node)
          .forEach(
              (advice, call) -> {
                result.remove(advice);
                result.add(call.key());
              });
    }
    return result;
  }

  /** Returns the warnings about class files that are not woven. */
  public List<Problem> warnings() {
    return warnings;
  }

  /** Returns the module descriptor, or null if the compilation has none. */
  public @Nullable ModuleNode module() {
    return module;
  }
}
