package io.spanloom.processor;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.JavaFile;
import io.spanloom.processor.check.Report;
import io.spanloom.processor.check.Rules;
import io.spanloom.processor.model.TracedType;
import io.spanloom.processor.model.Workflows;
import io.spanloom.processor.read.TypeReader;
import io.spanloom.processor.read.annotation.Accessors;
import io.spanloom.processor.read.annotation.AnnotationResolver;
import io.spanloom.processor.read.annotation.SpanAnnotations;
import io.spanloom.processor.read.type.Readiness;
import io.spanloom.processor.weave.CompilationWeaver;
import io.spanloom.processor.write.AspectWriter;
import io.spanloom.processor.write.Imports;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Generates an aspect for each class with traced methods: reads the class, checks it, and writes
 * the aspect if there are no errors.
 *
 * <p>A class that depends on types that another processor has yet to generate is deferred to a
 * later round; javac reports types that are never generated. Annotations are claimed only if no
 * other processor follows, so that other processors see them too.
 */
public final class AspectProcessor extends AbstractProcessor {

  private @Nullable Readiness readiness;
  private @Nullable SpanDescriptions descriptions;
  private @Nullable StepIndex workflows;
  private @Nullable CompilationWeaver weaver;
  private @Nullable PropagationGenerator propagation;
  private final LombokRounds lombok = new LombokRounds();
  private final boolean last = ProcessorPath.isLast(SpansProcessor.class);
  private Set<String> deferred = Set.of();
  private final WrittenAspects written = new WrittenAspects();

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    // The names of composed annotations are unknown.
    return Set.of("*");
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Options.NAMES;
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    Messages messages = new Messages(environment);
    CompilationWeaver compilation = new CompilationWeaver(environment, messages::print);
    weaver = compilation;
    propagation = new PropagationGenerator(environment, compilation);
    Options.check(environment.getOptions(), messages);
  }

  @Override
  @SuppressWarnings("DoNotClaimAnnotations") // The last processor hides nothing from others.
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Messages messages = new Messages(processingEnv);
    Readiness ready = readiness();
    SpanAnnotations spanAnnotations = new SpanAnnotations();
    AnnotationResolver resolver =
        new AnnotationResolver(
            processingEnv.getElementUtils(),
            processingEnv.getTypeUtils(),
            new Accessors(processingEnv),
            spanAnnotations);
    TypeReader reader = new TypeReader(processingEnv, resolver, ready, Imports.REFERENCES);
    if (round.processingOver()) {
      if (lombok.isWaiting()) {
        List<TracedType> types = new ArrayList<>();
        deferred().forEach(type -> read(type, reader, messages, types));
        trace(types, new LinkedHashSet<>(), messages);
      } else {
        reportMissing(reader, ready, messages);
      }
      if (!round.errorRaised() && !weaver().isActive()) {
        written.reportUnwoven(messages);
      }
      return false;
    }
    Objects.requireNonNull(propagation).process(round, messages);
    ready.addRound(round.getRootElements());
    lombok.addRound(round.getRootElements());
    Set<String> stillDeferred = new LinkedHashSet<>();
    List<TracedType> types = new ArrayList<>();
    for (TypeElement type : CandidateClasses.of(annotations, round, resolver, deferred())) {
      if (lombok.isWaiting() || !ready.isReady(type) || !read(type, reader, messages, types)) {
        stillDeferred.add(ClassName.get(type).canonicalName());
      }
    }
    trace(types, stillDeferred, messages);
    if (lombok.isWaiting()) {
      stillDeferred.addAll(lombok.users());
    }
    deferred = stillDeferred;
    return last && annotations.stream().allMatch(spanAnnotations::isConsumed);
  }

  private List<TypeElement> deferred() {
    return deferred.stream()
        .map(processingEnv.getElementUtils()::getTypeElement)
        .filter(Objects::nonNull)
        .toList();
  }

  /** Reports missing library types in classes that are still deferred; javac does not. */
  private void reportMissing(TypeReader reader, Readiness ready, Messages messages) {
    for (String name : deferred) {
      TypeElement element = processingEnv.getElementUtils().getTypeElement(name);
      if (element != null && ready.isReady(element)) {
        TracedType type = reader.read(element);
        if (type.isMissingLibraryType()) {
          Rules.check(type, workflows().known()).diagnostics().forEach(messages::print);
        }
      }
    }
  }

  private Readiness readiness() {
    Readiness result = readiness;
    if (result == null) {
      result = new Readiness(processingEnv.getTypeUtils());
      readiness = result;
    }
    return result;
  }

  private SpanDescriptions descriptions() {
    SpanDescriptions result = descriptions;
    if (result == null) {
      result = new SpanDescriptions(processingEnv.getFiler(), processingEnv.getElementUtils());
      descriptions = result;
    }
    return result;
  }

  private StepIndex workflows() {
    StepIndex result = workflows;
    if (result == null) {
      result =
          new StepIndex(processingEnv.getFiler(), processingEnv.getElementUtils(), readiness());
      workflows = result;
    }
    return result;
  }

  private CompilationWeaver weaver() {
    return Objects.requireNonNull(weaver, "init() has not been called");
  }

  /** Reads a class; returns false to defer it. */
  private static boolean read(
      TypeElement type, TypeReader reader, Messages messages, List<TracedType> into) {
    try {
      TracedType read = reader.read(type);
      if (read.mayResolveLater()) {
        return false;
      }
      if (!read.methods().isEmpty() || !read.untracedImplementations().isEmpty()) {
        into.add(read);
      }
    } catch (RuntimeException | StackOverflowError fault) {
      messages.print(FailedGeneration.internal(type, fault));
    }
    return true;
  }

  /** Traces classes. Those with steps wait for deferred classes, which may have further steps. */
  private void trace(List<TracedType> types, Set<String> deferredTypes, Messages messages) {
    boolean complete = deferredTypes.isEmpty();
    types.forEach(workflows()::add);
    for (TracedType type : types) {
      if (complete || Workflows.stepsOf(type).isEmpty()) {
        trace(type, messages);
      } else {
        deferredTypes.add(type.canonicalName());
      }
    }
  }

  /** Writes a class's aspect, or reports its errors. */
  private void trace(TracedType type, Messages messages) {
    try {
      Report report = Rules.check(type, workflows().known());
      report.diagnostics().forEach(messages::print);
      if (report.isClean()) {
        workflows().store(type);
        if (!(type.traced().isEmpty() && type.excluded().isEmpty())) {
          write(workflows().known().place(type), messages);
        }
      }
    } catch (RuntimeException | StackOverflowError fault) {
      messages.print(FailedGeneration.internal((TypeElement) type.location().element(), fault));
    }
  }

  private void write(TracedType type, Messages messages) {
    JavaFile aspect =
        new AspectWriter(SpansProcessor.class.getName(), ProjectVersion.VALUE).write(type);
    String name = aspect.typeSpec.name;
    try {
      aspect.writeTo(processingEnv.getFiler());
      descriptions().write(type);
      weaver().add(type);
      written.add(type);
    } catch (FilerException taken) {
      messages.print(
          FailedGeneration.nameTaken(
              type, name, processingEnv.getElementUtils().getTypeElement(qualifiedName(aspect))));
    } catch (IOException failure) {
      messages.print(FailedGeneration.notWritten(type.location(), name, failure));
    }
  }

  private static String qualifiedName(JavaFile file) {
    return (file.packageName.isEmpty() ? "" : file.packageName + ".") + file.typeSpec.name;
  }
}
