package io.spanloom.weaver.plan;

import io.spanloom.weaver.Problem;
import io.spanloom.weaver.WeaveException;
import io.spanloom.weaver.WeaverCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.ModuleNode;

/** The classes in javac's output folder that the weaver needs, by binary name. */
public final class ClassFolder {

  private static final String SUFFIX = ".class";
  private static final String MODULE_INFO = "module-info";

  /** The difference between a class file's major version and its Java version. */
  private static final int VERSION_OFFSET = 44;

  private final Path root;
  private final Map<String, ClassFacts> facts = new TreeMap<>();
  private final List<Problem> warnings = new ArrayList<>();
  private @Nullable ModuleNode module;

  private ClassFolder(Path root) {
    this.root = root;
  }

  /**
   * Reads a class folder.
   *
   * @throws WeaveException if a class file that the weaver needs cannot be parsed
   * @throws IOException if the folder or a file cannot be read
   */
  public static ClassFolder read(Path folder) throws WeaveException, IOException {
    // Files.walk does not follow a link, not even at its start.
    ClassFolder result = new ClassFolder(folder.toRealPath());
    List<Path> files = classFiles(result.root);
    Set<Path> all = new HashSet<>(files);
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      if (file.equals(result.fileOf(MODULE_INFO))) {
        result.module = read(file, bytes, ClassFolder::module);
      } else if (ClassFactsReader.mentionsSpanloom(bytes) || isAspectOrTarget(file, all)) {
        result.add(file, read(file, bytes, ClassFactsReader::read));
      }
    }
    result.addAnnotatedTypes();
    return result;
  }

  /** Adds the types whose annotations apply to methods of other classes. */
  private void addAnnotatedTypes() throws WeaveException, IOException {
    Set<String> annotatedTypes = new TreeSet<>();
    for (ClassFacts type : facts.values()) {
      if (type.aspect() != null) {
        for (InheritedAnnotation inherited : type.aspect().inherited().values()) {
          annotatedTypes.add(inherited.annotatedType());
        }
      }
    }
    annotatedTypes.removeAll(facts.keySet());
    for (String name : annotatedTypes) {
      Path file = fileOf(name);
      if (Files.isRegularFile(file)) {
        add(file, read(file, Files.readAllBytes(file), ClassFactsReader::read));
      }
    }
  }

  private static List<Path> classFiles(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX) && Files.isRegularFile(file))
          .sorted()
          .collect(Collectors.toList());
    }
  }

  /** Returns whether a file must be parsed even if it is truncated before it mentions Spanloom. */
  private static boolean isAspectOrTarget(Path file, Set<Path> all) {
    String name = file.getFileName().toString();
    String type = name.substring(0, name.length() - SUFFIX.length());
    return ClassFacts.isAspectFile(name)
        || all.contains(file.resolveSibling(ClassFacts.aspectOf(type) + SUFFIX));
  }

  private static ModuleNode module(byte[] classFile) {
    ClassNode node = new ClassNode();
    ClassReader reader = new ClassReader(classFile);
    TruncationCheck.require(reader, classFile.length);
    reader.accept(node, ClassReader.SKIP_DEBUG);
    return node.module;
  }

  private static <T> T read(Path file, byte[] bytes, Function<byte[], T> reader)
      throws WeaveException {
    try {
      return reader.apply(bytes);
    } catch (RuntimeException broken) {
      int version = version(bytes);
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

  private void add(Path file, ClassFacts read) {
    if (file.equals(fileOf(read.name()))) {
      facts.put(read.name(), read);
    } else if (!read.annotatedMethods().isEmpty() && !read.isWoven()) {
      warnings.add(
          new Problem(
              WeaverCode.MISPLACED_CLASS,
              "Class file "
                  + root.relativize(file)
                  + " has traced methods but was not woven, because no class loader finds "
                  + read.name()
                  + " there; run the weaver on the class folder it belongs to."));
    }
  }

  /** Returns the folder's real path. */
  public Path root() {
    return root;
  }

  /** Returns the classes that mention a Spanloom type, sorted by binary name. */
  public Map<String, ClassFacts> facts() {
    return facts;
  }

  /** Returns the warnings about class files that are not woven. */
  public List<Problem> warnings() {
    return warnings;
  }

  /** Returns the module descriptor, or null if the folder has none. */
  public @Nullable ModuleNode module() {
    return module;
  }

  /** Returns the path of a class's file, whether or not it exists. */
  public Path fileOf(String binaryName) {
    return root.resolve(binaryName.replace('.', '/') + SUFFIX);
  }
}
