package io.spanloom.processor.weave;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.spanloom.processor.model.PropagatingType;
import io.spanloom.processor.model.SourceLocation;
import io.spanloom.processor.model.TracedMethod;
import io.spanloom.processor.model.TracedType;
import io.spanloom.weaver.Problem;
import io.spanloom.weaver.WeaverCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Points messages at annotations after javac has discarded the syntax trees. It keeps offsets only,
 * and parses the source again for the rare message. Messages come class by class, so it keeps the
 * trees of one file.
 */
final class AnnotationPositions {

  private final Trees trees;
  private final Map<String, Annotations> byType = new HashMap<>();
  private final Map<String, Offset> propagating = new HashMap<>();
  private Map<String, JavaFileObject> sources = Map.of();
  private @Nullable ParsedFile parsed;

  AnnotationPositions(JavacTask task) {
    this.trees = Trees.instance(task);
  }

  /**
   * The offsets of a type's annotations.
   *
   * @param source the type's source file
   * @param byMethod by name and descriptor of the method
   */
  private record Annotations(JavaFileObject source, Map<String, Long> byMethod) {}

  /** The trees of a source file. */
  private record ParsedFile(
      JavaFileObject source, List<CompilationUnitTree> units, SourcePositions positions) {}

  /** The offset of an annotation in a source file. */
  private record Offset(JavaFileObject source, long value) {}

  /** Remembers the annotations of a type whose trees javac still has. */
  void add(TracedType type) {
    TreePath path = trees.getPath(type.location().element());
    if (path == null) {
      return;
    }
    CompilationUnitTree unit = path.getCompilationUnit();
    SourcePositions positions = trees.getSourcePositions();
    Map<String, Long> byMethod = new HashMap<>();
    for (TracedMethod method : type.traced()) {
      Tree tree = treeOf(method.span().location());
      long offset = tree == null ? Diagnostic.NOPOS : positions.getStartPosition(unit, tree);
      if (offset != Diagnostic.NOPOS) {
        byMethod.put(method.id().descriptor(), offset);
      }
    }
    byType.put(type.binaryName(), new Annotations(unit.getSourceFile(), byMethod));
  }

  private @Nullable Tree treeOf(SourceLocation location) {
    return location.annotation() == null
        ? trees.getTree(location.element())
        : trees.getTree(location.element(), location.annotation());
  }

  /** Remembers the annotation of a type that propagates the context. */
  void add(PropagatingType type) {
    Element element = type.location().element();
    TreePath path = trees.getPath(element);
    Tree tree = path == null ? null : treeOf(type.location());
    if (tree != null) {
      CompilationUnitTree unit = path.getCompilationUnit();
      propagating.put(
          type.binaryName(),
          new Offset(
              unit.getSourceFile(), trees.getSourcePositions().getStartPosition(unit, tree)));
    }
  }

  /** Adds the source files of the classes that the compilation wrote, by binary name. */
  void addSources(Map<String, JavaFileObject> files) {
    sources = files;
  }

  /**
   * Prints a message at the call, the annotated method or the annotated class that has the problem.
   *
   * @return whether the position is known and the message was printed
   */
  boolean print(Diagnostic.Kind kind, Problem problem) {
    String className = problem.className();
    if (className == null) {
      return false;
    }
    String text = problem.toString();
    JavaFileObject file = sources.get(className);
    if (problem.call() != null && file != null) {
      String code = problem.code().id();
      String accepting = text + " To accept this, add @SuppressWarnings(\"" + code + "\").";
      return print(kind, accepting, file, new CallFinder(problem.call(), code));
    }
    Offset offset = problem.code() == WeaverCode.NO_TASK ? propagating.get(className) : null;
    if (offset != null) {
      return print(kind, text, offset.source(), new OffsetFinder(offset.value()));
    }
    return printAtMethod(kind, text, className, problem.method());
  }

  private boolean printAtMethod(
      Diagnostic.Kind kind, String text, String className, @Nullable String method) {
    Annotations annotations = byType.get(className);
    if (annotations != null) {
      Long offset =
          method == null
              ? annotations.byMethod().values().stream().min(Long::compare).orElse(null)
              : annotations.byMethod().get(method);
      return offset != null && print(kind, text, annotations.source(), new OffsetFinder(offset));
    }
    JavaFileObject source = sources.get(className);
    return source != null
        && method != null
        && print(
            kind, text, source, new LocalClassFinder(method.substring(0, method.indexOf('('))));
  }

  private boolean print(
      Diagnostic.Kind kind, String text, JavaFileObject source, TreeFinder finder) {
    try {
      ParsedFile file = parse(source);
      for (CompilationUnitTree unit : file.units()) {
        Tree annotation = finder.find(unit, file.positions());
        if (annotation != null) {
          if (!finder.isSuppressed(unit, file.positions())) {
            trees.printMessage(kind, text, annotation, unit);
          }
          return true;
        }
      }
    } catch (Exception unreadable) {
      // The message is more important than its position.
    }
    return false;
  }

  private ParsedFile parse(JavaFileObject source) throws IOException {
    ParsedFile last = parsed;
    if (last != null && last.source().equals(source)) {
      return last;
    }
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    // Without a processor path, javac would look for plugins on the class path.
    JavacTask parser =
        (JavacTask)
            javac.getTask(
                null,
                null,
                ignored -> {},
                List.of("-proc:none", "-processorpath", ""),
                null,
                List.of(source));
    List<CompilationUnitTree> units = new ArrayList<>();
    parser.parse().forEach(units::add);
    ParsedFile result =
        new ParsedFile(source, List.copyOf(units), Trees.instance(parser).getSourcePositions());
    parsed = result;
    return result;
  }
}
