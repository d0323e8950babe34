package io.spanloom.processor;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.JavaFile;
import io.spanloom.processor.check.Code;
import io.spanloom.processor.check.Report;
import io.spanloom.processor.check.Rules;
import io.spanloom.processor.model.AiAttributes;
import io.spanloom.processor.model.TracedType;
import io.spanloom.processor.read.TypeReader;
import io.spanloom.processor.read.annotation.Accessors;
import io.spanloom.processor.read.annotation.AnnotationResolver;
import io.spanloom.processor.read.annotation.Exclusions;
import io.spanloom.processor.read.annotation.SpanAnnotations;
import io.spanloom.processor.read.type.Readiness;
import io.spanloom.processor.weave.CompilationWeaver;
import io.spanloom.processor.write.AspectWriter;
import io.spanloom.processor.write.Imports;
import java.io.IOException;
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
import javax.tools.Diagnostic.Kind;
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
  private @Nullable CompilationWeaver weaver;
  private final LombokRounds lombok = new LombokRounds();
  private final boolean last = ProcessorPath.isLast(SpansProcessor.class);
  private Set<String> deferred = Set.of();
  private int writtenAspects;
  private int writtenMethods;

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
    return Set.of(Exclusions.OPTION, CompilationWeaver.OPTION, AiAttributes.OPTION);
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    Messages messages = new Messages(environment);
    weaver = new CompilationWeaver(environment, messages::print);
    String names = environment.getOptions().get(AiAttributes.OPTION);
    if (names != null && AiAttributes.of(names).isEmpty()) {
      messages.print(
          Kind.WARNING,
          Code.INVALID_OPTION,
          "The option -A%s=%s is ignored, because it must be genai, ai or both."
              .formatted(AiAttributes.OPTION, names));
    }
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
        deferred().forEach(type -> trace(type, reader, messages));
      } else {
        reportMissing(reader, ready, messages);
      }
      reportWritten(messages, round);
      return false;
    }
    ready.addRound(round.getRootElements());
    lombok.addRound(round.getRootElements());
    Set<String> stillDeferred = new LinkedHashSet<>();
    for (TypeElement type : Candidates.of(annotations, round, resolver, deferred())) {
      if (lombok.isWaiting() || !ready.isReady(type) || !trace(type, reader, messages)) {
        stillDeferred.add(ClassName.get(type).canonicalName());
      }
    }
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
          Rules.check(type).diagnostics().forEach(messages::print);
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

  private CompilationWeaver weaver() {
    return Objects.requireNonNull(weaver, "init() has not been called");
  }

  /** Reads and writes a class; returns false to defer it. */
  private boolean trace(TypeElement type, TypeReader reader, Messages messages) {
    try {
      return trace(reader.read(type), messages);
    } catch (RuntimeException | StackOverflowError fault) {
      messages.print(FailedGeneration.internal(type, fault));
      return true;
    }
  }

  /** Writes a class's aspect, or reports its errors; returns false to defer the class. */
  private boolean trace(TracedType type, Messages messages) {
    if (type.methods().isEmpty() && type.untracedImplementations().isEmpty()) {
      return true;
    }
    if (type.mayResolveLater()) {
      return false;
    }
    Report report = Rules.check(type);
    report.diagnostics().forEach(messages::print);
    if (report.isClean() && !(type.traced().isEmpty() && type.excluded().isEmpty())) {
      write(type, messages);
    }
    return true;
  }

  private void write(TracedType type, Messages messages) {
    JavaFile aspect =
        new AspectWriter(SpansProcessor.class.getName(), ProjectVersion.VALUE).write(type);
    String name = aspect.typeSpec.name;
    try {
      aspect.writeTo(processingEnv.getFiler());
      descriptions().write(type);
      weaver().add(type);
      writtenAspects += type.traced().isEmpty() ? 0 : 1;
      writtenMethods += type.traced().size();
    } catch (FilerException taken) {
      messages.print(
          FailedGeneration.nameTaken(
              type, name, processingEnv.getElementUtils().getTypeElement(qualifiedName(aspect))));
    } catch (IOException failure) {
      messages.print(FailedGeneration.notWritten(type, name, failure));
    }
  }

  private static String qualifiedName(JavaFile file) {
    return (file.packageName.isEmpty() ? "" : file.packageName + ".") + file.typeSpec.name;
  }

  private void reportWritten(Messages messages, RoundEnvironment round) {
    if (writtenAspects > 0 && !round.errorRaised() && !weaver().isActive()) {
      messages.print(
          Kind.NOTE,
          Code.GENERATED,
          counted(writtenMethods, "traced method", "traced methods")
              + " in "
              + counted(writtenAspects, "class", "classes")
              + ". This compilation does not weave them: spans are recorded once spanloom-maven-plugin"
              + " or io.spanloom.weaver.Main has woven the compiled classes.");
    }
  }

  private static String counted(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
