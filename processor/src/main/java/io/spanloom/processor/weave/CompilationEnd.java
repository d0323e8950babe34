package io.spanloom.processor.weave;

import com.sun.source.util.JavacTask;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * Lets the annotation processor of a compilation subscribe to its end, of which the compiler plugin
 * is notified. javac runs both on the same thread.
 *
 * <p>A build tool may load processors in its own class loader, while javac loads plugins from the
 * same path in another. The two class loaders share no static fields of this class, so plugin and
 * processor exchange an object through the system properties, which uses only types of the JDK.
 */
final class CompilationEnd {

  private static final String KEY = "io.spanloom.processor.weave.CompilationEnd";

  private CompilationEnd() {}

  /**
   * Offers the current thread's compilation to its processor.
   *
   * @param task the compilation
   * @param subscription takes the action to run at the end of the compilation, which receives the
   *     binary names of the classes that the compilation wrote, with their source files
   */
  static void offer(JavacTask task, Consumer<Consumer<Map<String, JavaFileObject>>> subscription) {
    change(offers -> offers.put(Thread.currentThread(), Map.entry(task, subscription)));
  }

  /** Withdraws the current thread's offer. */
  static void withdraw() {
    change(offers -> offers.remove(Thread.currentThread()));
  }

  /**
   * Subscribes to the end of the current thread's compilation.
   *
   * @param action receives the binary names of the classes that the compilation wrote, with their
   *     source files
   * @return the compilation, or null if the compiler does not run the plugin
   */
  static @Nullable JavacTask subscribe(Consumer<Map<String, JavaFileObject>> action) {
    Map.Entry<JavacTask, Consumer<Consumer<Map<String, JavaFileObject>>>> offer =
        offers(System.getProperties().get(KEY)).get(Thread.currentThread());
    if (offer == null) {
      return null;
    }
    offer.getValue().accept(action);
    return offer.getKey();
  }

  private static void change(
      Consumer<Map<Thread, Map.Entry<JavacTask, Consumer<Consumer<Map<String, JavaFileObject>>>>>>
          action) {
    System.getProperties()
        .compute(
            KEY,
            (key, current) -> {
              Map<Thread, Map.Entry<JavacTask, Consumer<Consumer<Map<String, JavaFileObject>>>>>
                  offers = new WeakHashMap<>(offers(current));
              action.accept(offers);
              // Programs may expect that all system properties are strings.
              return offers.isEmpty() ? null : offers;
            });
  }

  @SuppressWarnings("unchecked") // Only this class uses the key, in whichever class loader.
  private static Map<Thread, Map.Entry<JavacTask, Consumer<Consumer<Map<String, JavaFileObject>>>>>
      offers(@Nullable Object property) {
    return property == null
        ? Map.of()
        : (Map<Thread, Map.Entry<JavacTask, Consumer<Consumer<Map<String, JavaFileObject>>>>>)
            property;
  }
}
