package io.spanloom.processor.weave;

import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * Collects the names of the classes that a compilation writes, and passes them on when the
 * compilation has written the last one.
 *
 * <p>javac reports an exception of a listener as a crash of javac, so no exception leaves this
 * class: the subscriber reports its failures as compiler messages.
 */
final class WrittenClasses implements TaskListener {

  private final Elements elements;
  private final Map<String, JavaFileObject> sources = new TreeMap<>();
  private @Nullable Consumer<Map<String, JavaFileObject>> subscriber;

  WrittenClasses(Elements elements) {
    this.elements = elements;
  }

  void subscribe(Consumer<Map<String, JavaFileObject>> action) {
    subscriber = action;
  }

  @Override
  public void finished(TaskEvent event) {
    if (event.getKind() == TaskEvent.Kind.GENERATE && subscriber != null) {
      TypeElement type = event.getTypeElement();
      if (type != null) {
        sources.put(nameOf(type), event.getSourceFile());
      }
    } else if (event.getKind() == TaskEvent.Kind.COMPILATION) {
      // Also without a subscriber, or the thread's next compiler would subscribe to this one.
      CompilationEnd.withdraw();
      Consumer<Map<String, JavaFileObject>> action = subscriber;
      subscriber = null;
      if (action != null) {
        action.accept(sources);
      }
    }
  }

  private String nameOf(TypeElement type) {
    // javac reports module-info as a type, which the elements of JDK 17 do not accept.
    return type.getKind() == ElementKind.MODULE || type.getSimpleName().contentEquals("module-info")
        ? "module-info"
        : elements.getBinaryName(type).toString();
  }
}
