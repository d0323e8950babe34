package io.spanloom.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.spanloom.processor.model.KnownStep;
import io.spanloom.processor.model.TracedType;
import io.spanloom.processor.model.Workflows;
import io.spanloom.processor.read.type.Readiness;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * The steps of workflows, in this compilation and in its dependencies.
 *
 * <p>A compiler cannot list the resources of its class path, but it can look up one by its name. So
 * each step has a resource whose name is derived from the names of the workflow and the step. It
 * contains the names of the other steps, which leads to their resources.
 */
final class StepIndex {

  private final Filer filer;
  private final Elements elements;
  private final Readiness readiness;
  private final Workflows known = new Workflows();
  private final Set<String> lookedUp = new HashSet<>();
  private final Set<String> stored = new HashSet<>();
  private @Nullable List<String> modules;

  StepIndex(Filer filer, Elements elements, Readiness readiness) {
    this.filer = filer;
    this.elements = elements;
    this.readiness = readiness;
  }

  /** Returns the steps that are known so far. */
  Workflows known() {
    return known;
  }

  /** Adds the steps of a class, and the other steps of their workflows. */
  void add(TracedType type) {
    known.add(type);
    for (KnownStep step : Workflows.stepsOf(type)) {
      Deque<String> names = new ArrayDeque<>(step.after());
      names.add(step.name());
      while (!names.isEmpty()) {
        String name = names.remove();
        find(step.workflow(), name)
            .ifPresent(
                found -> {
                  KnownStep other = found.step(step.workflow(), name);
                  if (isInDependency(other.className())) {
                    known.add(other);
                    names.addAll(other.after());
                  }
                  names.addAll(found.members());
                });
      }
    }
  }

  /** Finds what an earlier compilation stored about a step, once. */
  private Optional<StepFile> find(String workflow, String name) {
    String file = StepFile.nameOf(workflow, name);
    if (!lookedUp.add(file)) {
      return Optional.empty();
    }
    return StepFile.read(filer, StandardLocation.CLASS_PATH, "", file)
        .or(
            () ->
                libraryModules().stream()
                    .flatMap(
                        module ->
                            StepFile.read(filer, StandardLocation.MODULE_PATH, module, file)
                                .stream())
                    .findFirst());
  }

  private List<String> libraryModules() {
    List<String> result = modules;
    if (result == null) {
      result =
          elements.getAllModuleElements().stream()
              .map(module -> module.getQualifiedName() + "/")
              .filter(name -> name.length() > 1)
              .filter(name -> !name.startsWith("java.") && !name.startsWith("jdk."))
              .toList();
      modules = result;
    }
    return result;
  }

  /** Returns whether a class still exists and is not compiled again, possibly without the step. */
  private boolean isInDependency(String className) {
    return find(className).filter(type -> !readiness.isCompiledHere(type)).isPresent();
  }

  /** Finds a class by its binary name, in which a dollar sign may be part of a simple name. */
  private Optional<TypeElement> find(String binaryName) {
    TypeElement topLevel = elements.getTypeElement(binaryName);
    if (topLevel != null) {
      return Optional.of(topLevel);
    }
    return IntStream.range(0, binaryName.length())
        .filter(i -> binaryName.charAt(i) == '$')
        .mapToObj(
            i ->
                find(binaryName.substring(0, i))
                    .flatMap(outer -> memberOf(outer, binaryName.substring(i + 1))))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<TypeElement> memberOf(TypeElement outer, String name) {
    return ElementFilter.typesIn(outer.getEnclosedElements()).stream()
        .filter(member -> member.getSimpleName().contentEquals(name))
        .findFirst();
  }

  /** Stores the steps of a class for the compilations that depend on this one. */
  void store(TracedType type) {
    for (KnownStep step : Workflows.stepsOf(type)) {
      String file = StepFile.nameOf(step.workflow(), step.name());
      if (stored.add(file)) {
        StepFile content = StepFile.of(step, known.names(step.workflow()));
        store(file, content, type.location().element());
      }
    }
  }

  private void store(String file, StepFile content, Element element) {
    String module = String.valueOf(elements.getModuleOf(element));
    for (String prefix :
        module.isEmpty() || module.equals("unnamed module")
            ? List.of("")
            : List.of("", module + "/")) {
      try (OutputStream out =
          filer
              .createResource(StandardLocation.CLASS_OUTPUT, prefix, file, element)
              .openOutputStream()) {
        out.write(content.text().getBytes(UTF_8));
        return;
      } catch (FilerException alreadyWritten) {
        return;
      } catch (IOException | RuntimeException notInThisOutput) {
        // Only dependent compilations miss the step, and they report that they do.
      }
    }
  }
}
