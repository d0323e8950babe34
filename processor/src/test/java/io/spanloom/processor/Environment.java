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

/** Stands between the processor and javac, to look at what passes or to make it fail. */
final class Environment {

  private Environment() {}

  /** Sees each call of a tool of javac, such as its filer. */
  @FunctionalInterface
  interface Watcher {
    void called(String method, Object[] arguments) throws Throwable;
  }

  /** A compiler whose processor is watched. */
  static Compiler javac(Watcher watcher) {
    return Compiled.javac(new Watched(tools -> watch(ProcessingEnvironment.class, tools, watcher)));
  }

  /** Compiles a source and returns the names of the methods that created a file. */
  static List<String> filesCreated(String source) {
    List<String> created = new ArrayList<>();
    Compiled.by(
        javac(
            (method, arguments) -> {
              if (method.startsWith("create")) {
                created.add(method);
              }
            }),
        source);
    return created;
  }

  /** Lets a method of one of the tools throw. */
  static Watcher failing(String failing, Throwable fault) {
    return (method, arguments) -> {
      if (method.equals(failing)) {
        throw fault;
      }
    };
  }

  private static <T> T watch(Class<T> type, T tool, Watcher watcher) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          watcher.called(method.getName(), arguments == null ? new Object[0] : arguments);
          try {
            Object result = method.invoke(tool, arguments);
            return method.getName().equals("getFiler") || method.getName().equals("getElementUtils")
                ? watchAny(method.getReturnType(), result, watcher)
                : result;
          } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
          }
        };
    return type.cast(
        Proxy.newProxyInstance(Environment.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static <T> T watchAny(Class<T> type, Object tool, Watcher watcher) {
    return watch(type, type.cast(tool), watcher);
  }

  /** The processor, in an environment of the test's. */
  private static final class Watched extends AbstractProcessor {

    private final Processor processor = new SpansProcessor();
    private final UnaryOperator<ProcessingEnvironment> environment;

    Watched(UnaryOperator<ProcessingEnvironment> environment) {
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
