package io.spanloom.deferred.jdk;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A {@code Stream} whose terminal operation ends a span. */
final class TracedStream<T> extends TracedBaseStream<T, Stream<T>> implements Stream<T> {

  TracedStream(Stream<T> delegate, Traversal traversal) {
    super(delegate, traversal);
  }

  @Override
  public Stream<T> filter(Predicate<? super T> predicate) {
    return new TracedStream<>(delegate.filter(predicate), traversal);
  }

  @Override
  public <R> Stream<R> map(Function<? super T, ? extends R> mapper) {
    return new TracedStream<>(delegate.map(mapper), traversal);
  }

  @Override
  public IntStream mapToInt(ToIntFunction<? super T> mapper) {
    return new TracedIntStream(delegate.mapToInt(mapper), traversal);
  }

  @Override
  public LongStream mapToLong(ToLongFunction<? super T> mapper) {
    return new TracedLongStream(delegate.mapToLong(mapper), traversal);
  }

  @Override
  public DoubleStream mapToDouble(ToDoubleFunction<? super T> mapper) {
    return new TracedDoubleStream(delegate.mapToDouble(mapper), traversal);
  }

  @Override
  public <R> Stream<R> flatMap(Function<? super T, ? extends Stream<? extends R>> mapper) {
    return new TracedStream<>(delegate.flatMap(mapper), traversal);
  }

  @Override
  public IntStream flatMapToInt(Function<? super T, ? extends IntStream> mapper) {
    return new TracedIntStream(delegate.flatMapToInt(mapper), traversal);
  }

  @Override
  public LongStream flatMapToLong(Function<? super T, ? extends LongStream> mapper) {
    return new TracedLongStream(delegate.flatMapToLong(mapper), traversal);
  }

  @Override
  public DoubleStream flatMapToDouble(Function<? super T, ? extends DoubleStream> mapper) {
    return new TracedDoubleStream(delegate.flatMapToDouble(mapper), traversal);
  }

  @Override
  public <R> Stream<R> mapMulti(BiConsumer<? super T, ? super Consumer<R>> mapper) {
    return new TracedStream<>(delegate.mapMulti(mapper), traversal);
  }

  @Override
  public IntStream mapMultiToInt(BiConsumer<? super T, ? super IntConsumer> mapper) {
    return new TracedIntStream(delegate.mapMultiToInt(mapper), traversal);
  }

  @Override
  public LongStream mapMultiToLong(BiConsumer<? super T, ? super LongConsumer> mapper) {
    return new TracedLongStream(delegate.mapMultiToLong(mapper), traversal);
  }

  @Override
  public DoubleStream mapMultiToDouble(BiConsumer<? super T, ? super DoubleConsumer> mapper) {
    return new TracedDoubleStream(delegate.mapMultiToDouble(mapper), traversal);
  }

  @Override
  public Stream<T> distinct() {
    return new TracedStream<>(delegate.distinct(), traversal);
  }

  @Override
  public Stream<T> sorted() {
    return new TracedStream<>(delegate.sorted(), traversal);
  }

  @Override
  public Stream<T> sorted(Comparator<? super T> comparator) {
    return new TracedStream<>(delegate.sorted(comparator), traversal);
  }

  @Override
  public Stream<T> peek(Consumer<? super T> action) {
    return new TracedStream<>(delegate.peek(action), traversal);
  }

  @Override
  public Stream<T> limit(long maxSize) {
    return new TracedStream<>(delegate.limit(maxSize), traversal);
  }

  @Override
  public Stream<T> skip(long count) {
    return new TracedStream<>(delegate.skip(count), traversal);
  }

  @Override
  public Stream<T> takeWhile(Predicate<? super T> predicate) {
    return new TracedStream<>(delegate.takeWhile(predicate), traversal);
  }

  @Override
  public Stream<T> dropWhile(Predicate<? super T> predicate) {
    return new TracedStream<>(delegate.dropWhile(predicate), traversal);
  }

  @Override
  public void forEach(Consumer<? super T> action) {
    traversal.run(() -> delegate.forEach(action));
  }

  @Override
  public void forEachOrdered(Consumer<? super T> action) {
    traversal.run(() -> delegate.forEachOrdered(action));
  }

  @Override
  public Object[] toArray() {
    return traversal.result(delegate::toArray);
  }

  @Override
  public <A> A[] toArray(IntFunction<A[]> generator) {
    return traversal.result(() -> delegate.toArray(generator));
  }

  @Override
  public List<T> toList() {
    return traversal.result(delegate::toList);
  }

  @Override
  public Optional<T> reduce(BinaryOperator<T> accumulator) {
    return traversal.result(() -> delegate.reduce(accumulator));
  }

  @Override
  public T reduce(T identity, BinaryOperator<T> accumulator) {
    return traversal.result(() -> delegate.reduce(identity, accumulator));
  }

  @Override
  public <U> U reduce(
      U identity, BiFunction<U, ? super T, U> accumulator, BinaryOperator<U> combiner) {
    return traversal.result(() -> delegate.reduce(identity, accumulator, combiner));
  }

  @Override
  public <R, A> R collect(Collector<? super T, A, R> collector) {
    return traversal.result(() -> delegate.collect(collector));
  }

  @Override
  public <R> R collect(
      Supplier<R> supplier, BiConsumer<R, ? super T> accumulator, BiConsumer<R, R> combiner) {
    return traversal.result(() -> delegate.collect(supplier, accumulator, combiner));
  }

  @Override
  public Optional<T> min(Comparator<? super T> comparator) {
    return traversal.result(() -> delegate.min(comparator));
  }

  @Override
  public Optional<T> max(Comparator<? super T> comparator) {
    return traversal.result(() -> delegate.max(comparator));
  }

  @Override
  public long count() {
    return traversal.result(delegate::count);
  }

  @Override
  public boolean anyMatch(Predicate<? super T> predicate) {
    return traversal.result(() -> delegate.anyMatch(predicate));
  }

  @Override
  public boolean allMatch(Predicate<? super T> predicate) {
    return traversal.result(() -> delegate.allMatch(predicate));
  }

  @Override
  public boolean noneMatch(Predicate<? super T> predicate) {
    return traversal.result(() -> delegate.noneMatch(predicate));
  }

  @Override
  public Optional<T> findFirst() {
    return traversal.result(delegate::findFirst);
  }

  @Override
  public Optional<T> findAny() {
    return traversal.result(delegate::findAny);
  }

  @Override
  public Iterator<T> iterator() {
    return new TracedIterator<>(delegate.iterator(), traversal);
  }

  @Override
  public Spliterator<T> spliterator() {
    return new TracedSpliterator<>(delegate.spliterator(), traversal);
  }

  @Override
  Stream<T> traced(Stream<T> next) {
    return new TracedStream<>(next, traversal);
  }
}
