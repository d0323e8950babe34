package io.spanloom.processor;

import com.google.testing.compile.Compiler;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Intercepts the processor's calls to javac's tools, to observe them or to make them fail. */
final class InterceptedJavac {

  private InterceptedJavac() {}

  /** Receives each call to a tool, such as the filer, before it runs. */
  @FunctionalInterface
  interface Interceptor {
    void beforeCall(String method, Object[] arguments) throws Throwable;
  }

  /** Returns a compiler that runs the processor with intercepted tools. */
  static Compiler with(Interceptor interceptor) {
    return CompiledSources.javac(
        new InterceptedProcessor(
            tools -> intercept(ProcessingEnvironment.class, tools, interceptor)));
  }

  /** Compiles a source and returns the names of the methods that created a file. */
  static List<String> createdFiles(String source) {
    List<String> created = new ArrayList<>();
    CompiledSources.by(
        with(
            (method, arguments) -> {
              if (method.startsWith("create")) {
                created.add(method);
              }
            }),
        source);
    return created;
  }

  /** Returns an interceptor that throws when a method is called. */
  static Interceptor failing(String failingMethod, Throwable fault) {
    return (method, arguments) -> {
      if (method.equals(failingMethod)) {
        throw fault;
      }
    };
  }

  private static <T> T intercept(Class<T> type, T tool, Interceptor interceptor) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          interceptor.beforeCall(method.getName(), arguments == null ? new Object[0] : arguments);
          try {
            Object result = method.invoke(tool, arguments);
            return method.getName().equals("getFiler") || method.getName().equals("getElementUtils")
                ? interceptAny(method.getReturnType(), result, interceptor)
                : result;
          } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
          }
        };
    return type.cast(
        Proxy.newProxyInstance(
            InterceptedJavac.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static <T> T interceptAny(Class<T> type, Object tool, Interceptor interceptor) {
    return intercept(type, type.cast(tool), interceptor);
  }

  /** The processor in an environment whose tools are intercepted. */
  private static final class InterceptedProcessor extends AbstractProcessor {

    private final Processor processor = new SpansProcessor();
    private final UnaryOperator<ProcessingEnvironment> environment;

    InterceptedProcessor(UnaryOperator<ProcessingEnvironment> environment) {
      this.environment = environment;
    }

    @Override
    public synchronized void init(ProcessingEnvironment tools) {
      super.init(tools);
      processor.init(environment.apply(tools));
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return processor.getSupportedSourceVersion();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return processor.getSupportedAnnotationTypes();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return processor.process(annotations, round);
    }
  }
}
