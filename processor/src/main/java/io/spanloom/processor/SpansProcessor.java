package io.spanloom.processor;

import com.google.auto.service.AutoService;
import java.util.Set;
import javax.annotation.processing.Completion;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * The annotation processor that compilers start. It forwards to an {@link AspectProcessor} whose
 * classes, and those of the weaver, stay loaded for the next compilation in the same JVM.
 */
@AutoService(Processor.class)
public final class SpansProcessor implements Processor {

  private final Processor processor = ProcessorClasses.newInstance(AspectProcessor.class);

  /** Called by the compiler. */
  public SpansProcessor() {}

  @Override
  public Set<String> getSupportedOptions() {
    return processor.getSupportedOptions();
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return processor.getSupportedAnnotationTypes();
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return processor.getSupportedSourceVersion();
  }

  @Override
  public void init(ProcessingEnvironment environment) {
    processor.init(environment);
  }

  @Override
  @SuppressWarnings("DoNotClaimAnnotations") // The last processor hides nothing from others.
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return processor.process(annotations, round);
  }

  @Override
  public Iterable<? extends Completion> getCompletions(
      Element element, AnnotationMirror annotation, ExecutableElement member, String userText) {
    return processor.getCompletions(element, annotation, member, userText);
  }
}
