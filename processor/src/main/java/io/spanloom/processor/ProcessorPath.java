package io.spanloom.processor;

import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;

/** Determines whether a processor is the last one on the compiler's processor path. */
final class ProcessorPath {

  private ProcessorPath() {}

  /**
   * Returns whether no other processor follows the given one. The last processor can claim
   * annotations without hiding them from others.
   */
  static boolean isLast(Class<? extends Processor> processor) {
    try {
      List<Class<? extends Processor>> types =
          ServiceLoader.load(Processor.class, processor.getClassLoader()).stream()
              .<Class<? extends Processor>>map(ServiceLoader.Provider::type)
              .toList();
      return !types.isEmpty() && types.get(types.size() - 1).equals(processor);
    } catch (ServiceConfigurationError | LinkageError brokenPath) {
      return false;
    }
  }
}
