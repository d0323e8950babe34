package io.spanloom.weaver;

import com.google.common.util.concurrent.SettableFuture;
import io.vertx.core.Promise;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** The declared types of futures, and how to make one. */
enum FutureType {
  GUAVA {
    @Override
    Producer newFuture() {
      return ofGuava();
    }
  },
  SETTABLE {
    @Override
    Producer newFuture() {
      return ofGuava();
    }
  },
  VERTX {
    @Override
    Producer newFuture() {
      Promise<String> promise = Promise.promise();
      return new Producer() {
        @Override
        public Object future() {
          return promise.future();
        }

        @Override
        public void complete(String value) {
          promise.complete(value);
        }

        @Override
        public void fail(Throwable error) {
          promise.fail(error);
        }
      };
    }
  },
  JDK {
    @Override
    Producer newFuture() {
      CompletableFuture<String> future = new CompletableFuture<>();
      return new Producer() {
        @Override
        public Object future() {
          return future;
        }

        @Override
        public void complete(String value) {
          future.complete(value);
        }

        @Override
        public void fail(Throwable error) {
          future.completeExceptionally(error);
        }
      };
    }
  };

  abstract Producer newFuture();

  Object call(Object argument) throws Throwable {
    return FuturesTest.call(name().toLowerCase(Locale.ROOT), argument);
  }

  private static Producer ofGuava() {
    SettableFuture<String> future = SettableFuture.create();
    return new Producer() {
      @Override
      public Object future() {
        return future;
      }

      @Override
      public void complete(String value) {
        future.set(value);
      }

      @Override
      public void fail(Throwable error) {
        future.setException(error);
      }
    };
  }

  /** A future and its producer's side. */
  interface Producer {
    Object future();

    void complete(String value);

    void fail(Throwable error);
  }
}
