package io.spanloom.weaver.plan;

import io.spanloom.weaver.Problem;
import io.spanloom.weaver.WeaveException;
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

/** The folder that javac filled: the class files in it that concern Spanloom, by binary name. */
public final class ClassFolder {

  private static final String SUFFIX = ".class";
  private static final String MODULE = "module-info";

  /** The version of class files before Java 1.1, from which Java's versions count. */
  private static final int BEFORE_JAVA = 44;

  private final Path root;
  private final Map<String, ClassFacts> facts = new TreeMap<>();
  private final List<Problem> warnings = new ArrayList<>();
  private @Nullable ModuleNode module;

  private ClassFolder(Path root) {
    this.root = root;
  }

  public static ClassFolder read(Path folder) throws WeaveException, IOException {
    // A folder that is a link would not be walked.
    ClassFolder result = new ClassFolder(folder.toRealPath());
    List<Path> files = classFiles(result.root);
    Set<Path> all = new HashSet<>(files);
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      if (file.equals(result.fileOf(MODULE))) {
        result.module = read(file, bytes, ClassFolder::module);
      } else if (ClassFactsReader.concerns(bytes) || isAspectOrTarget(file, all)) {
        result.add(file, read(file, bytes, ClassFactsReader::read));
      }
    }
    result.addHolders();
    return result;
  }

  /** Reads the classes that bear an annotation for the methods of others. */
  private void addHolders() throws WeaveException, IOException {
    Set<String> holders = new TreeSet<>();
    for (ClassFacts type : facts.values()) {
      if (type.aspect() != null) {
        type.aspect().inherited().values().forEach(inherited -> holders.add(inherited.holder()));
      }
    }
    holders.removeAll(facts.keySet());
    for (String holder : holders) {
      Path file = fileOf(holder);
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

  /** Whether a file must be looked at even if it is cut off before it names Spanloom. */
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
          Problem.Code.BROKEN_CLASS,
          version > Opcodes.V28
              ? file
                  + " was compiled for Java "
                  + (version - BEFORE_JAVA)
                  + ", which is newer than this Spanloom knows, so nothing was woven; compile it"
                  + " with a lower --release."
              : file
                  + " is not a whole class file, so nothing was woven; delete it and compile"
                  + " again.");
    }
  }

  /** The version of a class file, or 0 if it is none. */
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
              Problem.Code.MISPLACED_CLASS,
              "Class file "
                  + root.relativize(file)
                  + " has traced methods, but was not woven, since no class loader finds "
                  + read.name()
                  + " there; run the weaver on the folder that it belongs to."));
    }
  }

  public Path root() {
    return root;
  }

  /** The classes that name anything of Spanloom, sorted by name. */
  public Map<String, ClassFacts> facts() {
    return facts;
  }

  /** What the user should know of the other class files. */
  public List<Problem> warnings() {
    return warnings;
  }

  public @Nullable ModuleNode module() {
    return module;
  }

  public Path fileOf(String binaryName) {
    return root.resolve(binaryName.replace('.', '/') + SUFFIX);
  }
}
