package io.spanloom.weaver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.ModuleNode;

/** The folder that javac filled: the class files in it that concern Spanloom, by binary name. */
final class ClassFolder {

  private static final String SUFFIX = ".class";
  private static final String MODULE = "module-info";

  private final Path root;
  private final Map<String, ClassFacts> facts;
  private final @Nullable ModuleNode module;

  private ClassFolder(Path root, Map<String, ClassFacts> facts, @Nullable ModuleNode module) {
    this.root = root;
    this.facts = facts;
    this.module = module;
  }

  static ClassFolder read(Path root) throws WeaveException, IOException {
    Map<String, ClassFacts> facts = new TreeMap<>();
    ModuleNode module = null;
    for (Path file : classFiles(root)) {
      byte[] bytes = Files.readAllBytes(file);
      try {
        if (root.relativize(file).toString().equals(MODULE + SUFFIX)) {
          ClassNode node = new ClassNode();
          new ClassReader(bytes).accept(node, ClassReader.SKIP_DEBUG);
          module = node.module;
        } else if (ClassFactsReader.concerns(bytes)) {
          ClassFacts read = ClassFactsReader.read(bytes);
          facts.put(read.name(), read);
        }
      } catch (RuntimeException broken) {
        throw new WeaveException(
            Problem.Code.BROKEN_CLASS,
            file
                + " is not a whole class file, so nothing was woven; delete it and compile again.");
      }
    }
    return new ClassFolder(root, facts, module);
  }

  private static List<Path> classFiles(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX) && Files.isRegularFile(file))
          .sorted()
          .collect(Collectors.toList());
    }
  }

  Path root() {
    return root;
  }

  /** The classes that name anything of Spanloom, sorted by name. */
  Map<String, ClassFacts> facts() {
    return facts;
  }

  @Nullable ModuleNode module() {
    return module;
  }

  Path fileOf(String binaryName) {
    return root.resolve(binaryName.replace('.', '/') + SUFFIX);
  }
}
