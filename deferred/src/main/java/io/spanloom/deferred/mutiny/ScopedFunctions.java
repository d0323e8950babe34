package io.spanloom.deferred.mutiny;

import io.opentelemetry.context.Scope;
import io.smallrye.mutiny.infrastructure.CallbackDecorator;
import io.smallrye.mutiny.tuples.Functions;

/** Calls functions of three to nine values in a scope. */
abstract class ScopedFunctions implements CallbackDecorator {

  /** Opens the scope in which a callback runs. */
  abstract Scope open();

  /**
   * Returns whether callbacks stay as they are, because no other decorator changes their context.
   */
  static boolean isOff() {
    return !OtherDecorators.EXIST;
  }

  @Override
  public final <I1, I2, I3, O> Functions.Function3<I1, I2, I3, O> decorate(
      Functions.Function3<I1, I2, I3, O> callback) {
    if (isOff()) {
      return callback;
    }
    return (a, b, c) -> {
      Scope scope = open();
      try {
        return callback.apply(a, b, c);
      } finally {
        scope.close();
      }
    };
  }

  @Override
  public final <I1, I2, I3, I4, O> Functions.Function4<I1, I2, I3, I4, O> decorate(
      Functions.Function4<I1, I2, I3, I4, O> callback) {
    if (isOff()) {
      return callback;
    }
    return (a, b, c, d) -> {
      Scope scope = open();
      try {
        return callback.apply(a, b, c, d);
      } finally {
        scope.close();
      }
    };
  }

  @Override
  public final <I1, I2, I3, I4, I5, O> Functions.Function5<I1, I2, I3, I4, I5, O> decorate(
      Functions.Function5<I1, I2, I3, I4, I5, O> callback) {
    if (isOff()) {
      return callback;
    }
    return (a, b, c, d, e) -> {
      Scope scope = open();
      try {
        return callback.apply(a, b, c, d, e);
      } finally {
        scope.close();
      }
    };
  }

  @Override
  public final <I1, I2, I3, I4, I5, I6, O> Functions.Function6<I1, I2, I3, I4, I5, I6, O> decorate(
      Functions.Function6<I1, I2, I3, I4, I5, I6, O> callback) {
    if (isOff()) {
      return callback;
    }
    return (a, b, c, d, e, f) -> {
      Scope scope = open();
      try {
        return callback.apply(a, b, c, d, e, f);
      } finally {
        scope.close();
      }
    };
  }

  @Override
  public final <I1, I2, I3, I4, I5, I6, I7, O>
      Functions.Function7<I1, I2, I3, I4, I5, I6, I7, O> decorate(
          Functions.Function7<I1, I2, I3, I4, I5, I6, I7, O> callback) {
    if (isOff()) {
      return callback;
    }
    return (a, b, c, d, e, f, g) -> {
      Scope scope = open();
      try {
        return callback.apply(a, b, c, d, e, f, g);
      } finally {
        scope.close();
      }
    };
  }

  @Override
  public final <I1, I2, I3, I4, I5, I6, I7, I8, O>
      Functions.Function8<I1, I2, I3, I4, I5, I6, I7, I8, O> decorate(
          Functions.Function8<I1, I2, I3, I4, I5, I6, I7, I8, O> callback) {
    if (isOff()) {
      return callback;
    }
    return (a, b, c, d, e, f, g, h) -> {
      Scope scope = open();
      try {
        return callback.apply(a, b, c, d, e, f, g, h);
      } finally {
        scope.close();
      }
    };
  }

  @Override
  public final <I1, I2, I3, I4, I5, I6, I7, I8, I9, O>
      Functions.Function9<I1, I2, I3, I4, I5, I6, I7, I8, I9, O> decorate(
          Functions.Function9<I1, I2, I3, I4, I5, I6, I7, I8, I9, O> callback) {
    if (isOff()) {
      return callback;
    }
    return (a, b, c, d, e, f, g, h, i) -> {
      Scope scope = open();
      try {
        return callback.apply(a, b, c, d, e, f, g, h, i);
      } finally {
        scope.close();
      }
    };
  }
}
