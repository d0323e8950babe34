package io.spanloom.deferred.mutiny;

import io.smallrye.mutiny.infrastructure.CallbackDecorator;
import java.util.ServiceLoader;

/** Determines whether anything else decorates callbacks, such as SmallRye Context Propagation. */
final class OtherDecorators {

  /** Read for the first time when Mutiny has loaded its decorators. */
  static final boolean EXIST =
      ServiceLoader.load(CallbackDecorator.class).stream()
          .anyMatch(decorator -> !ScopedFunctions.class.isAssignableFrom(decorator.type()));

  private OtherDecorators() {}
}
