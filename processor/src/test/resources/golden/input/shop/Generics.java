package shop;

import io.spanloom.SpanAttribute;
import io.spanloom.Traced;
import java.util.Collection;
import java.util.List;
import java.util.Map;

abstract class Generics<K extends Comparable<K>, V extends CharSequence & Comparable<V>> {

  @Traced
  V get(K key) {
    return null;
  }

  @Traced
  <T extends K> Map<? super T, V[]> map(T[] keys, List<? extends V> values) {
    return null;
  }

  @Traced
  <E extends Enum<E> & Runnable> void run(@SpanAttribute E task, Collection<? super E> done) {}

  @Traced
  <X extends Exception> void fail(Class<X> type) throws X {}

  static class Node<N extends Node<N>> extends Generics<String, String> {
    @Traced
    N next(N[][] all) {
      return all[0][0];
    }

    @Override
    @Traced
    String get(String key) {
      return key;
    }
  }
}
